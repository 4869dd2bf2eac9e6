import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { note_line } from "../../../dev/folder";
import { go, in_room, open_house, open_person } from "../../../test/house";
import type { NoteLine } from "../../door/calls";
import { raised_words } from "./note_state";

const TODAY = "2026-11-19";
const of = (more: Partial<NoteLine>): NoteLine =>
  note_line({
    ...{ id: "x", person: "maya", person_name: "Maya", polarity: "praise", text: "A line", on: TODAY },
    ...more,
  });
const card = async (text: RegExp) => {
  const found = await screen.findByText(text, { selector: "[data-testid=note] p" });
  return within(found.closest<HTMLElement>("[data-testid=note]")!);
};

describe("whether a note was raised", () => {
  const nowhere = { to: null, again: [], soon: false };
  const constructive = { polarity: "constructive" } as const;
  const cases: [string, Partial<NoteLine>, boolean, ReturnType<typeof raised_words>][] = [
    ["of today", {}, false, { ...nowhere, text: "Not yet raised" }],
    ["of yesterday", { on: "2026-11-18" }, false, { ...nowhere, text: "1 day, not yet raised" }],
    ["praise that waits", { on: "2026-09-03" }, false, { ...nowhere, text: "77 days, not yet raised" }],
    [
      "to improve, of yesterday",
      { ...constructive, on: "2026-11-18" },
      false,
      { ...nowhere, text: "1 day, not yet raised" },
    ],
    [
      "to improve, and waiting",
      { ...constructive, on: "2026-11-17" },
      false,
      { ...nowhere, text: "2 days, not yet raised", soon: true },
    ],
    ["marked by hand", { raised_on: "2026-03-14" }, false, { ...nowhere, text: "Raised on 14 Mar" }],
    [
      "raised in a 1:1",
      { raised_on: "2026-03-14", raised_in: ["m8"] },
      false,
      { ...nowhere, text: "Raised on 14 Mar", to: "m8" },
    ],
    [
      "raised again",
      { raised_on: "2025-03-14", raised_in: ["m8", "m6", "m5"] },
      false,
      { ...nowhere, text: "Raised on 14 Mar 2025", to: "m8", again: ["m6", "m5"] },
    ],
    ["set aside", { dismissed: true, raised_on: "2026-03-14" }, false, { ...nowhere, text: "" }],
    ["about oneself", { on: "2026-11-01" }, true, { ...nowhere, text: "" }],
  ];
  it.each(cases)("is said of a note %s", (_name, more, about_me, said) => {
    expect(raised_words(of(more), TODAY, about_me)).toEqual(said);
  });
  it("leads to the 1:1 where it was, from the list and from the person", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const leads = { name: "Raised on 22 Oct: open the 1:1" };
    await user.click((await card(/^Halved failover time/)).getByRole("button", leads));
    await in_room("one_on_one");
    expect(await screen.findByText("1:1, Thursday 22 October")).toBeTruthy();
    await open_person(user, "Maya Okafor");
    (await card(/^Halved failover time/)).getByRole("button", leads).focus();
    await user.keyboard("{Enter}");
    await in_room("one_on_one");
  });
  it("keeps its place in the list: J goes on from it", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    (await card(/^Halved failover time/)).getByRole("button", { name: /^Raised on/ }).focus();
    await user.keyboard("j");
    expect(document.activeElement).toBe(
      (await card(/^Asked the question/)).getByRole("button", { name: "Edit" }),
    );
    await user.keyboard("k");
    expect(document.activeElement).toBe(
      (await card(/^Halved failover time/)).getByRole("button", { name: "Edit" }),
    );
  });
  it("leads to every 1:1 that it came up in, where there is room", async () => {
    const { user, door } = await open_house();
    Object.assign(
      door.house.hold.notes.find((note) => note.id === "n5")!,
      { raised_in: ["m8", "m6"] },
    );
    await go(user, "f", "folder");
    const again = { name: "Raised again: open 1:1 number 2" };
    expect((await card(/^Halved failover time/)).queryByRole("button", again)).toBeNull();
    await open_person(user, "Maya Okafor");
    await user.click((await card(/^Halved failover time/)).getByRole("button", again));
    await in_room("one_on_one");
    expect(await screen.findByText("1:1, Thursday 5 November")).toBeTruthy();
  });
  it("is plain words where no 1:1 is known", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const asked = await card(/^Asked the question/);
    expect(asked.getByText(/^Raised on 25 Sep/)).toBeTruthy();
    expect(asked.queryByRole("button", { name: /^Raised on/ })).toBeNull();
  });
});
