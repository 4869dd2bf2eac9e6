import { describe, expect, it } from "vitest";
import { plain_stretches } from "./plain";

/** Hits stand between the signs of a table here: "a «hit» b". */
const apart = (text: string) =>
  text
    .split(/(«[^»]*»)/)
    .filter(Boolean)
    .map((piece) => ({ text: piece.replace(/[«»]/g, ""), hit: piece.startsWith("«") }));
const again = (text: string) =>
  plain_stretches(apart(text))
    .map(({ text, hit }) => (hit ? `«${text}»` : text))
    .join("");

describe("a find reads as text", () => {
  it.each([
    ["nothing to take away", "so Sam would not debug «DNS alone».", "so Sam would not debug «DNS alone»."],
    ["bold around a hit", "a **«bold»** word", "a «bold» word"],
    ["a hit that begins before the marks", "«a **bold** word» here", "«a bold word» here"],
    ["a hit that ends within the marks", "«very **bold»** here", "«very bold» here"],
    ["two hits in one bold", "**«one» and «two»**", "«one» and «two»"],
    ["italic of both kinds", "_«one»_ and *two*", "«one» and two"],
    ["both at once", "***«loud»***, he said", "«loud», he said"],
    ["a heading", "## «Next» year\n\nA plan", "«Next» year · A plan"],
    ["a list", "Bring:\n\n- milk\n- «eggs»\n  - brown", "Bring: · milk · «eggs» · brown"],
    ["a numbered list", "1. first\n2. «second»", "1. first · 2. «second»"],
    ["a sentence that begins with a number", "2026. «Best» year", "2026. «Best» year"],
    ["a quote", "> said «so»\n>\n> twice", "said «so» · twice"],
    ["lines of one paragraph", "first\nsecond «line»\\\nthird", "first second «line» third"],
    ["a hit over two lines", "- «milk\n- eggs»", "«milk · eggs»"],
    ["a link", 'see [the «drill»](https://example.test/a_b "why") now', "see the «drill» now"],
    [
      "a link found by its address",
      "see [it](https://«example».test) now",
      "see it (https://«example».test) now",
    ],
    [
      "a chip says nothing",
      "She «stayed». [2 Oct](inglenook:note/n1) She led it.",
      "She «stayed». She led it.",
    ],
    ["a hit that would go with its link stays", "**see** [it](/a(b)«c»)", "**see** [it](/a(b)«c»)"],
    ["guarded signs", "2 \\* «3» \\* 4 and \\_so\\_", "2 * «3» * 4 and _so_"],
    ["signs that are no marks", "2 * «3» * 4, a_b_c, #1, - 5", "2 * «3» * 4, a_b_c, #1, - 5"],
    ["bold that began before", "…«bold»** text", "…«bold» text"],
    ["bold that ends after", "text **very «bold»…", "text very «bold»…"],
    ["bold cut at both sides", "…so* and then **«bold»…", "…so and then «bold»…"],
    ["whole bold in a piece", "…a **«bold»** word…", "…a «bold» word…"],
    ["a link that began before", "…the «drill»](https://example.test) now", "…the «drill» now"],
    ["a link that ends after", "see [the «drill»](https://exam…", "see the «drill»…"],
    ["a link cut in its text", "see [the «drill»…", "see the «drill»…"],
    ["a link cut in an address that was found", "see [it](https://«example»…", "see it (https://«example»)…"],
    ["a sign on its own in a piece", "…at 5 * «each»…", "…at 5 * «each»…"],
    ["nothing at all", "", ""],
  ])("%s", (_name, given, expected) => expect(again(given)).toBe(expected));
});
