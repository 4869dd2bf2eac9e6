import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { change_words, gone, on, open_goal, open_goals } from "../../../test/goals";
import { go, open_house, open_person } from "../../../test/house";
import { words } from "./words";

describe("a goal that is written down", () => {
  it("asks for whose it is and a line, and for nothing else", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cg");
    const sheet = within(await screen.findByTestId("goal-sheet"));
    await on(user);
    expect(sheet.getByText(words.who_missing)).toBeTruthy();
    expect(sheet.getByText(words.goal_missing)).toBeTruthy();
    await user.type(sheet.getByTestId("person-pick"), "sam{Enter}");
    await user.type(sheet.getByLabelText("Goal"), "Lead one drill");
    await on(user);
    await gone();
    const nothing = { text: "", measure: "", achievable: "", relevant: "", category: "", comment: "" };
    expect(door.called("goal.save")).toEqual([
      {
        ...{ person: "sam", title: "Lead one drill", ...nothing, ground: null, starts_on: null, due: null },
        ...{ start_value: "", target: "", is_growth: false, review_days: null },
        ...{ state: "proposed", own_words: false },
      },
    ]);
    const open = Object.values(words.open_letter).slice(1);
    expect(await screen.findByText(words.saved_open(open))).toBeTruthy();
  });
  it("holds its five letters, its figures, its kind, its ground and whose words they are", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Sam Nakai");
    await user.keyboard("cg");
    const sheet = within(await screen.findByTestId("goal-sheet"));
    const type = (label: string, text: string) =>
      user.type(sheet.getByLabelText(label, { selector: "input, textarea" }), text);
    await type("Goal", "Know storage by spring");
    await type("What exactly", "Restore a region alone");
    await type("How you will both know", "In a drill");
    await type(words.start_value, "0 drills");
    await type(words.target, "2 drills");
    await type("What makes it possible", "A day a week");
    await type("Why it matters", "Maya is alone with it");
    await type("By", "2027-04-30");
    await type(words.category, "skil{Enter}");
    expect(sheet.getByRole<HTMLInputElement>("combobox", { name: words.category }).value).toBe("New skills");
    await user.selectOptions(await sheet.findByLabelText(words.ground), "No customer waits for us");
    await user.click(sheet.getByRole("checkbox", { name: words.growth }));
    await user.click(sheet.getByRole("checkbox", { name: words.own_words("Sam") }));
    await type(words.comment, "Ask Maya for the runbook");
    await user.click(sheet.getByRole("radio", { name: "Active" }));
    await on(user);
    await gone();
    expect(door.called("goal.save")).toEqual([
      {
        ...{ person: "sam", title: "Know storage by spring", text: "Restore a region alone" },
        ...{ measure: "In a drill", achievable: "A day a week", relevant: "Maya is alone with it" },
        ...{ start_value: "0 drills", target: "2 drills", due: "2027-04-30", starts_on: null },
        ...{ category: "New skills", ground: "gr2", is_growth: true, own_words: true },
        ...{ comment: "Ask Maya for the runbook", state: "active", review_days: null },
      },
    ]);
    expect(await screen.findByText(words.saved)).toBeTruthy();
  });
  it("is asked about beside its fields while it is typed, and kept whatever is asked", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Sam Nakai");
    await user.keyboard("cg");
    const sheet = within(await screen.findByTestId("goal-sheet"));
    const exactly = sheet.getByLabelText("What exactly");
    const beside = () => document.getElementById(exactly.getAttribute("aria-describedby")!)!.textContent;
    expect(beside()).toBe(words.hint.specific);
    await user.type(sheet.getByLabelText("Goal"), "Improve");
    await waitFor(() => expect(beside()).toBe(words.asked.specific.no_end));
    // One question for a word, not one for a letter.
    expect(door.called("goal.questions").length).toBeLessThan(4);
    await user.type(exactly, "The pages");
    await waitFor(() => expect(beside()).toBe(words.hint.specific));
    expect(screen.queryByRole("alert")).toBeNull();
    // A figure that is half typed is no fault.
    await user.type(sheet.getByLabelText(words.target), "x");
    await waitFor(() => expect(door.called("goal.questions").at(-1)).toMatchObject({ target: "x" }));
    expect(screen.queryByRole("alert")).toBeNull();
    await user.clear(sheet.getByLabelText(words.target));
    await on(user);
    await gone();
  });
  it("may be of a kind that nobody named, or of none", async () => {
    const { user, door } = await open_goals();
    await open_goal(user, /^Regional failover/);
    const { sheet } = await change_words(user);
    const kind = sheet.getByRole<HTMLInputElement>("combobox", { name: words.category });
    await user.clear(kind);
    await user.type(kind, "Mentoring{Enter}");
    expect(kind.value).toBe("Mentoring");
    await on(user);
    await waitFor(() => expect(door.called("goal.save")[0]).toMatchObject({ category: "Mentoring" }));
    const again = await change_words(user);
    await user.clear(again.sheet.getByRole("combobox", { name: words.category }));
    await user.tab();
    await on(user);
    await waitFor(() => expect(door.called("goal.save")[1]).toMatchObject({ category: "" }));
  });
  it("rests on something that is added in place, by keys", async () => {
    const { user, door } = await open_goals();
    await open_goal(user, /^Regional failover/);
    const { sheet } = await change_words(user);
    await user.click(sheet.getByRole("button", { name: words.ground_add }));
    await user.keyboard("{Enter}");
    expect(sheet.getByRole("alert").textContent).toBe("Say it in one line.");
    await user.keyboard("Nobody is on call alone{Enter}");
    const ground = sheet.getByLabelText<HTMLSelectElement>(words.ground);
    await waitFor(() => expect(ground.selectedOptions[0]!.textContent).toBe("Nobody is on call alone"));
    expect(door.called("goal.save_ground")).toEqual([{ kind: "company", title: "Nobody is on call alone" }]);
    expect(door.called("goal.save")).toEqual([]);
    await on(user);
    await waitFor(() => expect(door.called("goal.save")[0]).toMatchObject({ ground: ground.value }));
  });
  it("is nobody’s word but one’s own where it is one’s own", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals[0]!.person = "dana";
    await go(user, "g", "goals");
    const sheet = await open_goal(user, /^Regional failover/);
    expect(sheet.queryByText(/own words/)).toBeNull();
    await change_words(user);
    expect(sheet.queryByRole("checkbox", { name: /own words/ })).toBeNull();
    await on(user);
    await waitFor(() => expect(door.called("goal.save")[0]).not.toHaveProperty("own_words"));
  });
});
