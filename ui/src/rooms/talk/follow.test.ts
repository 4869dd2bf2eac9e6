import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go_on, gone, open_talk, part, write } from "../../../test/talks";
import { flush_all } from "../../kit/unsaved";
import { words } from "./words";

const state = () => screen.getByTestId("talk").dataset.state;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("holding it", () => {
  it("writes down who was there and by when an answer may come", async () => {
    const { user, door } = await open_talk(/^Customers hear/);
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    const sheet = await part("hold-sheet");
    expect(sheet.getByLabelText<HTMLInputElement>(words.part.manager).value).toBe("Dana Kessler");
    expect(sheet.getByLabelText<HTMLInputElement>("Elif").value).toBe("Elif Brandt");
    expect(sheet.getByLabelText<HTMLInputElement>(words.answer_by).value).toBe("2026-11-23");
    expect(document.activeElement).toBe(sheet.getByLabelText(words.said));
    await user.keyboard("She had not known.");
    await user.click(sheet.getByRole("button", { name: words.part.hr }));
    await go_on(user);
    expect(sheet.getByText(words.name_missing)).toBeTruthy();
    expect(door.called("talk.hold")).toEqual([]);
    await user.type(sheet.getByLabelText(words.part.hr), "Noor Halabi");
    await go_on(user);
    await gone("hold-sheet");
    expect(door.called("talk.hold")).toEqual([
      {
        ...{ talks: ["t2"], at: "2026-11-19T08:12", response_due: "2026-11-23" },
        ...{ outcome: "She had not known.", differences: "" },
        participants: [
          { part: "manager", person: "dana", name: "Dana Kessler" },
          { part: "employee", person: "elif", name: "Elif Brandt" },
          { part: "hr", person: "noor", name: "Noor Halabi" },
        ],
      },
    ]);
    await waitFor(() => expect(state()).toBe("discussed"));
    expect((await part("conversation")).getByTestId("conversation-said")).toBeTruthy();
  });
  it("says what the house refuses: no talk without a manager", async () => {
    const { user } = await open_talk(/^Customers hear/);
    await user.click(button(words.hold));
    const sheet = await part("hold-sheet");
    await user.click(sheet.getByRole("button", { name: words.take_out(words.part.manager) }));
    await go_on(user);
    expect((await sheet.findByRole("alert")).textContent).toContain("A manager is always present.");
  });
  it("asks for facilitator, the other and HR where the preparation does", async () => {
    const { user } = await open_talk(/^Hand-overs/);
    await user.click(button(words.talked_again));
    const sheet = await part("hold-sheet");
    for (const name of [words.part.other, words.part.facilitator, words.part.hr])
      expect(sheet.getByLabelText(name)).toBeTruthy();
  });
  it("an answer that is written down came today, and nothing waits for it any more", async () => {
    const { user, door } = await open_talk(/^Hand-overs/);
    const here = within(screen.getByTestId("talk-waits-here"));
    expect(here.getByText("The answer is due today")).toBeTruthy();
    await write(user, "conversation-answer", "He agrees.");
    expect(door.called("talk.save_conversation")).toEqual([
      { id: "k4", answer: "He agrees.", answered_on: "2026-11-19" },
    ]);
    await waitFor(() => expect(here.queryByText("The answer is due today")).toBeNull());
    expect(here.getByText("You were unsure: ask HR")).toBeTruthy();
  });
});

describe("the plan", () => {
  it("says when nothing of it is theirs, and keeps whose idea a step is", async () => {
    const { user, door } = await open_talk(/not listening/);
    expect(screen.getByTestId("not-theirs").textContent).toContain("Tomás");
    expect((await part("plan")).getByText(words.your_idea)).toBeTruthy();
    await user.type(screen.getByLabelText(words.step_label), "Write questions down first{Enter}");
    await gone("not-theirs");
    expect(door.called("action.add")).toEqual([
      { about: "tomas", talk: "t3", text: "Write questions down first", owner: "tomas", author: "tomas" },
    ]);
    expect((await part("plan")).getByText(words.idea_of("Tomás"))).toBeTruthy();
  });
});

describe("following it up", () => {
  it("asks for the day of the next look, and for one that is still to come", async () => {
    const { user, door } = await open_talk(/not listening/);
    await user.click(within(screen.getByTestId("step-follow")).getByRole("button", { name: words.look }));
    const sheet = await part("look-sheet");
    await user.click(sheet.getByRole("radio", { name: words.found.better }));
    await user.type(sheet.getByLabelText(words.seen), "Asked first.");
    await go_on(user);
    expect(sheet.getByText(words.next_look_missing)).toBeTruthy();
    await user.type(sheet.getByLabelText(words.next_look), "2026-11-19");
    expect(sheet.getByText(words.next_look_past)).toBeTruthy();
    expect(door.called("talk.follow_up")).toEqual([]);
    await user.click(sheet.getByRole("button", { name: words.in_days[14] }));
    await user.type(sheet.getByLabelText(words.aloud), "Told him after the review.");
    await go_on(user);
    await gone("look-sheet");
    expect(door.called("talk.follow_up")).toEqual([
      {
        ...{ talk: "t3", on: "2026-11-19", found: "better", text: "Asked first." },
        ...{ said_aloud: "Told him after the review.", next_check: "2026-12-03" },
      },
    ]);
    const here = screen.getByTestId("talk-waits-here");
    await waitFor(() => expect(here.textContent).not.toContain("Better twice"));
    expect(here.textContent).toContain("3 of 3 looks held");
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(here.textContent).toContain("2 of 3 looks held"));
  });
  it("follows what was talked about from a day on", async () => {
    const { user, door } = await open_talk(/^Hand-overs/);
    await user.click(button(words.follow));
    const sheet = await part("look-sheet");
    await user.click(sheet.getByRole("button", { name: words.in_days[7] }));
    await go_on(user);
    await waitFor(() => expect(state()).toBe("following"));
    expect(door.called("talk.set_state")).toEqual([{ id: "t4", to: "following", next_check: "2026-11-26" }]);
  });
  it("improves and is closed with what came of it", async () => {
    const { user, door } = await open_talk(/not listening/);
    await user.click(button(words.improve));
    await waitFor(() => expect(state()).toBe("improved"));
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    const sheet = await part("end-sheet");
    await user.type(sheet.getByLabelText(words.outcome), "Asks first now.");
    await go_on(user);
    await waitFor(() => expect(state()).toBe("closed"));
    expect(door.called("talk.set_state").at(-1)).toEqual({
      ...{ id: "t3", to: "closed", outcome: "Asks first now." },
    });
    expect(screen.queryByTestId("talk-next")).toBeNull();
  });
});

describe("those concerned, and HR", () => {
  it("asks, answers and tells, all on the private ground", async () => {
    const { user, door } = await open_talk(/not listening/);
    const step = within(screen.getByTestId("step-check_ins"));
    expect(screen.getByTestId("check-in").closest(".private")).toBeTruthy();
    expect(step.getByText(words.untold("Tomás"))).toBeTruthy();
    await user.click(step.getByRole("checkbox", { name: words.told("Tomás") }));
    await waitFor(() => expect(step.queryByText(words.untold("Tomás"))).toBeNull());
    await user.click(step.getByRole("button", { name: words.ask }));
    await user.keyboard("{Enter}");
    expect(step.getByText(words.ask_whom_missing)).toBeTruthy();
    await user.type(step.getByLabelText(words.ask_whom), "sam nakai");
    await user.type(step.getByLabelText(words.question), "Do you get to speak?{Enter}");
    await gone("ask-form");
    expect(door.called("talk.ask")).toEqual([
      { talk: "t3", from: "sam nakai", person: "sam", question: "Do you get to speak?" },
    ]);
    await waitFor(() => expect(step.getAllByTestId("check-in-answer")).toHaveLength(2));
    await user.type(step.getAllByTestId("check-in-answer").at(-1)!, "Yes");
    await flush_all();
    expect(door.called("talk.save_check_in").map(({ id: _, ...change }) => change)).toEqual([
      { told_on: "2026-11-19" },
      { answer: "Yes", answered_on: "2026-11-19" },
    ]);
  });
  it("keeps a turn to HR, changes it, and takes it out with a way back", async () => {
    const { user, door } = await open_talk(/^Hand-overs/);
    await user.click(button(words.hr_add));
    const sheet = await part("hr-sheet");
    expect(sheet.getByLabelText<HTMLInputElement>(words.hr_who).value).toBe("Noor Halabi");
    await user.click(sheet.getByRole("radio", { name: words.hr_part.guidance }));
    await user.type(sheet.getByLabelText(words.hr_advice), "Say it tomorrow.");
    await go_on(user);
    await gone("hr-sheet");
    expect(door.called("talk.consult_hr")[0]).toMatchObject({ part: "guidance", who: "Noor Halabi" });
    await waitFor(() => expect(screen.queryByText("You were unsure: ask HR")).toBeNull());
    await user.click(button("Take out: Noor Halabi, 19 Nov"));
    await gone("turns");
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    expect(await screen.findByText("Say it tomorrow.")).toBeTruthy();
  });
});
