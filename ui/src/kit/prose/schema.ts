// What a text may hold: paragraphs, headings, lists, quotes, bold, italic, links, and chips that lead within the house.
import { Schema } from "prosemirror-model";

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      // The level a text came with is kept; the screen shows one kind of heading.
      attrs: { level: { default: 3 } },
      content: "inline*",
      group: "block",
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [Number(node.attrs.level) > 3 ? "h4" : "h3", 0],
    },
    blockquote: {
      content: "block+",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    bullet_list: {
      content: "list_item+",
      group: "block",
      attrs: { tight: { default: true } },
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered_list: {
      content: "list_item+",
      group: "block",
      attrs: { order: { default: 1 }, tight: { default: true } },
      parseDOM: [
        {
          tag: "ol",
          getAttrs: (dom) => ({ order: Number((dom as HTMLElement).getAttribute("start") ?? 1) }),
        },
      ],
      toDOM: (node) => ["ol", node.attrs.order === 1 ? {} : { start: node.attrs.order as number }, 0],
    },
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    // A link whose address is the house's own is one thing: it is put in, moved and taken out whole.
    chip: {
      inline: true,
      group: "inline",
      atom: true,
      attrs: { label: {}, address: {} },
      parseDOM: [
        {
          tag: "[data-chip]",
          getAttrs: (dom) => ({
            label: (dom as HTMLElement).textContent,
            address: (dom as HTMLElement).dataset.chip,
          }),
        },
      ],
      toDOM: ({ attrs }) => [
        "span",
        { class: "chip", "data-chip": attrs.address as string },
        attrs.label as string,
      ],
    },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [
        { tag: "a[href]", getAttrs: (dom) => ({ href: (dom as HTMLElement).getAttribute("href") }) },
      ],
      // Shown as text: nothing on this page leads out of the house.
      toDOM: (mark) => ["span", { class: "link", title: mark.attrs.href as string }, 0],
    },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  },
});
