import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDoor } from "../../../dev/fake_door";
import { go, open_house, open_meeting } from "../../../test/house";
import type { CoachHint } from "../../door/calls";
import { carry_with } from "../../door/door";
import { put } from "./coach/field";
import { in_context, moved, next_place, pieces } from "./coach/spans";
import { cards, Coaching, type Question } from "./coach/state.svelte";

const hint = (text: string, excerpt: string, from = text.indexOf(excerpt)): CoachHint => ({
  ...{ rule: "r", at: { from, to: from + excerpt.length }, excerpt, replacements: [], mark: excerpt },
});

describe("a place in a text that goes on changing", () => {
  const text = "One 😀 always two.";
  it.each([
    ["stays when something is written behind it", "One 😀 always two, three.", "always"],
    ["moves along when something is written before it", "And one 😀 always two.", "always"],
    ["moves along when something before it is taken away", "😀 always two.", "always"],
    ["is gone when it was changed itself", "One 😀 alway two.", null],
    ["is gone when it was taken away", "One 😀 two.", null],
    ["is gone with its text", "", null],
  ])("%s", (_, after, stands) => {
    const [one] = moved([hint(text, "always")], text, after);
    expect(one ? after.slice(one.at.from, one.at.to) : null).toBe(stands);
  });
  it("is cut out of the text, with what lies over it", () => {
    const both = [hint("a bcd e", "bcd"), hint("a bcd e", "cd e")];
    expect(pieces("a bcd e", both)).toEqual([
      { text: "a ", hints: [] },
      { text: "b", hints: [0] },
      { text: "cd", hints: [0, 1] },
      { text: " e", hints: [1] },
    ]);
    expect(pieces("", [])).toEqual([]);
  });
  it("is shown with the words around it, of its own line", () => {
    const long = "First line.\nShe did quite a lot and was always late for the meetings of Monday.\nLast.";
    const around = { before: 14, after: 12 };
    expect(in_context(long, hint(long, "always"), around)).toEqual({
      ...{ before: "…lot and was ", marked: "always", after: " late for…" },
    });
  });
  it.each([
    ["the first after the caret", 5, 5, 1, 1],
    ["round at the end", 30, 30, 1, 0],
    ["from the one that is selected to the next", 10, 12, 1, 2],
    ["from the last that is selected to the first", 20, 25, 1, 0],
    ["from the first that is selected back to the last", 0, 3, -1, 2],
    ["back to the one before the caret", 15, 15, -1, 1],
    ["back round at the start", 0, 0, -1, 2],
  ] as const)("the next one is %s", (_, from, to, step, which) => {
    const at = (from: number, to: number): CoachHint => ({ ...hint("", ""), at: { from, to } });
    expect(next_place([at(0, 3), at(10, 12), at(20, 25)], { from, to }, step)).toBe(which);
    expect(next_place([], { from, to }, step)).toBe(-1);
  });
});

describe("reading along", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const asked = (text: string): Question => ({ text, kind: "note" });
  function begin() {
    const door = new FakeDoor();
    carry_with(door);
    const coaching = new Coaching();
    const texts = () => door.called("coach.check").map(({ text }) => text);
    return { door, coaching, texts };
  }
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it("asks a quarter of a second after the last key", async () => {
    const { coaching, texts } = begin();
    coaching.look(asked(""));
    coaching.look(asked("She is al"));
    await pass(200);
    coaching.look(asked("She is always"));
    await pass(249);
    expect(texts()).toEqual([]);
    await pass(1);
    expect(texts()).toEqual(["She is always"]);
    expect(coaching.hints.map(({ rule }) => rule)).toEqual(["absolute"]);
  });
  it("asks at once when the field is left, and not twice for the same", async () => {
    const { coaching, texts } = begin();
    coaching.look(asked(""));
    coaching.look(asked("She is always late."));
    void coaching.now();
    await pass(1000);
    void coaching.now();
    await pass(1000);
    expect(texts()).toEqual(["She is always late."]);
  });
  it("reads a text that is there from the start, and asks nothing about no words", async () => {
    const { coaching, texts } = begin();
    coaching.look(asked("She is never here."));
    await pass(0);
    expect(texts()).toEqual(["She is never here."]);
    const other = begin();
    other.coaching.look(asked(" "));
    await other.coaching.now();
    expect(other.texts()).toEqual([]);
  });
  it("lets the latest answer win, and moves the places until it comes", async () => {
    const { door, coaching } = begin();
    const check = door.answers["coach.check"];
    const waiting: (() => void)[] = [];
    coaching.look(asked("Always late."));
    await pass(0);
    door.answers["coach.check"] = (args) =>
      new Promise((resolve) => waiting.push(() => resolve(check(args) as never)));
    coaching.look(asked("So: Always late."));
    expect(coaching.hints[0]?.at).toEqual({ from: 4, to: 10 });
    await pass(250);
    coaching.look(asked("So late."));
    expect(coaching.hints).toEqual([]);
    await pass(250);
    waiting[1]!();
    await pass(0);
    waiting[0]!();
    await pass(0);
    expect(coaching.hints).toEqual([]);
  });
  it("says nothing wrong when it could not read, and reads again", async () => {
    const { door, coaching } = begin();
    const check = door.answers["coach.check"];
    door.answers["coach.check"] = () => {
      throw { kind: "machine", rule: null, sentence: "The disk is full.", next: null };
    };
    coaching.look(asked("Always late."));
    await pass(0);
    expect(coaching.fault?.message).toBe("The disk is full.");
    door.answers["coach.check"] = check;
    await coaching.now();
    expect(coaching.fault).toBeNull();
    expect(coaching.hints).toHaveLength(1);
  });
});

it("the rules are asked for once, however many texts are read", async () => {
  carry_with(new FakeDoor());
  expect(await cards()).toBe(await cards());
});
it("words put into a field are heard by whoever keeps its text", () => {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = "Her main weakness is time.";
  const heard = vi.fn();
  field.addEventListener("input", () => heard(field.value));
  put(field, { from: 9, to: 17 }, "area to improve");
  expect(heard.mock.calls).toEqual([["Her main area to improve is time."]]);
  expect(field.selectionStart).toBe(24);
});

describe("the coach below a note", () => {
  async function edit(user: UserEvent) {
    await go(user, "f", "folder");
    const note = (await screen.findByText(/^Stayed on the bridge/)).closest("article")!;
    await user.click(within(note).getByRole("button", { name: "Edit" }));
    return within(await screen.findByTestId("note-sheet"));
  }
  const TEXT = "She is always late. Her main weakness is time. She is reliable.";
  async function write(user: UserEvent, text = TEXT) {
    const sheet = await edit(user);
    const field = sheet.getByLabelText<HTMLTextAreaElement>("Note");
    await user.clear(field);
    await user.type(field, text);
    await sheet.findByRole("button", { name: /places? to look at/ });
    return { sheet, field };
  }
  const hop = (user: UserEvent, shift = false) =>
    user.keyboard(shift ? "{Alt>}{Shift>}h{/Shift}{/Alt}" : "{Alt>}h{/Alt}");
  const selected = (field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd);
  const said = () => screen.getAllByTestId("coach")[0]!.querySelector("[role=status]")!.textContent;

  it("says how many places there are, marks them in the field, and never holds the form up", async () => {
    const { user, door } = await open_house();
    const { sheet } = await write(user);
    expect(sheet.getByRole("button", { name: "3 places to look at" }).ariaExpanded ?? "false").toBe("false");
    expect(said()).toBe("3 places to look at");
    const lines = sheet.getByTestId("coach-lines");
    expect([...lines.querySelectorAll("span")].map((one) => one.textContent)).toEqual([
      ...["always", "weakness", "reliable"],
    ]);
    expect(lines.getAttribute("aria-hidden")).toBe("true");
    const { record, person, has_example, has_figure } = door.called("coach.check").at(-1)!;
    expect({ record, person, has_example, has_figure }).toEqual({
      ...{ record: "n1", person: "maya", has_example: false, has_figure: false },
    });
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByTestId("note-sheet")).toBeNull());
    expect(door.called("folder.edit_note")[0]).toMatchObject({ text: TEXT });
  });
  it("goes from place to place by one key, selects it, and a screen reader hears it", async () => {
    const { user } = await open_house();
    const { sheet, field } = await write(user);
    await hop(user);
    await waitFor(() => expect(selected(field)).toBe("always"));
    expect(document.activeElement).toBe(field);
    expect(said()).toMatch(/^1 of 3\. Always and never: “always”\. “Always” and “never” are rarely true/);
    await hop(user);
    await waitFor(() => expect(selected(field)).toBe("weakness"));
    expect(
      within(sheet.getByTestId("coach-hint")).getByText("Your main weakness is estimating."),
    ).toBeTruthy();
    await hop(user, true);
    await waitFor(() => expect(selected(field)).toBe("always"));
    await hop(user, true);
    await waitFor(() => expect(selected(field)).toBe("reliable"));
    await user.keyboard("{Escape}");
    expect(sheet.queryByTestId("coach-list")).toBeNull();
    expect(screen.getByTestId("note-sheet")).toBeTruthy();
  });
  it("puts the better words into the text", async () => {
    const { user } = await open_house();
    const { sheet, field } = await write(user);
    await user.click(sheet.getByRole("button", { name: "3 places to look at" }));
    const list = within(sheet.getByTestId("coach-list"));
    await user.click(list.getByRole("button", { name: /^Constructive wording/ }));
    await user.click(list.getByRole("button", { name: "Put “area to improve” instead" }));
    expect(field.value).toBe("She is always late. Her main area to improve is time. She is reliable.");
    expect(document.activeElement).toBe(field);
    await sheet.findByRole("button", { name: "2 places to look at" });
  });
  it("is walked by the arrows", async () => {
    const { user } = await open_house();
    const { sheet } = await write(user);
    await user.click(sheet.getByRole("button", { name: "3 places to look at" }));
    const list = within(sheet.getByTestId("coach-list"));
    const row = (name: RegExp) => list.getByRole("button", { name });
    row(/^Always and never/).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(row(/^Missing example/)));
    await user.keyboard("{ArrowUp}");
    await waitFor(() => expect(document.activeElement).toBe(row(/^Constructive wording/)));
  });
  it("remembers with the note what was set aside and why, shows it, and takes it up again", async () => {
    const { user, door } = await open_house();
    const { sheet } = await write(user);
    await hop(user);
    await user.click(await sheet.findByRole("button", { name: "Set aside" }));
    const why = sheet.getByLabelText("Why does it not apply here?");
    await user.type(why, "{Enter}");
    expect((await sheet.findByRole("alert")).textContent).toBe("Say in a few words why.");
    expect(door.called("coach.dismiss")).toEqual([]);
    // The form around it would be sent by an Enter that is let through.
    await user.type(why, "Every day of May");
    expect(await fireEvent.keyDown(why, { key: "Enter" })).toBe(false);
    await sheet.findByRole("button", { name: "2 places to look at" });
    expect(door.called("coach.dismiss")[0]).toMatchObject({
      ...{ record: "n1", kind: "note", rule: "absolute", because: "Every day of May" },
    });
    expect(door.called("folder.edit_note")).toEqual([]);
    await user.click(sheet.getByRole("button", { name: "1 set aside" }));
    const aside = within(await sheet.findByTestId("coach-aside"));
    expect((await aside.findByRole("listitem")).textContent).toContain("Always and never Every day of May");
    await user.click(aside.getByRole("button", { name: /^Take up again/ }));
    await sheet.findByRole("button", { name: "3 places to look at" });
    expect(sheet.queryByRole("button", { name: "1 set aside" })).toBeNull();
  });
  it("asks about a missing example no more once one is written beside it", async () => {
    const { user } = await open_house();
    const { sheet } = await write(user);
    await user.type(sheet.getByLabelText("Example"), "Monday");
    await sheet.findByRole("button", { name: "2 places to look at" });
  });
  it("is covered while presenting, and marks nothing", async () => {
    const { user } = await open_house();
    const { sheet } = await write(user);
    await hop(user);
    await sheet.findByTestId("coach-list");
    await user.keyboard("{F8}");
    await sheet.findByRole("button", { name: "Places to look at, covered" });
    expect(sheet.getByTestId("coach-list").closest("[hidden]")).toBeTruthy();
    expect(sheet.queryByTestId("coach-lines")).toBeNull();
  });
});

describe("the coach where nothing is kept yet", () => {
  it("sets aside for as long as the sheet is open, and takes up again", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click((await screen.findAllByRole("button", { name: /feedback/i }))[0]!);
    const sheet = within(await screen.findByTestId("feedback-sheet"));
    const field = sheet.getByRole("textbox");
    await user.clear(field);
    await user.type(field, "You never answer.");
    await user.click(await sheet.findByRole("button", { name: "1 place to look at" }));
    await user.click(sheet.getByRole("button", { name: "Set aside" }));
    await user.type(sheet.getByLabelText("Why does it not apply here?"), "Her words{Enter}");
    await user.click(await sheet.findByRole("button", { name: "1 set aside" }));
    expect(door.called("coach.dismiss")).toEqual([]);
    await user.click(sheet.getByRole("button", { name: "Take up again: Always and never, Her words" }));
    expect(await sheet.findByRole("button", { name: "1 place to look at" })).toBeTruthy();
  });
});
