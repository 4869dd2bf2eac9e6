// A piece of a text as it reads, without the marks of Markdown, and with its hits where they were.
import type { Node } from "prosemirror-model";
import { read_markdown } from "./markdown";

/** A stretch of text, marked as found or not. */
export interface Stretch {
  text: string;
  hit: boolean;
}

// These stand around a hit while the marks are read. No text brings its own: the store takes them out.
const FROM = "\ue000";
const TO = "\ue001";
const CUT = "…";
const BLOCKS = " · ";
/** What may have been begun before a piece, and what may have been ended after it. */
const BEGUN = ["**", "*", "__", "_", "[", "***", "**["];
const ENDED = ["**", "*", "__", "_", ")", "](-)", "***"];

export function plain_stretches(stretches: readonly Stretch[]): Stretch[] {
  const marked = stretches.map(({ text, hit }) => (hit ? FROM + text + TO : text)).join("");
  const plain = without_marks(marked);
  // Rather the marks of Markdown than a hit that went away with them.
  return hits_of(plain) === hits_of(marked) ? apart(plain) : [...stretches];
}
const hits_of = (text: string) => text.replace(/[^\ue000\ue001]/g, "");

function without_marks(marked: string): string {
  const before = marked.startsWith(CUT) ? CUT : "";
  const after = marked.endsWith(CUT) && marked.length > 1 ? CUT : "";
  let text = marked.slice(before.length, marked.length - after.length);
  // An address is left out, but not one that was found.
  text = text.replace(/\[([^\]]*)\]\(([^)]*[\ue000\ue001][^)]*)(\)|$)/g, "$1 ($2)");
  if (before && /[*_\]]/.test(text)) {
    text =
      BEGUN.map((mark) => mark + text).find((whole) => !reads(whole).startsWith(whole.charAt(0))) ?? text;
  }
  if (after && /[*_[]/.test(text)) {
    text = ENDED.map((mark) => text + mark).find((whole) => !reads(whole).endsWith(whole.slice(-1))) ?? text;
  }
  return before + reads(text) + after;
}

const reads = (markdown: string) => text_of(read_markdown(markdown));

function text_of(node: Node): string {
  if (node.isTextblock) {
    return (
      node
        // A chip says nothing by itself.
        .textBetween(0, node.content.size, null, (leaf) => (leaf.type.name === "chip" ? "" : " "))
        .replace(/ {2,}/g, " ")
        .replace(/\s*\n\s*/g, " ")
        .trim()
    );
  }
  const blocks: string[] = [];
  node.forEach((block, _at, n) => {
    const number = node.type.name === "ordered_list" ? `${Number(node.attrs.order) + n}. ` : "";
    const text = text_of(block);
    if (text !== "") blocks.push(number + text);
  });
  return blocks.join(BLOCKS);
}

/** The text with its signs as stretches again. */
function apart(text: string): Stretch[] {
  return text
    .split(/(\ue000[^\ue001]*\ue001)/)
    .map((piece) => ({ text: piece.replace(/[\ue000\ue001]/g, ""), hit: piece.startsWith(FROM) }))
    .filter((stretch) => stretch.text !== "");
}
