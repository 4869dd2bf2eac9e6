import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, open_house, open_meeting, write_into } from "../../../test/house";
import { word_diff } from "../parts/word_diff";

describe("the difference of two texts", () => {
  const shown = (before: string, after: string) =>
    word_diff(before, after)
      .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
      .join("");
  it.each([
    ["same", "same", "same"],
    ["a b c", "a x c", "a [-b-]{+x+} c"],
    ["", "new text", "{+new text+}"],
    ["old", "", "[-old-]"],
    ["one two", "one two three", "one two{+ three+}"],
    ["keep the end", "change the end", "[-keep-]{+change+} the end"],
    ["a b c d", "x b y d", "[-a-]{+x+} b [-c-]{+y+} d"],
    ["one\n\ntwo", "one\n\ntoo", "one\n\n[-two-]{+too+}"],
    ["one two", "one\ntwo", "one[- two-]{+\ntwo+}"],
    ["ends ", "ends", "ends[- -]"],
  ])("%j to %j", (before, after, diff) => expect(shown(before, after)).toBe(diff));
  it("holds both texts whole, whatever they are", () => {
    const a = "the drill finished in 104 seconds down from 140 and the rest is DNS".split(" ");
    for (let n = 0; n < 40; n++) {
      const b = a.filter((_, i) => (i * 7 + n) % 5 !== 0).concat(a.slice(0, n % 4));
      const pieces = word_diff(a.join(" "), b.join(" "));
      const side = (gone: "gone" | "new") =>
        pieces
          .filter((one) => one.kind !== gone)
          .map((one) => one.text)
          .join("");
      expect(side("new")).toBe(a.join(" "));
      expect(side("gone")).toBe(b.join(" "));
    }
  });
  it("finds the most that is common, whatever was compared before", () => {
    const words = Array.from({ length: 400 }, (_, n) => `w${n}`);
    shown(words.join(" "), words.toReversed().join(" "));
    expect(shown("k a b c d", "k c x a b d")).toBe("k{+ c x+} a b[- c-] d");
    // Words that stand several times are no landmarks: the table alone has to find the most.
    const drawn = (seed: number, length: number) =>
      Array.from({ length }, (_, n) => (((seed * 2654435761 + n * n * 40503) >>> 7) % 2 ? "x" : "y"));
    const most = (a: string[], b: string[]): number => {
      if (a.length === 0 || b.length === 0) return 0;
      if (a[0] === b[0]) return 1 + most(a.slice(1), b.slice(1));
      return Math.max(most(a.slice(1), b), most(a, b.slice(1)));
    };
    for (let seed = 1; seed < 40; seed++) {
      word_diff(drawn(seed, 90).join(" "), drawn(seed + 1, 110).join(" "));
      const [a, b] = [drawn(seed, 9), drawn(seed + 7, 10)];
      const same = word_diff(` ${a.join(" ")}`, ` ${b.join(" ")}`).filter((piece) => piece.kind === "same");
      const count = same.reduce((sum, piece) => sum + (piece.text.match(/\S+/g) ?? []).length, 0);
      expect(count, `${a.join("")} ${b.join("")}`).toBe(most(a, b));
    }
  });
  it("shows very long texts whole instead of comparing for ever", () => {
    const long = Array.from({ length: 3_000 }, (_, n) => `a${n}`).join(" ");
    expect(word_diff(long, long.replaceAll("a", "b"))).toHaveLength(2);
  });
});

describe("recent changes", () => {
  it("take a change back and say so", async () => {
    const { user, door } = await open_house();
    await user.click(screen.getByRole("checkbox", { name: "Budget line for two interns" }));
    await waitFor(() => expect(door.called("action.set")).toHaveLength(1));
    await go(user, "h", "history");
    const deeds = within(await screen.findByTestId("deeds"));
    await user.click(deeds.getByRole("button", { name: "Undo: Budget line for two interns: done" }));
    expect(await deeds.findByText("Taken back")).toBeTruthy();
    expect(door.house.hold.actions.find((one) => one.id === "a3")?.state).toBe("open");
  });
  it("say what will stand there when nothing was changed", async () => {
    const { user } = await open_house({ empty: true });
    await go(user, "h", "history");
    expect(await screen.findByText("Nothing changed yet")).toBeTruthy();
  });
});

describe("the history of a text", () => {
  it("shows before and after", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    await write_into("section-learning", "Again: ");
    await fireEvent.blur(screen.getByTestId("section-learning"));
    await screen.findByText(/^Saved at/);
    await user.click(screen.getByRole("button", { name: "History of this section: What have you learned?" }));
    const sheet = within(await screen.findByTestId("record-history"));
    expect((await sheet.findByText("Again:", { selector: "ins", exact: false })).tagName).toBe("INS");
    await user.click(sheet.getByRole("button", { name: /^Undo/ }));
    await waitFor(() => expect(screen.getByTestId("section-learning").textContent).toMatch(/^Presenting/));
  });
});
