import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { talk_about } from "../../dev/talked";
import { go, in_room, open_house, open_meeting, open_person } from "../../test/house";
import { commands, type Command } from "./commands";
import { stroke_of } from "./keyboard";
import { palette_rows } from "./palette";

const table: readonly Command[] = commands;

describe("the table of commands", () => {
  it("gives every command a key of its own", () => {
    const keys = table.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(table.every((command) => command.keys.length > 0 && command.title !== "")).toBe(true);
    expect(new Set(table.map((command) => command.id)).size).toBe(table.length);
  });
  it("has no key that another one's chord would swallow", () => {
    const starts = table.flatMap((command) =>
      command.keys.filter((keys) => /^[A-Z] [A-Z]$/.test(keys)).map((keys) => keys[0]),
    );
    const singles = table.flatMap((command) => command.keys.filter((keys) => keys.length === 1));
    expect(singles.filter((key) => starts.includes(key))).toEqual([]);
  });
  it("is reachable in the palette, every row by its title", () => {
    for (const command of table) {
      const [first] = palette_rows(command.title, table, [], []);
      expect(first).toMatchObject({ kind: "command", command: { id: command.id } });
    }
  });
  it("writes a press as the table does", () => {
    const press = (init: KeyboardEventInit) => stroke_of(new KeyboardEvent("keydown", init));
    expect(press({ key: "N", ctrlKey: true, shiftKey: true })).toBe("Ctrl Shift N");
    expect(press({ key: "?", shiftKey: true })).toBe("?");
    expect(press({ key: "ArrowDown", altKey: true })).toBe("Alt ↓");
  });
  it("stands whole in the map of keys", async () => {
    const { user } = await open_house();
    await user.keyboard("?");
    const map = within(await screen.findByTestId("keymap"));
    for (const command of table) expect(map.getByText(command.title)).toBeTruthy();
  });
  it("is carried out on the page it belongs to: nothing in it is a dead end", async () => {
    const { user, door } = await open_house();
    const offered = new Set<string>();
    async function look() {
      await user.keyboard("{Control>}k{/Control}");
      const palette = within(await screen.findByTestId("palette"));
      for (const option of palette.getAllByRole("option"))
        offered.add(option.querySelector(".grow")?.textContent ?? "");
      await user.keyboard("{Escape}");
    }
    await look();
    await open_person(user, "Maya Okafor");
    await look();
    await go(user, "t", "today");
    await screen.findByTestId("headline");
    await open_meeting(user);
    await look();
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /^Rollback plans/ }));
    await screen.findByTestId("talk");
    await look();
    await go(user, "r", "reviews");
    const main = within(document.querySelector("main")!);
    const [maya] = await main.findAllByRole("button", { name: /Maya Okafor/ });
    await look();
    await user.click(maya!);
    await screen.findByTestId("review");
    await look();
    await user.keyboard("{Alt>}i{/Alt}");
    await screen.findByTestId("asked");
    await look();
    door.house.deed("review.move_talk", "Review moved on", () => talk_about(door.house));
    await user.keyboard("{Alt>}d{/Alt}");
    await screen.findByTestId("talking");
    await look();
    expect(table.map((command) => command.title).filter((title) => !offered.has(title))).toEqual([]);
  });
});

describe("the keyboard", () => {
  it.each([
    ["p", "people"],
    ["o", "one_on_ones"],
    ["f", "folder"],
    ["g", "goals"],
    ["r", "reviews"],
    ["h", "history"],
    ["t", "today"],
  ])("G and %s goes to %s", async (letter, room) => {
    const { user } = await open_house();
    await go(user, letter, room);
  });
  it("types letters into a field instead of running commands", async () => {
    const { user } = await open_house();
    await go(user, "p", "people");
    const field = await screen.findByTestId("people-filter");
    await user.type(field, "gt?");
    expect((field as HTMLInputElement).value).toBe("gt?");
    expect(document.querySelector("main")?.dataset.room).toBe("people");
  });
  it("goes back and forward", async () => {
    const { user } = await open_house();
    await go(user, "p", "people");
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await in_room("today");
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await in_room("people");
  });
  it("undoes the last deed when no text is being written", async () => {
    const { user, door } = await open_house();
    await user.click(screen.getByRole("checkbox", { name: "Find a second reader for the talk" }));
    await waitFor(() => expect(door.called("action.set")).toHaveLength(1));
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(door.called("history.undo")).toEqual([{}]));
    expect(await screen.findByText(/^Undone: Find a second reader/)).toBeTruthy();
  });
});

describe("the palette", () => {
  it("finds a person by a few letters and opens them", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}k{/Control}okaf");
    await screen.findByRole("option", { name: /Maya Okafor/ });
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: "Maya Okafor", level: 1 });
  });
  it("shows first what was used last", async () => {
    const { user } = await open_house();
    await go(user, "r", "reviews");
    await user.keyboard("{Control>}k{/Control}");
    const [first] = await screen.findAllByRole("option");
    expect(first?.textContent).toContain("Open the palette");
    expect(screen.getAllByRole("option")[1]?.textContent).toContain("Go to Reviews");
  });
  it("searches for what is neither", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}k{/Control}rollback step{Enter}");
    await in_room("search");
    expect(await screen.findByText("step", { selector: "mark", exact: false })).toBeTruthy();
  });
});
