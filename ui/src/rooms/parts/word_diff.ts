// What changed between two texts, word by word.
export interface Piece {
  text: string;
  kind: "same" | "gone" | "new";
}

/** Above this many words on both sides together, the texts are shown whole instead. */
const TOO_LONG = 4_000;

export function word_diff(before: string, after: string): Piece[] {
  const a = split(before);
  const b = split(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { text: a.slice(0, start).join(""), kind: "same" },
    ...middle,
    { text: end > 0 ? a.slice(-end).join("") : "", kind: "same" },
  ]);
}

/** Words and the spaces after them. */
function split(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** The longest common run of words, by the textbook table. */
function between(a: string[], b: string[]): Piece[] {
  if (a.length + b.length > TOO_LONG) {
    return [
      { text: a.join(""), kind: "gone" },
      { text: b.join(""), kind: "new" },
    ];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ text: a[i]!, kind: "same" });
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      pieces.push({ text: a[i++]!, kind: "gone" });
    } else {
      pieces.push({ text: b[j++]!, kind: "new" });
    }
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.text === "") continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}
