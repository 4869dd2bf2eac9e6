// A point, named by its own words.
import type { ReviewPointLine } from "../../door/calls";

const MOST = 34;

/** The text as it reads, without chips and marks. */
export const clean = (text: string): string =>
  text
    .replace(/\s*\[[^\]]*\]\(inglenook:[^)\s]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_#>]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Its first sentence, as it stands in the text. */
export const first_sentence = (text: string): string => /^[^.?!]*[.?!]?/.exec(clean(text))?.[0] ?? "";

function short(text: string): string {
  if (text.length <= MOST) return text;
  return `${text.slice(0, MOST).replace(/\s\S*$/u, "")}…`;
}

/** “hard to reach”: its message, else how it begins; empty where nothing is written. */
export function quoted(point: ReviewPointLine | undefined): string {
  const words = point ? point.message.trim() || clean(point.text) : "";
  return words ? `“${short(words)}”` : "";
}

/** How many words it has; chips are none. */
export const words_in = (text: string): number =>
  clean(text)
    .split(" ")
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
