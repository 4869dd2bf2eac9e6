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
function numbered(a: string[], b: string[]): [Int32Array, Int32Array, number] {
  const known = new Map<string, number>();
  const number = (word: string) => {
    const there = known.get(word) ?? known.size;
    known.set(word, there);
    return there;
  };
  return [Int32Array.from(a, number), Int32Array.from(b, number), known.size];
}

/**
 * Words that stand once in each text, in the same order in both: the longest such row of pairs. Between two of them the
 * texts are compared on their own ("patience diff", Bram Cohen).
 */
function landmarks(olds: Int32Array, news: Int32Array, words: number): [number, number][] {
  // Where each word stands in the old and in the new text: -1 for nowhere, -2 for several times.
  const places = [olds, news].map((text) => {
    const place = new Int32Array(words).fill(-1);
    text.forEach((word, n) => (place[word] = place[word] === -1 ? n : -2));
    return place;
  });
  const [in_old, in_new] = places as [Int32Array, Int32Array];
  const pairs: [number, number][] = [];
  olds.forEach((word, n) => {
    if (in_old[word] === n && in_new[word]! >= 0) pairs.push([n, in_new[word]!]);
  });
  // The longest rising row of new places: the end of the best row of each length, and the pair before each.
  const ends: number[] = [];
  const before = pairs.map(([, place], n) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = n;
    return low > 0 ? ends[low - 1]! : -1;
  });
  const row: [number, number][] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n]!) row.push(pairs[n]!);
  return row.reverse();
}

let table = new Uint16Array(0);
/** Room for a table; one of usual size is kept for the next time. Only numbers are in it. */
function table_of(cells: number): Uint16Array {
  if (cells > MOST_KEPT) return new Uint16Array(cells);
  if (table.length < cells) table = new Uint16Array(cells);
  return table;
}

/** What is gone, new and the same between two rows of words. */
function between(a: string[], b: string[]): Piece[] {
  if (a.length + b.length > TOO_LONG) {
    return [
      { text: a.join(""), kind: "gone" },
      { text: b.join(""), kind: "new" },
    ];
  }
  const [olds, news, words] = numbered(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [old_to, new_to] of [...landmarks(olds, news, words), [a.length, b.length] as const]) {
    compare(a, b, olds, news, [i, old_to], [j, new_to], pieces);
    if (old_to < a.length) pieces.push({ text: a[old_to]!, kind: "same" });
    [i, j] = [old_to + 1, new_to + 1];
  }
  return pieces;
}

/** The longest common run of words between two landmarks, by the textbook table. */
function compare(
  a: string[],
  b: string[],
  olds: Int32Array,
  news: Int32Array,
  [old_from, old_to]: [number, number],
  [new_from, new_to]: [number, number],
  pieces: Piece[],
): void {
  const width = new_to - new_from + 1;
  const height = old_to - old_from;
  // How many words are common from here to the end; the row and column beyond both ends are nought.
  const common = table_of((height + 1) * width);
  common.fill(0, height * width, (height + 1) * width);
  for (let i = height - 1; i >= 0; i--) {
    const old = olds[old_from + i]!;
    const here = i * width;
    const below = here + width;
    let right = 0;
    let across = 0;
    common[here + width - 1] = 0;
    for (let j = width - 2; j >= 0; j--) {
      const down = common[below + j]!;
      if (old === news[new_from + j]) right = across + 1;
      else if (down > right) right = down;
      across = down;
      common[here + j] = right;
    }
  }
  let [i, j] = [0, 0];
  while (i < height || j < width - 1) {
    if (i < height && j < width - 1 && olds[old_from + i] === news[new_from + j]) {
      pieces.push({ text: a[old_from + i]!, kind: "same" });
      i++;
      j++;
    } else if (j >= width - 1 || (i < height && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      pieces.push({ text: a[old_from + i++]!, kind: "gone" });
    } else {
      pieces.push({ text: b[new_from + j++]!, kind: "new" });
    }
  }
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
