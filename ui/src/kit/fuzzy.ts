// How well a few typed letters fit a text: null when they do not, higher is better.
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function fit(query: string, text: string): number | null {
  const q = plain(query).replace(/\s+/g, "");
  if (q === "") return 0;
  const t = plain(text);
  let score = 0;
  let at = -1;
  for (const letter of q) {
    const found = t.indexOf(letter, at + 1);
    if (found < 0) return null;
    const starts_word = found === 0 || /[\s:/(-]/.test(t[found - 1] ?? "");
    score += starts_word ? 8 : found === at + 1 ? 5 : 1;
    score -= Math.min(3, found - at - 1) * 0.2;
    at = found;
  }
  if (t.startsWith(q)) score += 10;
  return score - t.length * 0.01;
}

/** The items whose text fits, best first; ties keep their order. */
export function best<T>(query: string, items: readonly T[], text: (item: T) => string): T[] {
  return items
    .map((item, order) => ({ item, order, score: fit(query, text(item)) }))
    .filter((row): row is { item: T; order: number; score: number } => row.score !== null)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map((row) => row.item);
}
