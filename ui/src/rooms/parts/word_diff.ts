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
  const pieces: Piece[] = [];
  add(pieces, a.slice(0, start).join(""), "same");
  between(a.slice(start, a.length - end), b.slice(start, b.length - end), pieces);
  if (end > 0) add(pieces, a.slice(-end).join(""), "same");
  return with_shared_spaces(pieces);
}

/** Adds to the last piece what is of its kind. */
function add(pieces: Piece[], text: string, kind: Piece["kind"]): void {
  const last = pieces.at(-1);
  if (text === "") return;
  if (last?.kind === kind) last.text += text;
  else pieces.push({ text, kind });
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
function between(a: string[], b: string[], pieces: Piece[]): void {
  if (a.length + b.length > TOO_LONG) {
    add(pieces, a.join(""), "gone");
    add(pieces, b.join(""), "new");
    return;
  }
  const [olds, news, words] = numbered(a, b);
  let [i, j] = [0, 0];
  for (const [old_to, new_to] of [...landmarks(olds, news, words), [a.length, b.length] as const]) {
    compare(a, b, olds, news, [i, old_to], [j, new_to], pieces);
    if (old_to < a.length) add(pieces, a[old_to]!, "same");
    [i, j] = [old_to + 1, new_to + 1];
  }
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
      add(pieces, a[old_from + i]!, "same");
      i++;
      j++;
    } else if (j >= width - 1 || (i < height && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      add(pieces, a[old_from + i++]!, "gone");
    } else {
      add(pieces, b[new_from + j++]!, "new");
    }
  }
}

/** Where one word stands for another, the space before both is the same and stays. */
function with_shared_spaces(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  pieces.forEach((piece, n) => {
    const other = pieces[piece.kind === "gone" ? n + 1 : n - 1];
    const space = piece.kind === "same" || !other || other.kind === "same" ? "" : leading(piece.text);
    const shared = space !== "" && space === leading(other!.text);
    if (shared && piece.kind === "gone") add(out, space, "same");
    add(out, shared ? piece.text.slice(space.length) : piece.text, piece.kind);
  });
  return out;
}

const leading = (text: string) => /^\s*/.exec(text)![0];
