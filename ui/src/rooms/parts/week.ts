// What a week of somebody's ribbon says.
import type { Week } from "../../door/calls";
import { presenting } from "../../kit/presenting.svelte";
import { long_day } from "../../kit/say";
import { words } from "./words";

/** The weeks as this screen may show them: while presenting, what was kept in them is left out. */
export function shown_weeks(weeks: Week[]): Week[] {
  return presenting.on ? weeks.map((week) => ({ ...week, praise: 0, constructive: 0 })) : weeks;
}

export function tell_week(week: Week, today: string): string {
  const parts = [words.week_of(long_day(week.monday, today))];
  if (week.met) parts.push(words.week_met);
  if (week.moved) parts.push(words.week_moved);
  if (week.praise > 0) parts.push(words.week_praise(week.praise));
  if (week.constructive > 0) parts.push(words.week_constructive(week.constructive));
  return parts.join(", ");
}

/** The whole ribbon in one sentence, for those who listen. */
export function tell_ribbon(name: string, weeks: Week[]): string {
  const past = weeks.filter((week) => !week.future);
  const sum = (of: (week: Week) => number) => past.reduce((all, week) => all + of(week), 0);
  const met = past.filter((week) => week.met).length;
  if (presenting.on) return words.ribbon_met(name, met, past.length);
  return words.ribbon(
    name,
    met,
    past.length,
    sum((week) => week.praise),
    sum((week) => week.constructive),
  );
}
