import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import { fault } from "../../dev/fake_house";
import { go, open_house, open_meeting } from "../../test/house";
import { commands, type Command } from "./commands";

const table: readonly Command[] = commands;
const NAMES: Record<string, string> = {
  "←": "ArrowLeft",
  "→": "ArrowRight",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
};

/** Presses a key as the table writes it; true when the browser is left to do its own with every stroke of it. */
async function press(keys: string): Promise<boolean> {
  const parts = keys.split(" ");
  const held = parts.filter((part) => ["Ctrl", "Alt", "Shift"].includes(part));
  let left = true;
  for (const part of parts.slice(held.length)) {
    const letter = part.length === 1 && !held.includes("Shift") ? part.toLowerCase() : part;
    left &&= await fireEvent.keyDown(document.activeElement!, {
      key: NAMES[part] ?? letter,
      ctrlKey: held.includes("Ctrl"),
      altKey: held.includes("Alt"),
      shiftKey: held.includes("Shift"),
    });
    await tick();
  }
  return left;
}
/** Two places behind and one ahead, and a goal half written. */
async function half_written(user: UserEvent) {
  await go(user, "p", "people");
  await go(user, "g", "goals");
  await go(user, "r", "reviews");
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await user.keyboard("cg");
  const sheet = await screen.findByTestId("goal-sheet");
  const title = sheet.querySelector<HTMLInputElement>("[name=title]")!;
  await user.type(title, "Half a goal");
  return { sheet, title };
}
const room = () => document.querySelector("main")?.dataset.room;
const sheets = () =>
  [...document.querySelectorAll("dialog[open]")].map((sheet) => sheet.getAttribute("data-testid"));

describe("over a sheet", () => {
  const NOTE = table.find((command) => command.id === "folder.quick_note")!;
  it.each(["a field", "a button"])(
    "no key goes elsewhere or takes the sheet away, pressed on %s",
    async (where) => {
      const { user, door } = await open_house();
      const { sheet, title } = await half_written(user);
      const close = sheet.querySelector("button")!;
      for (const command of table) {
        // Locking has its own tests. The one key that goes on belongs to the sheet.
        if (command.id === "vault.lock" || command.keys.includes("Ctrl Enter")) continue;
        for (const keys of command.keys) {
          // A letter in a field is a letter.
          if (where === "a field" && !/Ctrl|Alt|F8/.test(keys)) continue;
          (where === "a field" ? title : close).focus();
          await press(keys);
          expect([keys, room(), title.isConnected, title.value]).toEqual([
            keys,
            "goals",
            true,
            "Half a goal",
          ]);
          const over = command === NOTE ? ["goal-sheet", "quick-note"] : ["goal-sheet"];
          expect([keys, sheets()]).toEqual([keys, over]);
          if (command === NOTE) await user.keyboard("{Escape}");
        }
      }
      expect(door.house.settings.presenting).toBe(true);
    },
  );
  it("the browser’s own way back and forward does nothing either", async () => {
    const { user } = await open_house();
    expect(await press("Alt ←")).toBe(false);
    await half_written(user);
    expect(await press("Alt ←")).toBe(false);
    expect(await press("Alt →")).toBe(false);
  });
  it("a note is kept, and what was begun is there again", async () => {
    const { user, door } = await open_house();
    const { title } = await half_written(user);
    door.house.tell({ kind: "capture" });
    await screen.findByTestId("quick-note");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("quick-note-who")));
    await user.keyboard("tom{Enter}{Tab}Wrote the runbook{Enter}");
    await screen.findByText("Kept in Tomás’s fuzzy folder.");
    expect(sheets()).toEqual(["goal-sheet"]);
    expect(title.value).toBe("Half a goal");
    expect(document.activeElement).toBe(title);
  });
  it("its history is looked into, and what was begun is there again", async () => {
    const { user } = await open_house();
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^A release a week/ }));
    const sheet = await screen.findByTestId("goal-sheet");
    await user.click(await within(sheet).findByRole("button", { name: "Change the words" }));
    const title = sheet.querySelector<HTMLInputElement>("[name=title]")!;
    await user.type(title, ", half changed");
    await user.click(within(sheet).getByRole("button", { name: "History" }));
    const history = await screen.findByTestId("record-history");
    await user.click(within(history).getByRole("button", { name: "Close" }));
    expect(sheets()).toEqual(["goal-sheet"]);
    expect(title.value).toMatch(/, half changed$/);
  });
  it("a lock that is refused leaves the sheet below", async () => {
    const { user, door } = await open_house();
    const { title } = await half_written(user);
    door.answers["vault.hand_over"] = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    await user.keyboard("{Control>}l{/Control}");
    await user.click(await screen.findByRole("button", { name: "Stay open" }));
    expect(sheets()).toEqual(["goal-sheet"]);
    expect(title.value).toBe("Half a goal");
  });
  it("the keys of the page below wait", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("?");
    await screen.findByTestId("keymap");
    const before = door.calls.length;
    for (const command of table.filter(({ group }) => group === "page")) await press(command.keys[0]!);
    await press("J");
    expect(door.calls.slice(before)).toEqual([]);
    expect([room(), sheets()]).toEqual(["one_on_one", ["keymap"]]);
  });
  it("the arrows are the sheet’s, not the list’s below", async () => {
    const { user } = await open_house();
    await go(user, "p", "people");
    await screen.findAllByTestId("person");
    expect(await press("↓")).toBe(false);
    await user.keyboard("?");
    await screen.findByTestId("keymap");
    expect(await press("↓")).toBe(true);
  });
});
