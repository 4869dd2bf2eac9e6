// What the keys and the first letters of a line do inside a text.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { MarkType } from "prosemirror-model";
import type { Command, Plugin } from "prosemirror-state";
import { schema } from "./schema";

const { nodes, marks } = schema;

const line_break: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** Stars around words make them bold or italic, as in Markdown, once the last star is typed. */
function star_rule(pattern: RegExp, mark: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before = "", words = ""] = match;
    if (!whole || !words) return null;
    const from = start + before.length;
    const styled = state.schema.text(words, [...state.doc.resolve(from).marks(), mark.create()]);
    return state.tr.replaceWith(from, end, styled).removeStoredMark(mark);
  });
}

const rules = inputRules({
  rules: [
    star_rule(/(^|[^*\w])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
    star_rule(/(^|[^*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
    wrappingInputRule(
      /^(\d+)\.\s$/,
      nodes.ordered_list,
      (match) => ({ order: Number(match[1]) }),
      (match, node) => node.childCount + Number(node.attrs.order) === Number(match[1]),
    ),
    textblockTypeInputRule(/^#{1,6}\s$/, nodes.heading, { level: 3 }),
  ],
});

/** For every text: what is particular to one is in its state. */
export const prose_plugins: Plugin[] = [
  rules,
  history(),
  keymap({
    "Mod-z": undo,
    "Shift-Mod-z": redo,
    "Mod-y": redo,
    "Mod-b": toggleMark(marks.strong),
    "Mod-i": toggleMark(marks.em),
    "Shift-Enter": line_break,
    Enter: splitListItem(nodes.list_item),
    // Tab indents inside a list and nowhere else, so it still leads out of a text.
    Tab: sinkListItem(nodes.list_item),
    "Shift-Tab": liftListItem(nodes.list_item),
  }),
  keymap(baseKeymap),
];
