import type { WordingReason } from "../../door/calls";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** How a goal is worded, how far it has come, and how it is looked at from time to time. */
export const words = {
  looked: "Looked at today",
  looked_at: (title: string) => `Looked at today: ${title}`,
  last_looked: (day: string) => `last looked at ${day}`,
  looked_today: "looked at today",
  never_looked: "not looked at yet",
  time_to_look: "time for a look",
  kept: (title: string) => `${title}: looked at today.`,

  // its parts
  part: {
    title: "Goal",
    text: "What exactly",
    measure: "How you will both know",
    achievable: "What makes it possible",
    relevant: "Why it matters",
    due: "By",
    target: "Target",
  },
  growth: "growth",
  obstacles: (count: number) => `${n(count, "thing", "things")} in the way`,

  // how far it has come
  percent: (percent: number) => `${percent} %`,
  figures: (value: string, start: string | null, target: string) =>
    start ? `${value} now, from ${start} to ${target}` : `${value} now, ${target} is the target`,
  no_figure_yet: (target: string) => `${target} is the target, no figure yet`,

  // then and now
  then_and_now: (title: string) => `What changed in the words: ${title}`,
  same_words: "The words are as they were.",
  kept_because: {
    started: "Begun with these words",
    revised: "Worded anew",
    cycle: "The words when the year began",
  } satisfies Record<WordingReason, string>,
};
