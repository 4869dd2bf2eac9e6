import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { FolderCycle } from "../../door/calls";
import type { FakeDoor } from "../../../dev/fake_door";
import { look_back, note_line } from "../../../dev/folder";
import { go, open_house, open_person } from "../../../test/house";

const cycle = () => within(screen.getByTestId("cycle"));
/** The figures of Maya's year, some of them otherwise. */
function told(door: FakeDoor, change: Partial<FolderCycle>) {
  door.answers["folder.look_back"] = (args) => ({ ...look_back(door.house, args), ...change });
}
async function show(user: UserEvent, heading = "2026 in figures") {
  await open_person(user, "Maya Okafor");
  await screen.findByRole("heading", { name: heading });
}

describe("a year of a folder in figures", () => {
  it("stands above a person’s folder, quarter by quarter, an empty one in words", async () => {
    const { user } = await open_house();
    await show(user);
    expect(
      within(cycle().getByRole("list", { name: "Quarter by quarter" }))
        .getAllByRole("listitem")
        .map((one) => one.textContent.trim().replace(/\s+/g, " ")),
    ).toEqual([
      "Jan to Mar nothing kept",
      "Apr to Jun nothing kept",
      "Jul to Sep nothing kept",
      "Oct to Dec 2 praise, 1 to improve",
    ]);
    // Three notes are too few to speak of balance.
    expect(cycle().getByText("2 praise, 1 to improve", { selector: ".share" })).toBeTruthy();
    expect(cycle().queryByText(/%|^Mostly/)).toBeNull();
  });
  it("says the share of praise, and shows where it would be even", async () => {
    const { user, door } = await open_house();
    const note = (n: number, polarity: "praise" | "constructive") =>
      note_line({
        ...{ id: `x${n}`, person: "maya", person_name: "Maya Okafor", polarity, text: "One line." },
        ...{ on: "2026-05-04", raised_on: "2026-05-05" },
      });
    door.house.hold.notes = Array.from({ length: 10 }, (_, n) => note(n, n < 6 ? "praise" : "constructive"));
    await show(user);
    expect(cycle().getByText("6 praise, 4 to improve: 60 % praise")).toBeTruthy();
    expect(cycle().getByRole("img", { name: "50 to 70 % is even" }).style.getPropertyValue("--at")).toBe(
      "60%",
    );
    expect(cycle().queryByText(/^Mostly/)).toBeNull();
    expect(cycle().getByText("No note for 199 days.")).toBeTruthy();
  });
  it.each<[string, Partial<FolderCycle>, string[]]>([
    [
      "praise alone",
      { verdict: "glowing", praise_percent: 90 },
      ["Mostly praise. What could be better is missing."],
    ],
    [
      "little praise",
      { verdict: "short_changed", praise_percent: 20 },
      ["Mostly points to improve. What went well is missing."],
    ],
    ["what is recent", { is_mostly_recent: true }, ["More than half happened in the last 60 days."]],
    ["a quiet month", { quiet_days: 35 }, ["No note for 35 days."]],
    [
      "one that waits",
      { waiting: 1, waiting_days: 20 },
      ["1 point to improve has waited 20 days to be talked about."],
    ],
    [
      "several that wait",
      { waiting: 3, waiting_days: 20 },
      ["3 points to improve wait to be talked about, the oldest for 20 days."],
    ],
    ["nothing to hint at", {}, []],
  ])("hints at %s", async (_, change, hints) => {
    const { user, door } = await open_house();
    told(door, change);
    await show(user);
    const box = screen.getByTestId("cycle");
    expect([...box.querySelectorAll(".hints li")].map((one) => one.textContent)).toEqual(hints);
  });
  it("goes to the year before and back, and not past today", async () => {
    const { user, door } = await open_house();
    await show(user);
    const after = () =>
      cycle().getByRole("button", { name: "Figures of the year after" }) as HTMLButtonElement;
    expect(after().disabled).toBe(true);
    await user.click(cycle().getByRole("button", { name: "Figures of the year before" }));
    await cycle().findByRole("heading", { name: "2025 in figures" });
    expect(cycle().getByText("Nothing kept in this year.")).toBeTruthy();
    await user.click(after());
    await cycle().findByRole("heading", { name: "2026 in figures" });
    expect(door.called("folder.look_back").map(({ on }) => on)).toEqual([
      undefined,
      "2025-12-31",
      "2026-01-01",
    ]);
  });
  it("counts again when a note is kept", async () => {
    const { user } = await open_house();
    await show(user);
    await user.keyboard("n");
    await user.type(await screen.findByTestId("quick-note-text"), "Wrote the drill up{Enter}");
    expect(
      await cycle().findByText(/^(3 praise, 1|2 praise, 2) to improve$/, { selector: ".share" }),
    ).toBeTruthy();
  });
  it("stands in the folder of everybody once one person is chosen, oneself too", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    await screen.findAllByTestId("note");
    expect(screen.queryByTestId("cycle")).toBeNull();
    for (const [name, id] of [
      ["Elif Brandt", "elif"],
      ["About me", "dana"],
    ] as const) {
      await user.selectOptions(screen.getByTestId("folder-person"), name);
      await waitFor(() => expect(door.called("folder.look_back").at(-1)).toEqual({ person: id }));
    }
    expect(await cycle().findByText("Nothing kept in this year.")).toBeTruthy();
  });
  it("is covered while presenting", async () => {
    const { user } = await open_house();
    await show(user);
    const share = cycle().getByText("2 praise, 1 to improve", { selector: ".share" });
    await user.keyboard("{F8}");
    await waitFor(() => expect(share.closest("[hidden]")).not.toBeNull());
  });
});
