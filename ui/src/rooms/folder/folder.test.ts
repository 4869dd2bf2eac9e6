import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { add_days } from "../../kit/days";
import { carry_with } from "../../door/door";
import { FakeDoor } from "../../../dev/fake_door";
import { go, open_house } from "../../../test/house";
import { FolderPages, PAGE } from "./state.svelte";

describe("the fuzzy folder", () => {
  it("is filtered by kind and by person", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(7));
    await user.click(screen.getByRole("radio", { name: "To improve" }));
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(2));
    await user.selectOptions(screen.getByTestId("folder-person"), "Elif Brandt");
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(1));
    await user.selectOptions(screen.getByTestId("folder-person"), "Ruth Vance");
    expect(await screen.findByText("Nothing fits this choice")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show all notes" }));
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(7));
  });
  it("about oneself says what belongs there, and takes a note that is for nobody to raise", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    await user.selectOptions(await screen.findByTestId("folder-person"), "About me");
    const folder = within(screen.getByTestId("folder"));
    expect(await folder.findByText("Nothing about you yet")).toBeTruthy();
    await user.click(folder.getAllByRole("button", { name: /^Add a note/ })[0]!);
    await user.type(await screen.findByTestId("quick-note-text"), "Decides late{Enter}");
    await screen.findByText("Kept in your own fuzzy folder.");
    expect(door.called("folder.keep_note")).toMatchObject([{ person: "dana", text: "Decides late" }]);
    const note = within(await screen.findByTestId("note"));
    expect(note.queryByText(/raised/)).toBeNull();
    expect(note.getByRole("button", { name: "Edit" })).toBeTruthy();
    expect(note.queryByRole("button", { name: "Mark as raised" })).toBeNull();
  });
  it("opens a note with J and Enter, and changes it", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    await screen.findAllByTestId("note");
    await user.keyboard("j{Enter}");
    const sheet = within(await screen.findByTestId("note-sheet"));
    const text = sheet.getByLabelText("Note");
    await user.clear(text);
    await user.type(text, "Stayed with Sam.");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Stayed with Sam.")).toBeTruthy();
    expect(door.called("folder.edit_note")[0]).toMatchObject({ id: "n1", text: "Stayed with Sam." });
  });
  it("marks as raised, sets aside and removes, each with a way back", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const first = () => within(screen.getAllByTestId("note")[0]!);
    await screen.findAllByTestId("note");
    await user.click(first().getByRole("button", { name: "Mark as raised" }));
    expect(await first().findByText(/^Raised on 19 Nov/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await first().findByText(/^2 days, not yet raised/)).toBeTruthy();
    await user.click(first().getByRole("button", { name: "Set aside" }));
    await user.type(await screen.findByLabelText("Why it is set aside"), "Said by two{Enter}");
    expect(await first().findByText("set aside: Said by two")).toBeTruthy();
    // The last one, on which no review rests.
    const last = within(screen.getAllByTestId("note").at(-1)!);
    await user.click(last.getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(6));
    const removed = screen.getByText("Note removed.").closest("div")!;
    await user.click(within(removed).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(7));
    expect(door.called("folder.edit_note").map(({ id: _, ...change }) => change)).toEqual([
      { raised_on: "2026-11-19" },
      { dismissed: true, dismissed_because: "Said by two" },
    ]);
  });
});

describe("a folder of many years", () => {
  function door_with(count: number, a_day: number): FakeDoor {
    const door = new FakeDoor();
    const [note] = door.house.hold.notes;
    door.house.hold.notes = Array.from({ length: count }, (_, n) => ({
      ...note!,
      id: `n${n}`,
      on: add_days("2026-11-19", -Math.floor(n / a_day)),
    }));
    carry_with(door);
    return door;
  }
  it("is read page by page, every note once, to the end", async () => {
    const door = door_with(1_000, 7);
    const pages = new FolderPages({ person: "", polarity: "", up_to: null });
    await pages.refresh();
    expect(pages.notes.length).toBeGreaterThanOrEqual(PAGE);
    expect(pages.notes.length).toBeLessThan(PAGE + 7);
    for (let n = 0; n < 10; n++) await pages.more();
    expect(pages.notes).toHaveLength(1_000);
    expect(new Set(pages.notes.map((note) => note.id)).size).toBe(1_000);
    expect(pages.ended).toBe(true);
    const asked = door.calls.length;
    await pages.more();
    expect(door.calls.length).toBe(asked);
  });
  it("keeps what was read when something changes", async () => {
    door_with(600, 3);
    const pages = new FolderPages({ person: "", polarity: "", up_to: null });
    await pages.refresh();
    await pages.more();
    const before = pages.notes.length;
    await pages.refresh();
    expect(pages.notes.length).toBe(before);
  });
  it("starts at a day when asked to", async () => {
    door_with(600, 3);
    const pages = new FolderPages({ person: "", polarity: "", up_to: "2026-10-01" });
    await pages.refresh();
    expect(pages.notes[0]?.on).toBe("2026-10-01");
  });
});
