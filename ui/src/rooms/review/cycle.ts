// How a cycle and its reviews read in one line each.
import type { BalanceLine, ReviewCycleLine } from "../../door/calls";
import { add_days, days_between } from "../../kit/days";
import { capital, dotted, short_day } from "../../kit/say";
import { words } from "./cycle_words";

/** "Self reviews by 20 Nov · share by 4 Dec · discuss by 16 Dec · sign by 22 Dec" */
export function days_of(cycle: ReviewCycleLine, day: string): string {
  const on = (by: string | null, say: (day: string) => string) => by && say(short_day(by, day));
  return capital(
    dotted([
      on(cycle.self_review_by, words.self_review_by),
      on(cycle.share_by, words.share_by),
      on(cycle.discuss_by, words.discuss_by),
      on(cycle.sign_by, words.sign_by),
    ]),
  );
}

/** The two parts in percent; null where there is nothing to count. */
export function shares(balance: BalanceLine): [number, number] | null {
  return balance.percent === null ? null : [balance.percent, 100 - balance.percent];
}

/** A day of last year's cycle, moved along with the cycle; empty where there was none. */
function moved(day: string | null | undefined, from: string, to: string): string {
  return day ? add_days(to, days_between(from, day)) : "";
}

/** The days of a cycle that may be left out, in the order in which they come. */
export const DEADLINES = ["self_review_by", "share_by", "discuss_by", "sign_by"] as const;

export interface CycleForm {
  name: string;
  from: string;
  until: string;
  self_review_by: string;
  share_by: string;
  discuss_by: string;
  sign_by: string;
}

/** What a new cycle begins with: the year, and the days of the last cycle a year later. */
export function begin_with(day: string, month: number, known: readonly ReviewCycleLine[]): CycleForm {
  const year = Number(day.slice(0, 4));
  const two = String(month).padStart(2, "0");
  const begins = `${year}-${two}-01` <= day ? year : year - 1;
  const taken = new Set(known.map((cycle) => cycle.name));
  const first = taken.has(String(begins)) ? begins + 1 : begins;
  const from = `${first}-${two}-01`;
  const until = add_days(`${first + 1}-${two}-01`, -1);
  const last = known.find((cycle) => cycle.share_by ?? cycle.discuss_by);
  const at = last?.from ?? from;
  return {
    ...{ name: String(first), from, until },
    self_review_by: moved(last?.self_review_by, at, from),
    share_by: moved(last?.share_by, at, from),
    discuss_by: moved(last?.discuss_by, at, from),
    sign_by: moved(last?.sign_by, at, from),
  };
}

/** What a cycle that is there is changed from. */
export function form_of(cycle: ReviewCycleLine): CycleForm {
  const { name, from, until, self_review_by, share_by, discuss_by, sign_by } = cycle;
  return {
    ...{ name, from, until },
    ...{ self_review_by: self_review_by ?? "", share_by: share_by ?? "" },
    ...{ discuss_by: discuss_by ?? "", sign_by: sign_by ?? "" },
  };
}

/** What is wrong, by the field it is said at. */
export type CycleErrors = Partial<Record<keyof CycleForm | "people", string>>;

/** The field that a refusal is about; of days in the wrong order, the first that comes too early. */
export function field_of(rule: string | null, form: CycleForm): keyof CycleForm | null {
  if (rule === "review.no_cycle") return "name";
  if (rule === "review.cycle_days") return "until";
  if (rule !== "review.cycle_order") return null;
  const given = DEADLINES.filter((key) => form[key] !== "");
  return given.find((key, n) => n > 0 && form[key] < form[given[n - 1]!]) ?? null;
}
