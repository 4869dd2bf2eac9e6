// The cycles of the fake vault: how far everybody is, the sheet side by side, and what somebody was told.
import type { CycleOverview, ReviewCycleLine, ReviewStep, StandingPage } from "../src/door/calls";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import { balance_of, gaps_of, line_of_review, page_of } from "./review_rules";
import { cycle_of, review as review_of, self_review } from "./review_sample";
import { refused } from "./talk_rules";

const SIGNED = [
  "# Review of Sam Nakai, 2026",
  "## What went well",
  "Asked the question nobody dared to ask.",
  "## Areas for improvement",
  "The hand-over has to be there before the shift ends.",
].join("\n\n");

const STEPS: ReviewStep[] = ["self_review", "draft", "time_to_read", "discussion", "signed"];

function cycles(house: FakeHouse): CycleOverview[] {
  const found = new Map<string, ReviewCycleLine>();
  for (const { cycle } of house.hold.reviews) found.set(cycle.name, cycle);
  return [...found.values()]
    .sort((a, b) => b.from.localeCompare(a.from))
    .map((cycle) => {
      const reviews = house.hold.reviews
        .filter((one) => one.cycle.name === cycle.name)
        .map((one) => line_of_review(house, one))
        .sort((a, b) => a.person_name.localeCompare(b.person_name));
      const steps = STEPS.map((step) => ({
        step,
        reviews: reviews.filter((one) => one.next.step === step).length,
      }));
      return { cycle, reviews, steps };
    });
}

export function cycle_answers(house: FakeHouse): Partial<Answers> {
  return {
    "review.cycles": () => cycles(house),
    "review.begin_cycle": ({ name, from, until, people, with_self_review = true, ...by }) => {
      if (until < from)
        throw refused("review.cycle_days", "The cycle ends before it begins.", "Choose a later last day.");
      const days = [by.self_review_by, by.share_by, by.discuss_by, by.sign_by].filter((day) => !!day);
      if (days.some((day, n) => n > 0 && day! < days[n - 1]!))
        throw refused(
          "review.cycle_order",
          "The days are not in the order of the steps.",
          "Self review comes first, then sharing, the discussion, and signing last.",
        );
      const id = house.id("y");
      const cycle: ReviewCycleLine = {
        ...cycle_of(name),
        ...{ id, from, until, self_review_by: by.self_review_by ?? null, share_by: by.share_by ?? null },
        ...{ discuss_by: by.discuss_by ?? null, sign_by: by.sign_by ?? null },
      };
      house.deed("review.begin_cycle", "Cycle of reviews begun", () => {
        for (const one of house.hold.reviews) if (one.cycle.name === name) one.cycle = cycle;
        for (const person of people) {
          if (house.hold.reviews.some((one) => one.person === person && one.cycle.name === name)) continue;
          const own = with_self_review ? self_review([], { state: "not_started", handed_in_on: null }) : null;
          house.hold.reviews.push(
            review_of(house.id("r"), person, house.name_of(person), "draft", [], { cycle, self_review: own }),
          );
        }
      });
      return house.made(id);
    },
    "review.calibration": ({ cycle }) =>
      house.hold.reviews
        .filter((one) => one.cycle.name === cycle && !one.is_own)
        .map((kept) => {
          const review = page_of(house, kept);
          const notes = house.hold.notes.filter((note) => note.person === review.person);
          const goals = house.hold.goals.filter((goal) => goal.person === review.person);
          const many = (state: string) => goals.filter((goal) => goal.state === state).length;
          return {
            ...{ id: review.id, person: review.person, person_name: review.person_name },
            ...{ state: review.state, words: review.words, balance: balance_of(review.points) },
            surprises: gaps_of(house, review).filter((one) => one.gap === "surprise").length,
            praise_notes: notes.filter((note) => note.polarity === "praise").length,
            constructive_notes: notes.filter((note) => note.polarity === "constructive").length,
            ...{ goals: goals.length, goals_met: many("achieved") },
            ...{ goals_partly: many("partly_achieved"), goals_missed: many("missed") },
            disagreements: review.points.filter((point) => point.disagreement !== "").length,
          };
        }),
    "review.export_cycle": async ({ cycle }, job) => {
      const all = house.hold.reviews.filter((one) => one.cycle.name === cycle);
      const total = all.length;
      for (const done of all.keys()) {
        if (job) house.tell({ kind: "progress", job, done, total, sentence: "Writing the reviews" });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return { files: total, left_out: [] };
    },
    "review.verify": () => ({
      ...{ person: "Sam Nakai", cycle: "2026", is_whole: true, text: SIGNED },
      signatures: [
        {
          ...{ part: "manager", name: "Dana Kessler", signed_at: "2026-11-16T17:05:00Z", is_right: true },
          fingerprint: "7d2f 90ae 41c3 5b68 e0f1 22a9 6c4d 8b17",
        },
        {
          ...{ part: "employee", name: "Sam Nakai", signed_at: "2026-11-17T18:20:00Z", is_right: true },
          fingerprint: "c19a 03e7 f852 6d40 9b2e 71f6 a5c8 340d",
        },
      ],
    }),
    "review.standing": ({ person }): StandingPage => ({
      cycle: "2026",
      talks:
        person === "tomas"
          ? [
              {
                ...{ id: "t3", title: "Others say he is not listening", on: "2026-10-06" },
                ...{ message: "Let others speak first in design reviews.", state: "following" },
              },
            ]
          : [],
      goals: house.hold.goals
        .filter((goal) => goal.person === person)
        .map(({ id, title, state, due, ...goal }) => ({
          ...{ id, title, state, due: due ?? null, percent: "percent" in goal ? goal.percent : null },
        })) as StandingPage["goals"],
      said: house.hold.notes
        .filter((note) => note.person === person && note.raised_on)
        .map((note) => ({ id: note.id, polarity: note.polarity, text: note.text, on: note.raised_on! })),
    }),
  };
}
