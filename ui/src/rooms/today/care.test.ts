import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { in_room, open_house } from "../../../test/house";
import type { Care, CareKind } from "../../door/calls";
import { words } from "./words";

const of = (kind: CareKind, person = "maya", count = 0): Care => ({
  ...{ kind, person, count },
  person_name: person === "maya" ? "Maya Okafor" : `Person ${person}`,
});
async function open_with(care: Care[]) {
  const opened = await open_house();
  const before = await opened.door.answers["today.get"]({});
  opened.door.answers["today.get"] = () => ({ ...before, care });
  opened.door.house.tell({ kind: "changed", seq: 1 });
  return opened;
}

describe("who needs a thought", () => {
  it("stands person by person, the most urgent first", async () => {
    await open_with([
      of("notes_wait", "maya", 21),
      of("goals_due", "sam", 1),
      of("no_growth"),
      of("quiet_folder", "sam", 44),
    ]);
    const rows = () => [...screen.getByTestId("care").querySelectorAll(".card > li")];
    await waitFor(() => expect(rows()).toHaveLength(2));
    const told = rows().map((row) => [
      row.querySelector("span")!.textContent,
      ...[...row.querySelectorAll("button")].map((one) => one.textContent),
    ]);
    expect(told).toEqual([
      ["Maya Okafor", "A point to improve waits for 21 days", "Nothing among the goals is growth"],
      ["Person sam", "A goal to look at", "No note for 44 days"],
    ]);
  });
  it("is not there when nobody does", async () => {
    await open_with([]);
    await waitFor(() => expect(screen.queryByTestId("care")).toBeNull());
  });
  for (const [kind, tab] of [
    ["notes_wait", /Fuzzy folder/],
    ["praise_waits", /Fuzzy folder/],
    ["goals_due", /^Goals/],
    ["no_goals", /^Goals/],
    ["no_growth", /^Goals/],
  ] as const) {
    it(`leads where it is mended: ${kind}`, async () => {
      const { user } = await open_with([of(kind, "maya", 15)]);
      const name = `Maya Okafor: ${words.care[kind](15)}`;
      const line = await screen.findByRole("button", { name });
      line.focus();
      await user.keyboard("{Enter}");
      await in_room("person");
      expect(await screen.findByRole("tab", { name: tab, selected: true })).toBeTruthy();
    });
  }
  it("leads a quiet folder to a quick note about them", async () => {
    const { user } = await open_with([of("quiet_folder", "maya", 40)]);
    await user.click(await screen.findByRole("button", { name: /No note for 40 days/ }));
    const sheet = within(await screen.findByTestId("quick-note"));
    expect(sheet.getByDisplayValue("Maya Okafor")).toBeTruthy();
  });
  it("is covered while somebody looks on", async () => {
    const { user } = await open_with([of("no_growth")]);
    await screen.findByRole("button", { name: /Nothing among the goals/ });
    await user.keyboard("{F8}");
    expect(await screen.findByRole("button", { name: "Worth a thought, covered" })).toBeTruthy();
    const line = within(screen.getByTestId("care")).getByText("Nothing among the goals is growth");
    expect(line.closest("[hidden]")).toBeTruthy();
  });
  it("shows a few people, and the rest when asked", async () => {
    const { user } = await open_with(Array.from({ length: 9 }, (_, n) => of("no_goals", String(n))));
    await waitFor(() => expect(screen.getByTestId("care").textContent).toContain("4 more people"));
    await user.click(screen.getByRole("button", { name: "4 more people" }));
    await waitFor(() => expect(screen.getByTestId("care").querySelectorAll(".card > li")).toHaveLength(9));
  });
});
