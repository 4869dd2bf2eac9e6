// Words of a text that somebody should look at, found where they stand in it.
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";

export interface Underlined {
  /** As they read in one paragraph, chips left out. */
  words: string;
  tone: "grow" | "alert";
}

/** Where these words stand first; null where they do not, or not in one paragraph. */
export function place_of(doc: Node, words: string): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null;
  if (words === "") return place;
  doc.descendants((node, at) => {
    if (place) return false;
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, null, "\ufffc");
    const begins = text.indexOf(words);
    if (begins >= 0) place = { from: at + 1 + begins, to: at + 1 + begins + words.length };
    return false;
  });
  return place;
}

export function lines_under(doc: Node, all: readonly Underlined[]): DecorationSet {
  const lines = all.flatMap(({ words, tone }) => {
    const place = place_of(doc, words);
    return place ? [Decoration.inline(place.from, place.to, { class: `look ${tone}` })] : [];
  });
  return DecorationSet.create(doc, lines);
}
