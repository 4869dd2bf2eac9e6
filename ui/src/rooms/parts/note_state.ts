import type { Id, NoteLine } from "../../door/calls";
import { short_day } from "../../kit/say";
import { words } from "./words";

/** How old a constructive note may grow before it stands out. */
const AGE_TO_MARK = 2;

interface Raised {
  text: string;
  /** The 1:1 that it leads to. */
  to: Id | null;
  /** Other 1:1s that it came up in. */
  again: Id[];
  soon: boolean;
}

/**
 * Whether a note was raised, and where, or how long it waits, as its corner says it. One about oneself, or set aside, is
 * for nobody to raise.
 */
export function raised_words(note: NoteLine, today: string, about_me = false): Raised {
  const plain = { to: null, again: [], soon: false };
  if (note.dismissed || about_me) return { ...plain, text: "" };
  if (note.raised_on) {
    const [to = null, ...again] = note.raised_in;
    return { ...plain, text: words.raised(short_day(note.raised_on, today)), to, again };
  }
  if (note.age_days < 1) return { ...plain, text: words.not_raised };
  const soon = note.polarity === "constructive" && note.age_days >= AGE_TO_MARK;
  return { ...plain, text: words.days_not_raised(note.age_days), soon };
}
