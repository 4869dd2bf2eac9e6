import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { in_room, open_house } from "../../../test/house";
import { FakeDoor } from "../../../dev/fake_door";
import { today as fake_today } from "../../../dev/fake_pages";
import { headline, meeting_line, promises_in_order } from "./state.svelte";

const day = (change: (today: ReturnType<typeof fake_today>) => void = () => undefined) => {
  const today = structuredClone(fake_today(new FakeDoor().house));
  change(today);
  return headline(today);
};

describe("the headline", () => {
  it("counts the day and names who needs something", () => {
    expect(day()).toEqual({
      title: "Three conversations today",
      line: "Maya’s at 10:00 has nothing written yet. The other two are ready.",
    });
  });
  it("counts what a series brings today, though nobody opened it yet", () => {
    const slot = {
      ...{ pair: "p", person: "tomas", person_name: "Tomás Lindqvist" },
      ...{ starts: "2026-11-19T16:00", minutes: 30, is_day_off: false },
    };
    const only = (slots: (typeof slot)[]) =>
      day((today) => {
        today.meetings = [];
        today.slots = slots;
      });
    expect(only([slot])).toEqual({
      title: "One conversation today",
      line: "Tomás’s at 16:00 has nothing written yet.",
    });
    expect(only([]).title).toBe("Nothing planned today");
  });
  it("speaks of one as of one", () => {
    const one = day((today) => (today.meetings = today.meetings.slice(1, 2)));
    expect(one).toEqual({ title: "One conversation today", line: "It is ready." });
    const bare = day((today) => (today.meetings = today.meetings.slice(0, 1)));
    expect(bare.line).toBe("Maya’s at 10:00 has nothing written yet.");
  });
  it("says when several need something", () => {
    expect(day((today) => today.meetings.forEach((one) => (one.written = 0))).line).toBe(
      "Three have nothing written yet.",
    );
  });
  it("looks ahead when nothing is planned today", () => {
    expect(day((today) => (today.meetings = []))).toEqual({
      title: "Nothing planned today",
      line: "The next one is with Tomás, tomorrow.",
    });
  });
  it("knows when the day is done", () => {
    expect(day((today) => today.meetings.forEach((one) => (one.line.state = "held"))).title).toBe(
      "All of today’s conversations are held",
    );
  });
});

describe("what is known before a meeting", () => {
  const [meeting] = fake_today(new FakeDoor().house).meetings;
  const line = (new_notes: number, open_actions: number, written: number) =>
    meeting_line({ ...meeting!, new_notes, open_actions, written }).replaceAll("\u00a0", " ");
  it.each([
    [2, 3, 4, "2 new in Maya’s fuzzy folder · 3 open actions · 4 of 5 sections written"],
    [2, 0, 4, "2 new in Maya’s fuzzy folder · 4 of 5 sections written"],
    [0, 1, 0, "1 open action"],
    [2, 0, 0, "2 new in Maya’s fuzzy folder"],
    [0, 0, 0, "Nothing new since last time"],
  ])("has a dot only between two facts: %i new, %i open, %i written", (notes, actions, written, told) => {
    expect(line(notes, actions, written)).toBe(told);
  });
});

describe("Today", () => {
  it("ends no line with a dot that joins facts, also where a promise has no day", async () => {
    const { door } = await open_house();
    door.house.deed("action.set", "changed", () =>
      door.house.hold.actions.forEach((action) => (action.due = null)),
    );
    const promises = () => [...screen.getByTestId("promises").querySelectorAll("small")];
    await waitFor(() => expect(promises().every((line) => !line.textContent?.includes("due"))).toBe(true));
    const told = [...document.querySelectorAll("main *")].map((one) => one.textContent?.trim() ?? "");
    expect(promises().length).toBeGreaterThan(0);
    // The dot itself is no line.
    expect(told.filter((text) => text.length > 1 && /^·|·$/.test(text))).toEqual([]);
  });
  it("names what is due around 1:1s, and each line leads to where it is done", async () => {
    const { user, door } = await open_house();
    const due = within(await screen.findByTestId("due"));
    expect(due.getAllByRole("button").map((line) => line.textContent?.trim())).toEqual([
      expect.stringMatching(/^Send Elif the notes/),
      expect.stringMatching(/^Maya’s document has not arrived/),
      expect.stringMatching(/^More than two weeks without Sam/),
    ]);
    door.answers["reminder.due"] = () => [];
    door.house.tell({ kind: "remind", sentence: "Something is due." });
    await waitFor(() => expect(screen.queryByTestId("due")).toBeNull());
    door.answers["reminder.due"] = () => [
      {
        kind: "send_notes",
        meeting: "m9",
        person: "elif",
        person_name: "Elif Brandt",
        starts: "2026-11-18T15:00",
        at: "2026-11-19T01:30:00Z",
      },
    ];
    door.house.tell({ kind: "remind", sentence: "Something is due." });
    await user.click(within(await screen.findByTestId("due")).getByRole("button"));
    await in_room("one_on_one");
  });
  it("opens a meeting from the list by keys", async () => {
    const { user } = await open_house();
    await user.keyboard("jj{Enter}");
    await in_room("one_on_one");
    expect(await screen.findByRole("heading", { name: "Jun and Dana" })).toBeTruthy();
  });
  it("ticks a promise, and takes the tick back", async () => {
    const { user, door } = await open_house();
    const promises = within(screen.getByTestId("promises"));
    await user.click(promises.getByRole("checkbox", { name: "Ask HR about the January band review" }));
    await waitFor(() => expect(promises.queryByText("Ask HR about the January band review")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await promises.findByText("Ask HR about the January band review")).toBeTruthy();
    expect(door.called("history.undo")).toEqual([{ deed: 1 }]);
  });
  it("puts mine before theirs, and what is due first", () => {
    const action = { ...new FakeDoor().house.hold.actions[0]! };
    const order = promises_in_order([
      { ...action, id: "theirs", mine: false, due: "2026-11-01" },
      { ...action, id: "no day", due: null },
      { ...action, id: "soon", due: "2026-11-20" },
    ]);
    expect(order.map((one) => one.id)).toEqual(["soon", "no day", "theirs"]);
  });
  it("offers three ways to begin when the vault is empty", async () => {
    const { user } = await open_house({ empty: true });
    expect(screen.getByTestId("headline").textContent).toBe("Welcome, Dana");
    const ways = within(screen.getByTestId("beginning"));
    await user.click(ways.getByRole("button", { name: "Add a person" }));
    expect(await screen.findByTestId("person-sheet")).toBeTruthy();
  });
});
