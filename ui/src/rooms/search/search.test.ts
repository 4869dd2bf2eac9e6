import { screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Found } from "../../door/names";
import { carry_with } from "../../door/door";
import { FakeDoor } from "../../../dev/fake_door";
import { in_room, open_house } from "../../../test/house";
import { ANYTHING, place_of, Searching, type SearchChoice } from "./state.svelte";
import { words } from "./words";

const choice = (query: string): SearchChoice => ({ ...ANYTHING, query });

describe("searching while typing", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("asks once the keys were quiet for a moment", async () => {
    const door = new FakeDoor();
    carry_with(door);
    const searching = new Searching();
    searching.ask(choice("f"));
    await vi.advanceTimersByTimeAsync(40);
    searching.ask(choice("fa"));
    await vi.advanceTimersByTimeAsync(59);
    expect(door.called("search.find")).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(door.called("search.find").map((args) => args.query)).toEqual(["fa"]);
  });
  it("lets the latest question win, however late an older answer comes", async () => {
    const door = new FakeDoor();
    carry_with(door);
    const waiting: Record<string, (found: Found) => void> = {};
    door.answers["search.find"] = ({ query }) => new Promise((resolve) => (waiting[query] = resolve));
    const answer = (title: string): Found => ({
      hits: [],
      people: [{ ...structuredClone(door.house.hold.people[1]!), name: title } as never],
    });
    const searching = new Searching();
    searching.ask(choice("old"));
    await vi.advanceTimersByTimeAsync(60);
    searching.ask(choice("new"));
    await vi.advanceTimersByTimeAsync(60);
    waiting.new!(answer("new"));
    await vi.advanceTimersByTimeAsync(0);
    waiting.old!(answer("old"));
    await vi.advanceTimersByTimeAsync(0);
    expect(searching.found?.people[0]?.name).toBe("new");
    expect(searching.asked).toBe("new");
  });
  it("says where and when to look", async () => {
    const door = new FakeDoor();
    carry_with(door);
    const searching = new Searching();
    const meant = { person: "maya", kind: "one_on_one", from: "2026-01-01" } as const;
    // What is chosen of notes says nothing about 1:1s.
    searching.ask({ ...choice(" talk "), ...meant, raised: "raised", sourced: true, goal: "g1" });
    await vi.advanceTimersByTimeAsync(60);
    expect(door.called("search.find")).toEqual([
      {
        query: "talk",
        limit: 50,
        person: "maya",
        kinds: ["one_on_one", "section", "margin", "action"],
        from: "2026-01-01",
      },
    ]);
  });
});

describe("the search page", () => {
  it("marks what fits and opens it with Enter", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    const field = await screen.findByTestId("search-field");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, "dns alone");
    const mark = await screen.findByText("DNS alone", { selector: "mark" });
    expect(mark.closest("p")?.textContent).toContain("so Sam would not debug DNS alone.");
    await user.keyboard("{Enter}");
    await in_room("folder");
    expect(await screen.findByText(/Up to 17 November/)).toBeTruthy();
  });
  it("asks for notes by what is kept with them, once notes are looked for", async () => {
    const { user, door } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "the");
    await screen.findByText(/texts? found$/);
    expect(screen.queryByLabelText("Talked about")).toBeNull();
    await user.selectOptions(screen.getByLabelText("In"), "Fuzzy folder");
    const found = async (count: string) => screen.findByText(`${count} found`);
    await found("7 texts");
    await user.selectOptions(screen.getByLabelText("Talked about"), "Talked about");
    await found("2 texts");
    await user.selectOptions(screen.getByLabelText("Talked about"), "Not yet");
    await found("5 texts");
    await user.selectOptions(screen.getByLabelText("Kind of note"), "Leadership");
    await found("1 text");
    await user.selectOptions(screen.getByLabelText("Kind of note"), "Any");
    await found("5 texts");
    await user.click(screen.getByRole("checkbox", { name: "Source kept" }));
    await found("1 text");
    expect(door.called("search.find").at(-1)).toEqual({
      ...{ query: "the", limit: 50, kinds: ["note"], raised: false, sourced: true },
    });
    await user.selectOptions(screen.getByLabelText("In"), "Everything");
    await waitFor(() => expect(door.called("search.find").at(-1)).toEqual({ query: "the", limit: 50 }));
    expect(screen.queryByLabelText("Kind of note")).toBeNull();
  });
  it("asks for notes about a goal, of whoever is chosen, and lets go of one that is gone", async () => {
    const { user, door } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "the");
    await screen.findByText(/texts? found$/);
    expect(screen.queryByLabelText("Goal")).toBeNull();
    await user.selectOptions(screen.getByLabelText("In"), "Fuzzy folder");
    const goals = async (count: number) => {
      const field = (await screen.findByLabelText("Goal")) as HTMLSelectElement;
      await waitFor(() => expect(field.options).toHaveLength(count));
      return [...field.options].map((option) => option.text);
    };
    const asked = () => door.called("search.find").at(-1);
    const anywhere = { query: "the", limit: 50, kinds: ["note"] };
    expect(await goals(4)).toEqual([
      "Any or none",
      "Regional failover under 90 s (Maya Okafor)",
      "Speak at one conference (Maya Okafor)",
      "A release a week (Elif Brandt)",
    ]);
    await user.selectOptions(screen.getByLabelText("Goal"), "g1");
    await screen.findByText("1 text found");
    expect(asked()).toEqual({ ...anywhere, goal: "g1" });
    // Still hers.
    await user.selectOptions(screen.getByLabelText("About"), "Maya Okafor");
    expect(await goals(3)).toEqual([
      "Any or none",
      "Regional failover under 90 s",
      "Speak at one conference",
    ]);
    await waitFor(() => expect(asked()).toEqual({ ...anywhere, person: "maya", goal: "g1" }));
    // Not somebody else’s.
    await user.selectOptions(screen.getByLabelText("About"), "Elif Brandt");
    await waitFor(() => expect(asked()).toEqual({ ...anywhere, person: "elif" }));
    expect((screen.getByLabelText("Goal") as HTMLSelectElement).value).toBe("");
    // Gone while it is chosen.
    await user.selectOptions(screen.getByLabelText("Goal"), "g3");
    await waitFor(() => expect(asked()).toEqual({ ...anywhere, person: "elif", goal: "g3" }));
    door.house.deed("goal.save", "Taken back", () => {
      door.house.hold.goals = door.house.hold.goals.filter((goal) => goal.id !== "g3");
    });
    await waitFor(() => expect(asked()).toEqual({ ...anywhere, person: "elif" }));
    expect(screen.queryByLabelText("Goal")).toBeNull();
  });
  it("shows a find as it reads, without the marks of Markdown", async () => {
    const { user, door } = await open_house();
    door.house.sections_of("m1")[0]!.text =
      "## Rollout\n\n- the **zebra crossing** is [open](https://example.test)";
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "zebra");
    const mark = await screen.findByText("zebra", { selector: "mark" });
    expect(mark.closest("p")?.textContent?.trim()).toBe("Rollout · the zebra crossing is open");
  });
  it("moves with the arrows", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "talk");
    await screen.findByText(/texts? found$/);
    await user.keyboard("{ArrowDown}{Enter}");
    await in_room("one_on_one");
  });
  it("opens what was typed and not what was shown of fewer letters", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "ma");
    await screen.findAllByRole("option");
    // No quiet moment between the last letter and Enter.
    await user.type(screen.getByTestId("search-field"), "{Backspace}{Backspace}tomás{Enter}");
    await in_room("person");
    expect(await screen.findByRole("heading", { level: 1, name: "Tomás Lindqvist" })).toBeTruthy();
  });
  it("stays where it is when one types on after Enter", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "tal{Enter}k");
    await screen.findByText(/texts? found$/);
    expect(document.querySelector("main")!.dataset.room).toBe("search");
  });
  it("says what to try when nothing fits", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "zebra");
    expect(await screen.findByText(/Nothing found for “zebra”/)).toBeTruthy();
  });
  it.each([
    [0, 1, false, "1 text found"],
    [0, 50, true, "The newest 50 texts found"],
    [1, 0, false, "1 person found"],
    [2, 3, false, "2 people and 3 texts found"],
    [65, 50, true, "65 people and the newest 50 texts found"],
  ])("counts what was found: %i people, %i texts", (people, texts, cut, said) => {
    expect(words.found(people, texts, cut)).toBe(said);
  });
  it("leads every kind of find somewhere", () => {
    const hit = (room: "person" | "one_on_one" | "folder" | "goal" | "review") =>
      place_of({
        kind: "note",
        record: "x",
        open: { room, id: "i" },
        person: "maya",
        person_name: "Maya",
        title: "",
        on: "2026-11-17",
        snippet: [],
      });
    expect(hit("person")).toEqual({ room: "person", id: "i" });
    expect(hit("one_on_one")).toEqual({ room: "one_on_one", id: "i" });
    expect(hit("folder")).toEqual({ room: "folder", person: "maya", on: "2026-11-17" });
    expect(hit("goal")).toEqual({ room: "goals", goal: "i" });
    expect(hit("review")).toEqual({ room: "review", id: "i" });
  });
});
