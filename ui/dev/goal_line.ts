// A goal of the fake vault with everything that follows from what was told of it.
import type { EntryLine, GoalLine, GoalState, Metric, WordingLine, WordingReason } from "../src/door/calls";
import { add_days, days_between } from "../src/kit/days";
import { TODAY } from "./people";

const NEXT: Record<GoalState, GoalState[]> = {
  proposed: ["endorsed", "dropped"],
  endorsed: ["active", "proposed", "dropped"],
  active: ["achieved", "partly_achieved", "missed", "dropped"],
  achieved: ["active"],
  partly_achieved: ["active"],
  missed: ["active"],
  dropped: ["proposed"],
};
export const is_open = (state: GoalState) => ["proposed", "endorsed", "active"].includes(state);

type Told = Pick<GoalLine, "id" | "person" | "title"> & Partial<GoalLine>;

/** A goal with everything that was not said about it. */
export function goal_line(told: Told, story: EntryLine[] = []): GoalLine {
  const goal: GoalLine = {
    ...{ text: "", measure: "", achievable: "", relevant: "", category: "", comment: "", outcome: "" },
    ...{ person_name: "", ground: null, ground_title: "", starts_on: null, due: null },
    ...{ state: "proposed" as const, next_states: [], start_value: null, target: null, value: null },
    ...{ percent: null, is_growth: false, review_days: null, review_interval: 28, reviewed_on: null },
    ...{ next_review: null, is_due_for_review: false, obstacles: 0 },
    ...{ own_words_on: null, endorsed_on: null, ended_on: null },
    ...told,
  };
  return settled(goal, story);
}

/** What follows from the rest of a goal and its story. */
export function settled(goal: GoalLine, story: EntryLine[]): GoalLine {
  const interval = goal.review_days ?? usual(goal);
  const open = is_open(goal.state);
  const value = story.findLast((entry) => entry.value !== null)?.value ?? null;
  return {
    ...goal,
    value,
    percent: percent(goal, story),
    next_states: NEXT[goal.state],
    review_interval: interval,
    next_review: open && goal.reviewed_on ? add_days(goal.reviewed_on, interval) : null,
    is_due_for_review:
      open && (goal.reviewed_on === null || days_between(goal.reviewed_on, TODAY) >= interval),
    obstacles: story.filter((entry) => entry.kind === "obstacle" && entry.resolved_on === null).length,
  };
}
function usual({ due }: GoalLine): number {
  const ahead = due ? days_between(TODAY, due) : Infinity;
  return ahead <= 90 ? 14 : ahead <= 366 ? 28 : 56;
}
function percent({ target, start_value }: GoalLine, story: EntryLine[]): number | null {
  const latest = story.findLast((entry) => entry.value?.unit === target?.unit && entry.value !== null)?.value;
  if (!target || !latest) return null;
  const start = Number(start_value?.value ?? 0);
  const way = Number(target.value) - start;
  if (way === 0) return 100;
  return Math.floor(Math.min(100, Math.max(0, ((Number(latest.value) - start) * 100) / way)));
}

/** A figure as it is typed; none for nothing. Throws for something else. */
export function typed(line: string | undefined): Metric | null {
  if (!line?.trim()) return null;
  const [, figure, unit] = /^([-+]?[\d.,]+)(.*)$/.exec(line.trim()) ?? [];
  if (!figure)
    throw {
      ...{ kind: "refused", rule: "metric.no_figure", sentence: "A figure begins with a number." },
      next: "Write the number first and then its unit, such as 104 s.",
    };
  return { value: figure.replace(",", "."), unit: unit!.trim() };
}

const WORDED = [
  "title",
  "text",
  "measure",
  "achievable",
  "relevant",
  "due",
  "target",
  "start_value",
] as const;
export const is_worded_as = (a: GoalLine, b: GoalLine) =>
  WORDED.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));

export function wording(
  id: string,
  goal: GoalLine,
  reason: WordingReason,
  because = "",
  on = TODAY,
): WordingLine {
  const { state, title, text, measure, achievable, relevant, due, target } = goal;
  return { id, on, reason, because, state, title, text, measure, achievable, relevant, due, target };
}
