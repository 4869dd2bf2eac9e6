// What changed between two texts, word by word.
export interface Piece {
  text: string;
  kind: "same" | "gone" | "new";
}

/** Above this many words on both sides together, the texts are shown whole instead. */
const TOO_LONG = 4_000;
/** A table of so many cells is kept: two texts of a thousand words. */
const MOST_KEPT = 1_000_000;

export function word_diff(before: string, after: string): Piece[] {
  const a = split(before);
  const b = split(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const pieces = joined([
    { text: a.slice(0, start).join(""), kind: "same" },
    ...middle,
    { text: end > 0 ? a.slice(-end).join("") : "", kind: "same" },
  ]);
  return joined(pieces.flatMap((piece, n) => without_shared_space(piece, pieces[n - 1], pieces[n + 1])));
}

/** Words, each with the space before it, and the space at the end. */
function split(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** Equal words as equal numbers: these are compared a few hundred thousand times. */
function numbered(a: string[], b: string[]): [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const number = (word: string) => {
    const there = known.get(word) ?? known.size;
    known.set(word, there);
    return there;
  };
  return [Int32Array.from(a, number), Int32Array.from(b, number)];
}

let table = new Uint16Array(0);
/** Room for a table; one of usual size is kept for the next time. Only numbers are in it. */
function table_of(cells: number): Uint16Array {
  if (cells > MOST_KEPT) return new Uint16Array(cells);
  if (table.length < cells) table = new Uint16Array(cells);
  return table;
}

/** The longest common run of words, by the textbook table. */
function between(a: string[], b: string[]): Piece[] {
  if (a.length + b.length > TOO_LONG) {
    return [
      { text: a.join(""), kind: "gone" },
      { text: b.join(""), kind: "new" },
    ];
  }
  const [olds, news] = numbered(a, b);
  const width = b.length + 1;
  // How many words are common from here to the end; the row and column beyond both ends are nought.
  const common = table_of((a.length + 1) * width);
  common.fill(0, a.length * width, (a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const old = olds[i]!;
    const here = i * width;
    const below = here + width;
    let right = 0;
    let across = 0;
    common[here + b.length] = 0;
    for (let j = b.length - 1; j >= 0; j--) {
      const down = common[below + j]!;
      if (old === news[j]) right = across + 1;
      else if (down > right) right = down;
      across = down;
      common[here + j] = right;
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && olds[i] === news[j]) {
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

/** Where one word stands for another, the space before both is the same and stays. */
function without_shared_space(piece: Piece, before?: Piece, after?: Piece): Piece[] {
  const other = piece.kind === "gone" ? after : before;
  if (piece.kind === "same" || !other || other.kind === "same") return [piece];
  const space = leading(piece.text);
  if (space === "" || space !== leading(other.text)) return [piece];
  const bare: Piece = { text: piece.text.slice(space.length), kind: piece.kind };
  return piece.kind === "gone" ? [{ text: space, kind: "same" }, bare] : [bare];
}

const leading = (text: string) => /^\s*/.exec(text)![0];

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
