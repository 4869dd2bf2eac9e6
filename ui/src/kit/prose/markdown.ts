// Markdown in, a text to edit out, and back. Whatever is not in the schema stays as the letters it was.
import {
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
  type MarkdownSerializerState,
} from "prosemirror-markdown";
import type { Node } from "prosemirror-model";
import MarkdownIt from "markdown-it";
import { is_chip } from "./chips";
import { schema } from "./schema";

const reader = MarkdownIt("commonmark", { html: false }).disable([
  "code",
  "fence",
  "backticks",
  "image",
  "hr",
  "lheading",
  "reference",
  "entity",
]);

// A line end inside a paragraph stays a line end: what was typed in two lines is shown in two.
reader.core.ruler.push("keep_line_ends", (state) => {
  for (const block of state.tokens) {
    for (const token of block.children ?? []) {
      if (token.type !== "softbreak") continue;
      token.type = "text";
      token.content = "\n";
    }
  }
});

// A link within the house is one thing, not words with an address behind them.
reader.core.ruler.push("chips", (state) => {
  for (const block of state.tokens) {
    const inside = block.children ?? [];
    for (let at = 0; at + 2 < inside.length; at++) {
      const [opens, label, closes] = inside.slice(at, at + 3);
      const address = opens!.type === "link_open" ? opens!.attrGet("href") : null;
      if (!address || !is_chip(address) || label!.type !== "text" || closes!.type !== "link_close") continue;
      const chip = new state.Token("chip", "", 0);
      chip.content = label!.content;
      chip.attrSet("address", address);
      inside.splice(at, 3, chip);
    }
  }
});

const parser = new MarkdownParser(schema, reader, {
  blockquote: { block: "blockquote" },
  paragraph: { block: "paragraph" },
  list_item: { block: "list_item" },
  bullet_list: { block: "bullet_list" },
  ordered_list: {
    block: "ordered_list",
    getAttrs: (token) => ({ order: Number(token.attrGet("start") ?? 1) }),
  },
  heading: { block: "heading", getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  hardbreak: { node: "hard_break" },
  chip: {
    node: "chip",
    getAttrs: (token) => ({ label: token.content, address: token.attrGet("address") }),
  },
  em: { mark: "em" },
  strong: { mark: "strong" },
  link: {
    mark: "link",
    getAttrs: (token) => ({ href: token.attrGet("href"), title: token.attrGet("title") || null }),
  },
});

/** Text with what Markdown would read as marks guarded, at the start of every line it spans. */
function guarded_text(state: MarkdownSerializerState, node: Node, parent: Node, index: number): void {
  const after_break = index > 0 && parent.child(index - 1).type === schema.nodes.hard_break;
  const first = after_break || (state as unknown as { atBlockStart: boolean }).atBlockStart;
  const lines = (node.text ?? "").split("\n").map((line, n) => state.esc(line, n > 0 || first));
  state.text(lines.join("\n"), false);
}

const from = defaultMarkdownSerializer;
const serializer = new MarkdownSerializer(
  {
    blockquote: from.nodes.blockquote!,
    heading: from.nodes.heading!,
    ordered_list: from.nodes.ordered_list!,
    paragraph: from.nodes.paragraph!,
    hard_break: from.nodes.hard_break!,
    chip: (state, { attrs }) => state.write(`[${state.esc(String(attrs.label))}](${String(attrs.address)})`),
    text: guarded_text,
    list_item: from.nodes.list_item!,
    bullet_list: (state, node) => state.renderList(node, "  ", () => "- "),
  },
  {
    em: from.marks.em!,
    strong: from.marks.strong!,
    // Never the <address> form: one way to write a link is enough to read it back.
    link: {
      open: "[",
      close: (_state, mark) => {
        const title = mark.attrs.title ? ` "${String(mark.attrs.title).replace(/"/g, '\\"')}"` : "";
        return `](${String(mark.attrs.href).replace(/[()\\]/g, "\\$&")}${title})`;
      },
      mixable: true,
    },
  },
);

export function read_markdown(text: string): Node {
  return parser.parse(text);
}

export function write_markdown(doc: Node): string {
  const text = serializer.serialize(doc, { tightLists: true });
  // Backticks mean nothing here, so they need no guard: `so` stays `so`.
  return text.replace(/((?:\\\\)*)\\`/g, "$1`");
}
