import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { linked } from "./chips";
import { prose_plugins } from "./keys";
import { read_markdown, write_markdown } from "./markdown";

const again = (text: string) => write_markdown(read_markdown(text));

describe("Markdown comes back as it went in", () => {
  it.each([
    ["a paragraph", "One line.\n\nAnother **bold** and *italic*."],
    ["two lines of one paragraph", "first line\nsecond line"],
    ["a list", "- one\n- two\n  - inside"],
    ["a numbered list", "1. one\n2. two"],
    ["a quote", "> said *so*\n>\n> twice"],
    ["headings of every level", "# one\n\n### three"],
    ["a link", 'see [the drill](https://example.test/a_b "why") now'],
    ["a chip", "She stayed. [2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001) She led it."],
    ["a chip with a bracket on it", "[a \\] b](inglenook:new)"],
    ["an address that is its own text", "[https://example.test](https://example.test)"],
    ["backticks, which mean nothing here", "run `ls -l` and ```more```"],
    ["signs that Markdown would read", "2 \\* 3 \\* 4 and \\_so\\_"],
    ["something like a tag", "if a \\<b> then"],
    ["nothing", ""],
  ])("%s", (_name, text) => {
    const once = again(text);
    expect(again(once)).toBe(once);
    expect(read_markdown(once).toJSON()).toEqual(read_markdown(text).toJSON());
  });
  it.each(["first line\nsecond line", "run `ls -l` now", "- one\n- two", "# one\n\n### three"])(
    "changes no letter of %j",
    (text) => expect(again(text)).toBe(text),
  );
  it("keeps a line that starts like a list a line", () => {
    const doc = read_markdown("plan\\\n\\- not a list");
    expect(doc.childCount).toBe(1);
    expect(read_markdown(write_markdown(doc)).toJSON()).toEqual(doc.toJSON());
  });
});

describe("a chip", () => {
  const CHIP = "[2 Oct](inglenook:note/n1)";
  it("is one thing, and a link to elsewhere is none", () => {
    const inside = (text: string) => {
      const types: string[] = [];
      read_markdown(text).descendants((node) => void types.push(node.type.name));
      return types;
    };
    expect(inside(`She stayed. ${CHIP}`)).toEqual(["paragraph", "text", "chip"]);
    expect(inside("[2 Oct](https://example.test)")).toEqual(["paragraph", "text"]);
  });
  it("keeps its letters", () =>
    expect(again(`She stayed. ${CHIP} She led it.`)).toBe(`She stayed. ${CHIP} She led it.`));
  it("says which records a text leads to", () => {
    const text = `${CHIP} [a](inglenook:goal/g1) [x](https://example.test) [new](inglenook:new) ${CHIP}`;
    expect([...linked(text, "note")]).toEqual(["n1"]);
    expect([...linked(text, "goal")]).toEqual(["g1"]);
    expect([...linked("inglenook:note/n1", "note")]).toEqual([]);
  });
});

describe("what is typed becomes what it looks like", () => {
  function typed(text: string): string {
    const view = new EditorView(document.createElement("div"), {
      state: EditorState.create({ doc: read_markdown(""), plugins: prose_plugins }),
    });
    for (const letter of text) {
      const { from, to } = view.state.selection as TextSelection;
      const taken = view.someProp("handleTextInput", (handle) =>
        handle(view, from, to, letter, () => view.state.tr.insertText(letter, from, to)),
      );
      if (!taken) view.dispatch(view.state.tr.insertText(letter, from, to));
    }
    const written = write_markdown(view.state.doc);
    view.destroy();
    return written;
  }
  it.each([
    ["- milk", "- milk"],
    ["1. first", "1. first"],
    ["> she said", "> she said"],
    ["### Next year", "### Next year"],
    ["a **bold** word", "a **bold** word"],
    ["an *odd* word", "an *odd* word"],
    ["2 * 3 * 4", "2 \\* 3 \\* 4"],
  ])("%s", (keys, markdown) => expect(typed(keys)).toBe(markdown));
});
