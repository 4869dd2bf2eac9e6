// The order of the talk, how far it has come, and when things are.
import type { EvidenceLine, Id, ReviewPage, ReviewPointLine } from "../../door/calls";
import { add_days, day_part, parts_of, time_part } from "../../kit/days";
import { full_day } from "../../kit/say";

export type Stand = "agreed" | "differs" | "parked" | "open";

/** Where a point stands. What is parked is not done, whatever else was said. */
export function stand_of(point: ReviewPointLine): Stand {
  if (point.is_parked) return "parked";
  if (point.disagreement.trim() !== "") return "differs";
  return point.is_agreed ? "agreed" : "open";
}
export const is_talked = (point: ReviewPointLine): boolean => ["agreed", "differs"].includes(stand_of(point));

/** The points that are talked about, in their order: the touchy ones together at the end. */
export function in_talk(points: readonly ReviewPointLine[], agenda: readonly Id[]): ReviewPointLine[] {
  const ordered = agenda.flatMap((id) => points.find((point) => point.id === id && point.polarity) ?? []);
  return [...ordered.filter((point) => !point.is_touchy), ...ordered.filter((point) => point.is_touchy)];
}
/** Its message, else how it begins. */
export function title_of(point: ReviewPointLine): string {
  const said = point.text
    .replace(/\s*\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/[*_#>]/g, "")
    .trim();
  return point.message.trim() || (/^[^.?!\n]*/.exec(said)?.[0] ?? "").slice(0, 60);
}
/** Where the talk goes on: with the first that nobody talked about, else with what was parked. */
export const goes_on_with = (points: readonly ReviewPointLine[]): ReviewPointLine | undefined =>
  points.find((one) => stand_of(one) === "open") ?? points.find((one) => one.is_parked) ?? points[0];
export const seen_differently = (points: readonly ReviewPointLine[]): number =>
  points.filter((point) => point.disagreement.trim() !== "").length;
/** From so many on, another talk may help. */
export const MANY = 3;

/** What the chips of a point lead to, in the order of its text. */
export function rests_on(point: ReviewPointLine, lines: readonly EvidenceLine[]): EvidenceLine[] {
  const at = (line: EvidenceLine) => point.text.indexOf(`](${line.address})`);
  return lines.filter((line) => at(line) >= 0).sort((a, b) => at(a) - at(b));
}

/** "Thursday 19 November, 09:10" */
export const when = (wall: string, day: string): string =>
  `${full_day(day_part(wall), day)}, ${time_part(wall)}`;

/** A day later, and never on a weekend. */
export function day_after(day: string): string {
  const next = add_days(day, 1);
  return add_days(next, { 5: 2, 6: 1 }[parts_of(next).weekday] ?? 0);
}

/** The first time that a talk may be planned for: when it may begin, or the next full hour from now. */
export function first_time(from: string, wall: string): string {
  if (from > wall) return from;
  const hour = Number(time_part(wall).slice(0, 2)) + 1;
  const day = day_part(wall);
  return hour > 23 ? `${add_days(day, 1)}T09:00` : `${day}T${String(hour).padStart(2, "0")}:00`;
}

const TALKED = ["discussed", "follow_up", "amended"];
export type Phase = "own" | "draft" | "before" | "open" | "accepted" | "closed";
export function phase_of({ state, is_own }: ReviewPage): Phase {
  if (state === "closed") return "closed";
  if (is_own) return "own";
  if (state === "draft" || state === "ready") return "draft";
  if (state === "shared" || state === "reading") return "before";
  return TALKED.includes(state) ? "open" : "accepted";
}
export const second_open = ({ times }: ReviewPage): boolean =>
  times.second_wanted_by !== null && times.second_held_at === null;
