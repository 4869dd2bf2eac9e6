// Where the coach's places are in a text that goes on changing, and how they are shown. Places count in units of
// UTF-16, as the page does.
import type { CoachHint } from "../../../door/calls";

/**
 * The places after a change: those before it stay, those behind it move along, and those it touched are gone until the
 * coach has read the text again.
 */
export function moved(hints: readonly CoachHint[], before: string, after: string): CoachHint[] {
  if (before === after) return [...hints];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const by = after.length - before.length;
  return hints
    .map((hint) => {
      const { from, to } = hint.at;
      return to <= head || from < before.length - tail
        ? hint
        : { ...hint, at: { from: from + by, to: to + by } };
    })
    .filter((hint) => stands(hint, after));
}

/** Whether a place still says what it said. */
export function stands({ at, excerpt }: CoachHint, text: string): boolean {
  return text.slice(at.from, at.to) === excerpt;
}

export interface Piece {
  text: string;
  /** The places it belongs to, as numbers of the list. */
  hints: number[];
}

/** A text cut where a place begins or ends. Places may lie over one another. */
export function pieces(text: string, hints: readonly CoachHint[]): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const { at } of hints) cuts.add(at.from).add(at.to);
  const order = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  return order.slice(0, -1).map((from, n) => ({
    text: text.slice(from, order[n + 1]),
    hints: hints.flatMap(({ at }, which) => (at.from <= from && from < at.to ? [which] : [])),
  }));
}

/** A place with some letters around it, as far as its own line goes, cut between words. */
export function in_context(
  text: string,
  { at }: CoachHint,
  around: { before: number; after: number },
): { before: string; marked: string; after: string } {
  const line = text.slice(0, at.from).split("\n").at(-1)!.trimStart();
  const rest = text.slice(at.to).split("\n")[0]!.trimEnd();
  const before = line.length > around.before ? `…${line.slice(-around.before).replace(/^\S*\s/u, "")}` : line;
  const after = rest.length > around.after ? `${rest.slice(0, around.after).replace(/\s\S*$/u, "")}…` : rest;
  return { before, marked: text.slice(at.from, at.to), after };
}

/** Which place comes next from where the caret stands; round at the end. Minus one where there is none. */
export function next_place(
  hints: readonly CoachHint[],
  caret: { from: number; to: number },
  step: 1 | -1,
): number {
  const n = hints.length;
  if (n === 0) return -1;
  const here = hints.findIndex(({ at }) => at.from === caret.from && at.to === caret.to);
  if (here >= 0) return (here + step + n) % n;
  if (step > 0)
    return Math.max(
      0,
      hints.findIndex(({ at }) => at.from >= caret.from),
    );
  const back = hints.findLastIndex(({ at }) => at.from < caret.from);
  return back < 0 ? n - 1 : back;
}
