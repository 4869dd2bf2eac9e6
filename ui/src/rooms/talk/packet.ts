// What HR can be given of a talk, as the ticks of a sheet: only parts in which something is written.
import type { ConsultLine, Day, PacketParts, TalkPage } from "../../door/calls";
import { list_of, short_day } from "../../kit/say";
import { words } from "./words";

export type PartName = keyof typeof words.give_part;
/** A part, or the question of one turn to HR. */
export type Pick = { part: PartName } | { question: ConsultLine };

const some = (...texts: string[]): boolean => texts.some((text) => text.trim() !== "");

export function picks_of({ talk, conversations, plan, follow_ups, hr }: TalkPage): Pick[] {
  const there: Record<PartName, boolean> = {
    message: some(talk.message, talk.example, talk.consequence),
    conversations: conversations.length > 0,
    plan: plan.length > 0,
    progress: follow_ups.length > 0 || some(talk.outcome),
  };
  const parts = (Object.keys(there) as PartName[]).filter((part) => there[part]);
  const asked = hr.filter((turn) => some(turn.question));
  return [...parts.map((part) => ({ part })), ...asked.map((question) => ({ question }))];
}

export const is_picked = (parts: PacketParts, pick: Pick): boolean =>
  "part" in pick ? parts[pick.part] === true : parts.question === pick.question.id;

/** The parts with one more, or one fewer. Of the questions there is one at most. */
export function with_pick(parts: PacketParts, pick: Pick, on: boolean): PacketParts {
  const rest = { ...parts };
  if ("part" in pick) delete rest[pick.part];
  else delete rest.question;
  if (!on) return rest;
  return "part" in pick ? { ...rest, [pick.part]: true } : { ...rest, question: pick.question.id };
}

export const label_of = (pick: Pick, day: Day): string =>
  "part" in pick
    ? words.give_part[pick.part]
    : words.give_question(pick.question.who, short_day(pick.question.on, day));

/** What is written down of it, as a turn to HR. */
export function given_in_words(picks: Pick[], parts: PacketParts, day: Day): string {
  const names = picks.filter((pick) => is_picked(parts, pick)).map((pick) => label_of(pick, day));
  return words.given(list_of(names.map((name) => name[0]!.toLowerCase() + name.slice(1))));
}
