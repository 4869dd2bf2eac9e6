// Weeks for the ribbons of the preview.
import type { Week } from "../src/door/calls";
import { add_days, monday_of } from "../src/kit/days";
import { TODAY } from "./people";

const STEP: Record<string, number> = { maya: 7, tomas: 11, jun: 3, elif: 5, sam: 13 };

export function weeks_of(person: string, from: string, count: number): Week[] {
  const step = STEP[person] ?? 4;
  const this_week = monday_of(TODAY);
  return Array.from({ length: count }, (_, n) => {
    const monday = add_days(monday_of(from), n * 7);
    const future = monday > this_week;
    const roll = (n * step * 7 + step * 13) % 11;
    const before_start = person === "jun" && monday < "2026-10-05";
    const quiet = person === "sam" && monday > "2026-10-01";
    const met = !future && !before_start && !quiet && roll !== 4 && STEP[person] !== undefined;
    return {
      monday,
      met,
      moved: !future && !before_start && !quiet && roll === 4 && STEP[person] !== undefined,
      praise: met && roll % 5 === 1 ? 1 : 0,
      constructive: met && roll === 8 && person !== "tomas" ? 1 : 0,
      now: monday === this_week,
      future,
    };
  });
}
