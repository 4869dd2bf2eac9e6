import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { goal_line } from "../../../dev/goal_line";
import { change_words, goal_of, gone, on, open_goal, open_goals } from "../../../test/goals";
import type { GoalState } from "../../door/calls";
import { GoalForm } from "./form.svelte";
import { story, words } from "./words";

describe("a goal that is worded anew", () => {
  it("says why once it is agreed, and loses its person’s name on the words", async () => {
    const { user, door } = await open_goals();
    await open_goal(user, /^Regional failover/);
    const { sheet, title } = await change_words(user);
    const own = sheet.getByRole<HTMLInputElement>("checkbox", { name: words.own_words("Maya") });
    expect(own.checked).toBe(true);
    expect(sheet.queryByLabelText(words.because)).toBeNull();
    await user.type(title, ", in every region");
    expect(own.checked).toBe(false);
    await on(user);
    expect(sheet.getByText(words.because_missing)).toBeTruthy();
    expect(document.activeElement).toBe(sheet.getByLabelText(words.because));
    expect(door.called("goal.save")).toEqual([]);
    await user.keyboard("A second region came early");
    await on(user);
    await screen.findByTestId("story");
    expect(door.called("goal.save")[0]).toMatchObject({
      ...{ id: "g1", title: "Regional failover under 90 s, in every region", own_words: false },
      because: "A second region came early",
    });
    expect(door.called("goal.save")[0]).not.toHaveProperty("state");
    const moments = within(screen.getByTestId("story"));
    expect(await moments.findByText(/A second region came early/)).toBeTruthy();
    await user.click(moments.getAllByRole("button", { name: story.compare })[0]!);
    const [changed] = screen.getByTestId("wording-diff").querySelectorAll("ins");
    expect(changed!.textContent).toContain("in every region");
  });
  it("asks for no reason while it is only written, and says that it is proposed again", () => {
    const cases: [GoalState, boolean, boolean][] = [
      ["proposed", false, false],
      ["endorsed", false, true],
      ["active", true, false],
      ["achieved", true, false],
      ["dropped", true, false],
    ];
    for (const [state, asks, falls] of cases) {
      const form = new GoalForm(null, goal_line({ id: "g", person: "maya", title: "A goal", state }));
      expect([form.asks_why, form.falls_back], `${state}, as it was`).toEqual([false, false]);
      form.fields.comment = "Well said";
      form.fields.category = "Other";
      expect([form.asks_why, form.falls_back], `${state}, other than its words`).toEqual([false, false]);
      form.fields.measure = "Two drills";
      expect([form.asks_why, form.falls_back], state).toEqual([asks, falls]);
    }
  });
  it("loses its day by one button", async () => {
    const { user, door } = await open_goals();
    await open_goal(user, /^Regional failover/);
    const { sheet } = await change_words(user);
    await user.click(sheet.getByRole("button", { name: "By: No day" }));
    await user.type(sheet.getByLabelText(words.because), "The region has no day");
    await on(user);
    await waitFor(() => expect(door.called("goal.save")[0]).toMatchObject({ id: "g1", due: null }));
    await screen.findByTestId("story");
    await user.keyboard("{Escape}");
    await gone();
    expect(await screen.findByRole("button", { name: /^Regional failover.*no date/ })).toBeTruthy();
  });
  it("is looked at in a rhythm of its own, or in the one that its length suggests", async () => {
    const opened = await open_goals();
    const { user } = opened;
    await open_goal(user, /^Regional failover/);
    const days = async (text: string) => {
      const { sheet } = await change_words(user);
      const field = sheet.getByLabelText<HTMLInputElement>(words.review_days);
      await user.clear(field);
      if (text) await user.type(field, text);
      await on(user);
    };
    await days("400");
    expect(await screen.findByText(/looked at every day at most, once a year at least/)).toBeTruthy();
    await user.keyboard("{Escape}");
    await days("21");
    await waitFor(() => expect(goal_of(opened, "g1").review_days).toBe(21));
    await days("");
    await waitFor(() => expect(goal_of(opened, "g1").review_days).toBeNull());
  });
});

describe("a goal moves on", () => {
  it("by what can come next, each with a way back", async () => {
    const opened = await open_goals();
    const { user } = opened;
    await open_goal(user, /^A release a week/);
    const steps = () => within(screen.getByTestId("steps"));
    const state = () => goal_of(opened, "g3").state;
    const names = () =>
      steps()
        .queryAllByRole("button")
        .map((one) => one.textContent!.trim());
    const press = async (name: string, then: GoalState) => {
      await user.click(await steps().findByRole("button", { name }));
      await waitFor(() => expect(state()).toBe(then));
      expect(document.activeElement).toBe(screen.getByTestId("steps"));
    };
    expect(names()).toEqual([words.endorse_start, words.endorse, words.end.dropped]);
    await press(words.endorse, "endorsed");
    await waitFor(() => expect(names()).toEqual([words.start, words.unendorse, words.end.dropped]));
    await press(words.unendorse, "proposed");
    await press(words.endorse_start, "active");
    const ends = [words.end.achieved, words.end.partly_achieved, words.end.missed, words.end.dropped];
    await waitFor(() => expect(names()).toEqual(ends));
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(state()).toBe("proposed"));
  });
  for (const [end, state] of [
    [words.end.achieved, "achieved"],
    [words.end.partly_achieved, "partly_achieved"],
    [words.end.missed, "missed"],
  ] as const) {
    it(`and ends: ${end}, with a line or without, and is taken up again`, async () => {
      const opened = await open_goals();
      const { user, door } = opened;
      const sheet = await open_goal(user, /^Speak at one conference/);
      await user.click(sheet.getByRole("button", { name: end }));
      expect(document.activeElement).toBe(sheet.getByLabelText(words.outcome));
      await user.keyboard("{Escape}");
      expect(sheet.queryByLabelText(words.outcome)).toBeNull();
      await user.click(sheet.getByRole("button", { name: end }));
      await user.keyboard("{Enter}");
      await user.click(await sheet.findByRole("button", { name: words.again }));
      await user.click(await sheet.findByRole("button", { name: end }));
      await user.keyboard("Forty people came");
      await on(user);
      expect(await sheet.findByText("Forty people came")).toBeTruthy();
      expect(door.called("goal.set_state")).toEqual([
        { id: "g2", to: state },
        { id: "g2", to: "active" },
        { id: "g2", to: state, outcome: "Forty people came" },
      ]);
    });
  }
  it("is dropped for a reason only", async () => {
    const { user, door } = await open_goals();
    const sheet = await open_goal(user, /^A release a week/);
    await user.click(sheet.getByRole("button", { name: words.end.dropped }));
    await user.keyboard("{Enter}");
    expect(sheet.getByText(words.drop_reason_missing)).toBeTruthy();
    expect(door.called("goal.set_state")).toEqual([]);
    await user.keyboard("The releases are another team’s now{Enter}");
    await user.click(await sheet.findByRole("button", { name: words.again }));
    await waitFor(() => expect(door.house.hold.goals.find((one) => one.id === "g3")!.state).toBe("proposed"));
    expect(door.called("goal.set_state")[0]).toMatchObject({
      outcome: "The releases are another team’s now",
    });
  });
});
