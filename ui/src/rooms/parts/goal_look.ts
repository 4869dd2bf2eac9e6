// A goal as it is looked at: its figures in words, and the look from time to time while it is open.
import type { GoalLine, GoalState, Metric } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { short_day } from "../../kit/say";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";
import { words } from "./goal_words";

type Looked = Pick<GoalLine, "state" | "reviewed_on">;

/** Still ahead, or being worked on. */
export function is_open(state: GoalState): boolean {
  return ["proposed", "endorsed", "active"].includes(state);
}
/** Whether there is something to look at: a goal that has ended is not looked at any more, and once a day is enough. */
export function may_look({ state, reviewed_on }: Looked, day: string): boolean {
  return is_open(state) && reviewed_on !== day;
}

/** "last looked at 3 Nov"; nothing for one that never was. */
export function last_look({ reviewed_on }: Looked, day: string): string {
  if (!reviewed_on) return "";
  return reviewed_on === day ? words.looked_today : words.last_looked(short_day(reviewed_on, day));
}

/** What was seen in a look. */
export interface Seen {
  text?: string;
  value?: string;
}

/** Says that it was looked at today, and what was seen; whether that was kept. */
export async function look_at(
  goal: Pick<GoalLine, "id" | "title">,
  ways: Ways,
  seen: Seen = {},
): Promise<boolean> {
  try {
    const { deed } = await call("goal.reviewed", { id: goal.id, ...seen });
    ways.did(words.kept(goal.title), deed);
    return true;
  } catch (thrown) {
    toasts.trouble(as_fault(thrown).whole);
    return false;
  }
}

/** "104 s" */
export function figure({ value, unit }: Metric): string {
  return unit ? `${value} ${unit}` : value;
}
/** How far a measured goal has come, in figures; nothing for one that is not measured. */
export function figures({ start_value, target, value }: GoalLine): string {
  if (!target) return "";
  if (value?.unit !== target.unit) return words.no_figure_yet(figure(target));
  return words.figures(figure(value), start_value && figure(start_value), figure(target));
}
