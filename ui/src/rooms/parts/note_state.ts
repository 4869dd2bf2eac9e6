import type { NoteLine } from "../../door/calls";
import { short_day } from "../../kit/say";
import { words } from "./words";

/** How old a constructive note may grow before its age is said. */
const AGE_TO_SAY = 2;

/** Whether a note was raised, as its corner says it. One about oneself, or set aside, is for nobody to raise. */
export function raised_words(
  note: NoteLine,
  today: string,
  about_me = false,
): { text: string; soon: boolean } {
  if (note.dismissed || about_me) return { text: "", soon: false };
  if (note.raised_on) return { text: words.raised(short_day(note.raised_on, today)), soon: false };
  if (note.polarity === "constructive" && note.age_days >= AGE_TO_SAY) {
    return { text: words.days_not_raised(note.age_days), soon: true };
  }
  return { text: words.not_raised, soon: false };
}
