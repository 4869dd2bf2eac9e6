import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { go, open_house, open_meeting, write_into } from "../../../test/house";
import { words as p } from "./practice_words";
import { PrepTime } from "./prep_time";
import { words } from "./words";

const on = (user: UserEvent) => user.keyboard("{Control>}{Enter}{/Control}");
const page = () => screen.getByTestId("one-on-one");
const state = (wanted: string) => waitFor(() => expect(page().dataset.state).toBe(wanted));

async function open_of(user: UserEvent, name: RegExp) {
  await go(user, "o", "one_on_ones");
  await user.click((await screen.findAllByRole("button", { name }))[0]!);
  await screen.findByTestId("one-on-one");
}

describe("before a 1:1", () => {
  it("three things are ticked as read; with all of them it is prepared", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const ready = within(screen.getByTestId("ready"));
    expect(ready.getByRole("img").getAttribute("aria-label")).toBe("1 of 3 done");
    await user.click(ready.getByRole("checkbox", { name: "Read what Maya wrote" }));
    await user.click(ready.getByRole("checkbox", { name: "Look through the fuzzy folder" }));
    await state("prepped");
    expect(door.called("one_on_one.tick_prep").map(({ what, done }) => [what, done])).toEqual([
      ["document", true],
      ["folder", true],
    ]);
    await user.click(ready.getByRole("checkbox", { name: "Look through the fuzzy folder" }));
    await state("planned");
  });
  it("a note is carried into the margin with one key, once", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const [carry] = screen.getAllByRole("button", { name: "Carry into the margin" });
    const before = screen.getAllByRole("button", { name: "Carry into the margin" }).length;
    carry!.focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "Carried along" })).toBeTruthy();
    expect(door.called("one_on_one.annotate")[0]).toMatchObject({ meeting: "m1" });
    expect(screen.getAllByRole("button", { name: "Carry into the margin" })).toHaveLength(before - 1);
  });
  it("what is worth a word is said, and not while somebody looks on", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    expect(screen.getByText("Not a word on learning for 8 weeks.")).toBeTruthy();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByTestId("hints")).toBeNull());
  });
  it("time counts while somebody is there, and a pause as a minute at most", () => {
    vi.useFakeTimers({ now: 0 });
    const time = new PrepTime();
    const end = time.watch();
    vi.setSystemTime(20_000);
    window.dispatchEvent(new Event("keydown"));
    vi.setSystemTime(30 * 60_000);
    window.dispatchEvent(new Event("pointermove"));
    vi.setSystemTime(30 * 60_000 + 1_500);
    expect(time.take()).toBe(20 + 60 + 1);
    expect(time.take()).toBe(0);
    end();
    vi.useRealTimers();
  });
});

describe("a document that was handed in", () => {
  it("is its author's: the text is closed, and words go beside it", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: "Mark as handed in" }));
    await waitFor(() => expect(screen.getByTestId("document-state").dataset.document).toBe("annotated"));
    expect(screen.getByTestId("section-goals").getAttribute("aria-readonly")).toBe("true");
    screen.getByTestId("section-needs").focus();
    await user.keyboard("{Alt>}b{/Alt}");
    await user.type(await screen.findByTestId("aside-text"), "Ask Ruth first{Enter}");
    await waitFor(() =>
      expect(door.called("one_on_one.annotate")).toEqual([
        { meeting: "m1", section: "m1-needs", text: "Ask Ruth first" },
      ]),
    );
    expect((await screen.findByText("Ask Ruth first")).closest(".private")).toBeTruthy();
  });
  it("shows word by word what changed since it was read", async () => {
    const { user, door } = await open_house();
    const goals = door.house.sections_of("m1").find((one) => one.kind === "goals")!;
    goals.read_text = goals.text.replace("104", "140");
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: p.changed_since }));
    expect(document.querySelector("del")?.textContent).toContain("140");
    expect(document.querySelector("ins")?.textContent).toContain("104");
  });
});

describe("sharing", () => {
  it("a private note goes into the document only after its words were looked at", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const aside = within(screen.getByTestId("aside"));
    await user.click(aside.getByRole("button", { name: "Share…" }));
    const sheet = within(await screen.findByTestId("share-sheet"));
    const text = sheet.getByLabelText<HTMLTextAreaElement>(p.share_text);
    expect(text.value).toBe("Ask what the DNS step costs if it slips again.");
    expect(door.called("one_on_one.add_remark")).toEqual([]);
    await fireEvent.input(text, { target: { value: "What does another slip cost?" } });
    await on(user);
    await waitFor(() =>
      expect(door.called("one_on_one.add_remark")).toEqual([
        { meeting: "m1", text: "What does another slip cost?", section: "m1-goals" },
      ]),
    );
    expect(screen.getByTestId("aside").textContent).toContain("Ask what the DNS step costs");
  });
  it("what is closed gets a correction below it, and nothing else", async () => {
    const { user, door } = await open_house();
    await open_of(user, /12 November.*Maya Okafor/);
    expect(screen.queryByTestId("add-point")).toBeNull();
    expect(screen.queryByRole("button", { name: /Write beside it/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Add a correction" }));
    const sheet = within(await screen.findByTestId("share-sheet"));
    await user.type(sheet.getByLabelText(p.share_text), "It was 61 pages.");
    await on(user);
    await waitFor(() => expect(door.called("one_on_one.add_remark")).toHaveLength(1));
    expect((await screen.findByTestId("remark")).className).toContain("correction");
  });
});

describe("in a meeting", () => {
  it("there is only the page, a clock, the promises, and a margin that is covered", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    await on(user);
    await state("in_progress");
    expect(screen.getByTestId("clock").textContent).toContain("of 30 min");
    expect(screen.queryByRole("navigation", { name: "Rooms" })).toBeNull();
    expect(screen.queryByTestId("find")).toBeNull();
    expect(screen.getByTestId("add-action")).toBeTruthy();
    expect(screen.getByTestId("margin").closest("[hidden]")).toBeTruthy();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByTestId("margin")).toBeNull());
    expect(screen.queryByTestId("aside")).toBeNull();
  });
  it("a section is ticked as talked about by a key", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await on(user);
    await state("in_progress");
    screen.getByTestId("section-learning").focus();
    await user.keyboard("{Alt>}t{/Alt}");
    await waitFor(() =>
      expect(door.called("one_on_one.mark_section")).toEqual([{ section: "m1-learning", talked: true }]),
    );
  });
  it("ends with what both understood, and plans what was left", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await on(user);
    await state("in_progress");
    await on(user);
    const sheet = within(await screen.findByTestId("part-sheet"));
    await user.click(sheet.getByRole("checkbox", { name: p.same_mine }));
    await user.click(sheet.getByRole("checkbox", { name: p.same_theirs("Maya") }));
    await user.click(sheet.getByRole("checkbox", { name: /^Change record/ }));
    await user.click(await sheet.findByRole("radio", { name: "tomorrow 12:00" }));
    await on(user);
    await state("held");
    expect(door.called("one_on_one.part")[0]).toMatchObject({
      id: "m1",
      same_mine: true,
      same_theirs: true,
      difference: "",
      raised: [expect.any(String)],
    });
    expect(door.called("one_on_one.plan")).toEqual([
      { person: "maya", starts: "2026-11-20T12:00", minutes: 30, kind: "follow_up", follows: "m1" },
    ]);
    expect(screen.getByTestId("sent").textContent).toContain("You met just now");
  });
});

describe("sending the notes", () => {
  it("offers a message, a file and the text, and only then is it said that they are out", async () => {
    const { user, door } = await open_house();
    await open_of(user, /18 November.*Elif Brandt/);
    await on(user);
    const sheet = within(await screen.findByTestId("send-sheet"));
    await user.click(sheet.getByRole("button", { name: p.by_file }));
    expect(await sheet.findByText("Saved as 1-1 notes.pdf.")).toBeTruthy();
    await user.click(sheet.getByRole("button", { name: p.by_mail }));
    expect(await sheet.findByText(p.mail_open)).toBeTruthy();
    expect(door.called("one_on_one.mail")).toEqual([{ id: "m9", open: true }]);
    expect(door.called("one_on_one.set_state")).toEqual([]);
    await user.click(sheet.getByRole("button", { name: p.sent_yes }));
    await state("notes_sent");
    expect(screen.getByTestId("sent").textContent).toContain("12 minutes after you met");
  });
});

describe("what somebody needs", () => {
  it("is taken as promises, once", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: p.take_needs }));
    const carried = within(screen.getByTestId("carried"));
    expect(await carried.findByRole("checkbox", { name: /^A reader for the talk proposal/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: p.take_needs }));
    expect(await screen.findByText("All of it is promised already.")).toBeTruthy();
    expect(door.house.deeds.filter((one) => one.name === "one_on_one.take_needs")).toHaveLength(1);
  });
});

describe("the way back", () => {
  it("of a message takes back its own deed, whatever was done since", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByTestId("add-action"));
    await user.keyboard("Find a reader{Enter}");
    const toast = await screen.findByText(words.action_added);
    const added = door.house.deeds.length;
    door.house.deed("folder.keep_note", "Something else", () => undefined);
    await user.click(within(toast.parentElement!).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(door.called("history.undo")).toEqual([{ deed: added }]));
  });
});

describe("feedback about the manager", () => {
  it("is kept in the manager's own folder, without whose it is", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: p.feedback.keep_it }));
    const sheet = within(await screen.findByTestId("feedback-sheet"));
    const text = sheet.getByLabelText<HTMLTextAreaElement>(p.feedback.text);
    expect(text.value).toContain("A reader for the talk proposal");
    await fireEvent.input(text, { target: { value: "Answers late when on call" } });
    await user.click(sheet.getByRole("button", { name: p.feedback.keep }));
    await screen.findByText(p.feedback.kept);
    expect(door.called("folder.keep_note")).toEqual([
      expect.objectContaining({
        person: "dana",
        polarity: "constructive",
        text: "Answers late when on call",
      }),
    ]);
    expect(JSON.stringify(door.called("folder.keep_note"))).not.toContain("Maya");
  });
});

describe("when something comes between", () => {
  it("short of time, it is made shorter before it is cancelled", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("x");
    const sheet = within(await screen.findByTestId("cancel-sheet"));
    await user.click(sheet.getByRole("button", { name: "Make it 10 min" }));
    await waitFor(() => expect(screen.queryByTestId("cancel-sheet")).toBeNull());
    expect(door.called("one_on_one.set_minutes")).toEqual([{ id: "m1", minutes: 10 }]);
    expect(await screen.findByText(/^10 minutes · /)).toBeTruthy();
    await user.keyboard("x");
    const again = within(await screen.findByTestId("cancel-sheet"));
    expect(again.queryByRole("button", { name: /^Make it/ })).toBeNull();
  });
});

describe("with one's own manager", () => {
  it("with one's own manager the document is one's own to hand in", async () => {
    const { user, door } = await open_house();
    const line = door.house.hold.meetings[0]!;
    door.house.hold.meetings.push({
      ...line,
      id: "m99",
      person: "ruth",
      person_name: "Ruth Vance",
      starts: "2026-11-21T09:00",
    });
    await open_of(user, /21 November.*Ruth Vance/);
    await user.click(screen.getByRole("button", { name: p.hand_in }));
    await waitFor(() => expect(door.called("one_on_one.submit")).toEqual([{ id: "m99", submitted: true }]));
    expect(screen.getByTestId("section-goals").getAttribute("aria-readonly")).not.toBe("true");
    expect(screen.queryByRole("button", { name: p.take_needs })).toBeNull();
    const ready = within(screen.getByTestId("ready"));
    for (const what of [p.reading_mine.document, p.reading_mine.folder])
      expect(ready.getByRole("checkbox", { name: what })).toBeTruthy();
  });
});

describe("after a meeting", () => {
  it("each of the two sees what is done and what is open, and nothing is ticked by hand", async () => {
    const { user } = await open_house();
    await open_of(user, /18 November.*Elif Brandt/);
    const after = () =>
      within(screen.getByTestId("sent"))
        .getAllByRole("listitem")
        .map(
          (line) =>
            `${within(line).getByRole("img").getAttribute("aria-label")}: ${line.textContent!.trim().replace(/\s+/g, " ")}`,
        );
    expect(after()).toEqual([
      `open: ${p.after.understood} ${p.after.say}`,
      `done: ${p.after.no_promises}`,
      `open: ${p.after.sent}`,
    ]);
    expect(within(screen.getByTestId("sent")).queryByRole("checkbox")).toBeNull();
    await on(user);
    await user.click(
      within(await screen.findByTestId("send-sheet")).getByRole("button", { name: p.sent_yes }),
    );
    await state("notes_sent");
    expect(after()[2]).toBe(`done: ${p.after.sent}`);
  });
  it("what both understood may still be said, without ending anything again", async () => {
    const { user, door } = await open_house();
    await open_of(user, /18 November.*Elif Brandt/);
    const sent = within(screen.getByTestId("sent"));
    await user.click(sent.getByRole("button", { name: p.after.say }));
    const sheet = within(await screen.findByTestId("part-sheet"));
    expect(sheet.queryByRole("button", { name: p.part_yes })).toBeNull();
    await user.type(sheet.getByLabelText(p.difference), "Who says the date");
    await user.click(sheet.getByRole("button", { name: p.keep }));
    await screen.findByText(p.part_kept);
    await waitFor(() => expect(sent.queryByRole("button", { name: p.after.say })).toBeNull());
    expect(sent.getAllByRole("img")[0]!.getAttribute("aria-label")).toBe(p.after.done);
    expect(door.called("one_on_one.part")[0]).toMatchObject({ id: "m9", difference: "Who says the date" });
    expect(door.called("one_on_one.follow_up")).toEqual([]);
    expect(screen.getByTestId("one-on-one").dataset.state).toBe("held");
  });
});

describe("a first 1:1", () => {
  it("is planned as one with somebody never met, and takes longer", async () => {
    const { user, door } = await open_house();
    await user.keyboard("co");
    const sheet = within(await screen.findByTestId("plan-sheet"));
    await user.type(sheet.getByRole("combobox", { name: "With" }), "jun{Enter}");
    await user.click(await sheet.findByRole("checkbox", { name: p.plan_first }));
    await user.click(sheet.getByRole("button", { name: "Plan it" }));
    await waitFor(() =>
      expect(door.called("one_on_one.plan")[0]).toMatchObject({
        person: "jun",
        minutes: 75,
        kind: "initial",
      }),
    );
  });
  it("the document is filled in together beside its topics", async () => {
    const { user, door } = await open_house();
    await open_of(user, /19 November.*Jun Ramesh/);
    await on(user);
    await state("in_progress");
    await user.click(within(screen.getByTestId("agenda")).getByRole("checkbox", { name: p.topic.document }));
    await write_into("section-goals", "Learn the storage stack");
    await fireEvent.blur(screen.getByTestId("section-goals"));
    await waitFor(() =>
      expect(door.called("one_on_one.write")).toEqual([
        { section: "m2-goals", text: "Learn the storage stack" },
      ]),
    );
    expect(door.called("one_on_one.set_point")).toEqual([{ id: "m2-t2", done: true }]);
  });
  it("invites, with a look at the text, and notes when the invitation is out", async () => {
    const { user, door } = await open_house();
    await open_of(user, /19 November.*Jun Ramesh/);
    await user.click(screen.getByRole("button", { name: p.invite.write }));
    const sheet = await screen.findByTestId("invite-sheet");
    await waitFor(() =>
      expect(within(sheet).getByTestId("invitation").textContent).toContain("later ones are shorter"),
    );
    await user.click(within(sheet).getByRole("button", { name: p.by_mail }));
    await within(sheet).findByText(p.mail_open);
    expect(door.called("one_on_one.invite")).toEqual([{ id: "m2" }, { id: "m2", open: true }]);
    expect(door.called("one_on_one.send_template")).toEqual([]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(door.called("one_on_one.send_template")).toEqual([{ id: "m2" }]));
    await screen.findByRole("button", { name: /^Invited / });
  });
  it("has its six topics, each with a reason while it stays open", async () => {
    const { user, door } = await open_house();
    await open_of(user, /19 November.*Jun Ramesh/);
    const agenda = within(screen.getByTestId("agenda"));
    expect(agenda.getAllByRole("checkbox")).toHaveLength(6);
    expect(agenda.queryByLabelText(/^Why it stays open/)).toBeNull();
    await on(user);
    await state("in_progress");
    const reason = within(screen.getByTestId("agenda")).getByLabelText(
      `Why it stays open: ${p.topic.cadence}`,
    );
    await fireEvent.change(reason, { target: { value: "Next time" } });
    await waitFor(() =>
      expect(door.called("one_on_one.set_point")).toEqual([{ id: "m2-t3", open_because: "Next time" }]),
    );
  });
});

describe("the rhythm of two people", () => {
  it("stands above their 1:1s, with what is worth a word about it", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    expect(await screen.findByRole("heading", { name: "Every week, Thursdays 10:00" })).toBeTruthy();
    expect(screen.getByText("2 of the last 8 moved")).toBeTruthy();
  });
  it("every second week needs both at ease; the refusal stays in the sheet", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await screen.findByRole("heading", { name: "Every week, Thursdays 10:00" });
    await user.keyboard("r");
    const sheet = within(await screen.findByTestId("rhythm-sheet"));
    await user.selectOptions(sheet.getByLabelText("How often"), "14");
    await on(user);
    expect(await sheet.findByText(/needs both of you at ease/)).toBeTruthy();
    await user.click(sheet.getByRole("checkbox", { name: "Maya is at ease" }));
    await on(user);
    await waitFor(() => expect(screen.queryByTestId("rhythm-sheet")).toBeNull());
    expect(door.called("pair.save").at(-1)).toMatchObject({ person: "maya", every_days: 14 });
    expect(door.called("pair.save").at(-1)).not.toHaveProperty("begins");
  });
  it("brings its next time into the list, which opens it", async () => {
    const { user, door } = await open_house();
    await go(user, "o", "one_on_ones");
    const slot = await screen.findByTestId("slot");
    expect(slot.textContent).toContain("Thursday 26 November");
    await user.click(slot);
    await screen.findByTestId("one-on-one");
    expect(door.called("pair.open_slot")).toEqual([{ pair: "pair-maya", slot: "2026-11-26T10:00" }]);
  });
});
