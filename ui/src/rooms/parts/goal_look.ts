// A goal is looked at from time to time, while it is open.
import type { GoalLine } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { short_day } from "../../kit/say";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";
import { words } from "./goal_words";

type Looked = Pick<GoalLine, "state" | "reviewed_on">;

/** Whether there is something to look at: a goal that has ended is not looked at any more, and once a day is enough. */
export function may_look({ state, reviewed_on }: Looked, day: string): boolean {
  return ["proposed", "endorsed", "active"].includes(state) && reviewed_on !== day;
}

/** "last looked at 3 Nov"; nothing for one that never was. */
export function last_look({ reviewed_on }: Looked, day: string): string {
  if (!reviewed_on) return "";
  return reviewed_on === day ? words.looked_today : words.last_looked(short_day(reviewed_on, day));
}

/** Says that it was looked at today; whether that was kept. */
export async function look_at(goal: Pick<GoalLine, "id" | "title">, ways: Ways): Promise<boolean> {
  try {
    const { deed } = await call("goal.reviewed", { id: goal.id });
    ways.did(words.kept(goal.title), deed);
    return true;
  } catch (thrown) {
    toasts.trouble(as_fault(thrown).whole);
    return false;
  }
}
