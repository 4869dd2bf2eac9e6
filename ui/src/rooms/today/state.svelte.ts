// The day in plain language, computed from what the day holds.
import type { ActionLine, Slot, Today, TodayMeeting } from "../../door/calls";
import { day_part, time_part } from "../../kit/days";
import { presenting } from "../../kit/presenting.svelte";
import { coming, dotted, first_name } from "../../kit/say";
import { words } from "./words";

/** A meeting counts as ready when something is written in it, or when its owner prepared it. */
export function is_ready(meeting: TodayMeeting): boolean {
  return meeting.written > 0 || meeting.line.state === "prepped";
}
export function is_over(meeting: TodayMeeting): boolean {
  return ["held", "notes_sent", "closed"].includes(meeting.line.state);
}

export interface Headline {
  title: string;
  line: string;
}

export function headline(today: Today): Headline {
  const all = today.meetings;
  const ahead = all.filter((meeting) => !is_over(meeting));
  if (today.people === 0)
    return { title: words.good_start(first_name(today.owner_name)), line: words.start_line };
  // What a series brings today counts, though nobody has opened it yet.
  const count = all.length + today.slots.length;
  if (count === 0) return { title: words.nothing_planned, line: next_line(today) };
  if (ahead.length + today.slots.length === 0) return { title: words.all_held, line: next_line(today) };
  return { title: words.conversations(count), line: readiness(ahead, today.slots) };
}

function readiness(ahead: TodayMeeting[], slots: Slot[]): string {
  const bare = [
    ...ahead
      .filter((meeting) => !is_ready(meeting))
      .map(({ person, line }) => ({ name: person.name, starts: line.starts })),
    ...slots.map(({ person_name, starts }) => ({ name: person_name, starts })),
  ];
  const [first] = bare;
  if (!first) return words.line_all_ready(ahead.length);
  if (bare.length > 1) return words.line_some_open(bare.length);
  const needs = words.line_needs(first_name(first.name), time_part(first.starts));
  const rest = ahead.length + slots.length - 1;
  return rest === 0 ? needs : `${needs} ${words.line_rest_ready(rest)}`;
}

function next_line(today: Today): string {
  const [soonest] = today.ribbon
    .map(({ person }) => person)
    .filter((person) => person.next !== null && day_part(person.next) > today.day)
    .sort((a, b) => (a.next! < b.next! ? -1 : 1));
  if (!soonest) return words.line_none;
  return words.line_next(first_name(soonest.name), coming(day_part(soonest.next!), today.day));
}

/** Yours first, then what is due first; what has no date comes last. */
export function promises_in_order(promises: ActionLine[]): ActionLine[] {
  return [...promises].sort(
    (a, b) => Number(b.mine) - Number(a.mine) || (a.due ?? "9999").localeCompare(b.due ?? "9999"),
  );
}

export function meeting_line(meeting: TodayMeeting): string {
  const parts: string[] = [];
  // How much is in somebody's folder is for the owner alone.
  if (meeting.new_notes > 0 && !presenting.on)
    parts.push(words.new_notes(meeting.new_notes, first_name(meeting.person.name)));
  if (meeting.open_actions > 0) parts.push(words.open_actions(meeting.open_actions));
  if (meeting.written > 0) parts.push(words.written(meeting.written));
  return dotted(parts) || words.nothing_new;
}
