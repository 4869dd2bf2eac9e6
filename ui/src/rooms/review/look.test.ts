import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { BalanceLine } from "../../door/calls";
import { open_review, saved, text_in } from "../../../test/reviews";
import { balance_words } from "./look";
import { words } from "./words";

const item = async (tag: string, title: string | RegExp) => {
  const items = await screen.findAllByTestId("look-item");
  const fits = (text: string) =>
    text.includes(tag) && (typeof title === "string" ? text.includes(title) : title.test(text));
  return items.find((one) => fits(one.textContent))!;
};
const chips = (text: HTMLElement) =>
  [...text.querySelectorAll<HTMLElement>(".chip")].map((one) => one.dataset.chip);

describe("what to look at before sharing", () => {
  it("e2 says how much was looked through for a surprise, and lets it say that it is new", async () => {
    const { user, door, point } = await open_review("Maya Okafor");
    const surprise = within(await item("Surprise", "Hard to reach"));
    expect(await surprise.findByText(/^Nothing in 41 1:1s and 14 notes raises this/)).toBeTruthy();
    await user.click(surprise.getByRole("button", { name: words.say_new }));
    expect(chips(text_in(point("Stakeholders")))).toEqual(["inglenook:new"]);
    await saved();
    expect(door.called("review.save_point").at(-1)?.text).toContain("](inglenook:new)");
    await waitFor(async () => expect(await item("Surprise", "Hard to reach")).toBeUndefined());
  });
  it("e2 proposes where the two may have talked about it; one key links it", async () => {
    const { user, door, point } = await open_review("Maya Okafor");
    door.answers["review.propose"] = () => ({
      ...{ one_on_ones: 41, notes: 23, talks: 2 },
      found: [
        {
          ...{ kind: "one_on_one", id: "m5", address: "inglenook:one_on_one/m5", on: "2026-11-12" },
          ...{ talked_on: "2026-11-12", text: "Answer within a day.", words: 2 },
        },
      ],
    });
    door.house.tell({ kind: "changed", seq: 1 });
    await screen.findByText(words.may_fit(1));
    const surprise = within(await item("Surprise", "Hard to reach"));
    await user.click(surprise.getByRole("button", { name: words.show_fit }));
    within(await surprise.findByTestId("proposals"))
      .getByRole("button")
      .focus();
    await user.keyboard("{Enter}");
    expect(chips(text_in(point("Stakeholders")))).toEqual(["inglenook:one_on_one/m5"]);
    await saved();
    await waitFor(async () => expect(await item("Surprise", "Hard to reach")).toBeUndefined());
  });
  it("e6 shows what may stand for a claim about how somebody works with others", async () => {
    const { user, door, point } = await open_review("Maya Okafor");
    door.answers["review.propose"] = () => ({
      ...{ one_on_ones: 41, notes: 23, talks: 2 },
      found: [
        {
          ...{ kind: "note", id: "e1", address: "inglenook:note/e1", on: "2026-09-14" },
          ...{ talked_on: null, text: "Wrote the runbook.", words: 2 },
        },
      ],
    });
    const claim = within(await item("No example", "People come to her first"));
    await user.click(claim.getByRole("button", { name: words.show_fit }));
    const found = within(await claim.findByTestId("proposals")).getByRole("button");
    found.focus();
    await user.keyboard("{Enter}");
    expect(chips(text_in(point("She is the one whom")))).toEqual(["inglenook:note/e1"]);
    expect(document.activeElement).toBe(text_in(point("She is the one whom")));
  });
  it("leads to the words that the coach asks about", async () => {
    const { user, point } = await open_review("Maya Okafor");
    const text = text_in(point("You are doing great"));
    await waitFor(() => expect(text.querySelector(".look.grow")?.textContent).toBe("great, but"));
    const mixed = within(await item("Mixed message", ""));
    await user.click(mixed.getAllByRole("button")[0]!);
    expect(document.activeElement).toBe(text);
  });
  it("sets a hint aside for a reason, and never without", async () => {
    const { user, door } = await open_review("Maya Okafor");
    const time = within(await item("Time", "Little time so far"));
    await user.click(time.getByRole("button", { name: words.set_aside }));
    await user.keyboard("{Enter}");
    expect(time.getByText(words.why_missing)).toBeTruthy();
    await user.keyboard("I wrote it on paper first.{Enter}");
    await waitFor(() =>
      expect(door.called("coach.dismiss")).toEqual([
        {
          ...{ record: "r1", kind: "review", rule: "little_time", mark: "whole" },
          because: "I wrote it on paper first.",
        },
      ]),
    );
    await waitFor(async () => expect(await item("Time", "Little time so far")).toBeUndefined());
    expect(screen.getByText("1 hint set aside")).toBeTruthy();
  });
  it("says that nothing is sent anywhere", async () => {
    await open_review("Maya Okafor");
    expect(screen.getByText(words.checked_text)).toBeTruthy();
    expect(screen.getByText("64 / 36 · aim near 60 / 40")).toBeTruthy();
  });
  it("does not say so of a review that is closed", async () => {
    await open_review("Sam Nakai");
    expect(screen.getByTestId("look")).toBeTruthy();
    expect(screen.queryByText(words.checked_text)).toBeNull();
  });
});

describe("the balance", () => {
  const of = (more: Partial<BalanceLine>): { balance: BalanceLine } => ({
    balance: {
      ...{
        praise: 6,
        constructive: 4,
        percent: 60,
        verdict: "even",
        missing_praise: 0,
        missing_constructive: 0,
      },
      ...more,
    },
  });
  it.each([
    [of({}), "60 / 40 · aim near 60 / 40", ""],
    [
      of({ praise: 9, constructive: 1, percent: 90, verdict: "glowing", missing_constructive: 5 }),
      "90 / 10 · aim near 60 / 40",
      "5 more points to improve would make it even.",
    ],
    [
      of({ praise: 3, constructive: 7, percent: 30, verdict: "short_changed", missing_praise: 8 }),
      "30 / 70 · aim near 60 / 40",
      "8 more points of praise would make it even.",
    ],
    [of({ praise: 1, constructive: 1, verdict: "too_few" }), "", "2 points: too few to judge yet."],
    [of({ praise: 0, constructive: 0, percent: null, verdict: "nothing" }), "", words.balance_nothing],
  ])("e5 %#", (look, figures, next) => {
    expect(balance_words(look)).toEqual({ figures, next });
  });
});
