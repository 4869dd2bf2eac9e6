// How a message is named and dated.
import type { Day, MailLine } from "../../door/calls";
import { day_of, today } from "../../kit/clock";
import { words } from "./words";

export const subject_of = (line: MailLine): string => line.subject || words.no_subject;
/** Who sent it, by name alone where there is one. */
export const sender_of = (line: MailLine): string =>
  line.from.replace(/\s*<[^<>]*>\s*$/, "").replace(/^"(.*)"$/, "$1") || line.from || words.no_sender;
/** The day it was sent, on this wall; null where it does not say. */
export const sent_on = (line: MailLine): Day | null => (line.sent_at ? day_of(new Date(line.sent_at)) : null);
/** The day its note begins with: no note is of a day to come. */
export function note_day(line: MailLine): Day {
  const day = sent_on(line) ?? today();
  return day > today() ? today() : day;
}
