// Notes caught while the fake vault is locked. They are no records: no deed brings one back, and none is in the history
// before it is taken.
import type { CaptureLine, NoteLine, Polarity } from "../src/door/calls";
import type { Args } from "../src/door/door";
import { day_of, now } from "../src/kit/clock";
import { plain } from "../src/kit/fuzzy";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse } from "./fake_house";
import { note_line } from "./folder";
import { NOW } from "./people";

/** A file where captures wait; without words it cannot be read. */
export interface Caught {
  file: string;
  /** None when nothing of ours is called so. */
  id: string | null;
  words: Omit<CaptureLine, "id" | "person"> | null;
}

const LONGEST_LINE = 300;
const LONGEST_TEXT = 60 * 1024;
const LONGEST_PAGE = 500;

function caught(id: string, hours_ago: number, about: string, polarity: Polarity, text: string): Caught {
  const at = new Date(NOW.getTime() - hours_ago * 3_600_000);
  return { file: id, id, words: { at: at.toISOString(), on: day_of(at), about, polarity, text } };
}

const SAID = [
  ["maya", "praise", "Stayed calm while the tills were down, and told the floor what comes next."],
  ["elif", "constructive", "The change was announced after it went in. Support heard of it from a customer."],
  ["to", "praise", "Drew the new network on the board so that even sales understood it."],
  ["Zora", "praise", "Brought the numbers before anybody asked for them."],
  ["", "constructive", "Spoke over two people in the planning round.\n\nAsk how it felt to them."],
] as const;
const OF_ANOTHER = "01934d2c-8a51-7c3e-9f00-5b1e6d2a7c10";

/** What waits in a full vault. */
export function some_caught(): Caught[] {
  const lines = SAID.map(([about, polarity, text], n) =>
    caught(`k${n + 1}`, [62, 38, 20, 14, 13][n]!, about, polarity, text),
  );
  return [
    ...lines,
    { file: OF_ANOTHER, id: OF_ANOTHER, words: null },
    { file: "shopping list.txt", id: null, words: null },
  ];
}

/** More than one page of them, and long ones. */
export function a_crowd_caught(long: string): Caught[] {
  const lines = Array.from({ length: 512 }, (_, n) => {
    const [about, polarity, text] = SAID[n % SAID.length]!;
    const is_long = n % 4 === 1;
    return caught(
      `k${n + 1}`,
      700 - n,
      is_long ? long.slice(0, 290) : about,
      polarity,
      is_long ? long : text,
    );
  });
  const [of_another, no_capture] = some_caught().slice(-2);
  return [of_another!, ...lines, no_capture!];
}

const refused = (rule: string, sentence: string, next: string) => ({
  ...{ kind: "refused" as const, rule, sentence, next },
});
function check_text(text: string): void {
  if (text.trim() === "")
    throw refused("note.empty", "The note is empty.", "Write one line about what happened.");
}

/** The one whose whole name it is, else the one whose name alone begins so. */
function meant_by(house: FakeHouse, about: string): CaptureLine["person"] {
  const typed = plain(about.trim());
  if (typed === "") return null;
  const there = house.hold.people.filter((one) => !one.left_on || one.left_on >= house.today);
  const only = (fits: (name: string) => boolean, is_whole_name: boolean) => {
    const [one, other] = there.filter(({ name }) => fits(plain(name)));
    return one && !other ? { id: one.id, name: one.name, is_whole_name } : null;
  };
  const begins = (name: string) => ` ${name}`.includes(` ${typed}`);
  return only((name) => name === typed, true) ?? only(begins, false);
}

export function capture_answers(house: FakeHouse): Partial<Answers> {
  const taken = new Set<string>();
  const remove = (ids: readonly string[]) => {
    house.captures = house.captures.filter(({ id }) => id === null || !ids.includes(id));
  };
  const words_of = (id: string) => {
    const words = house.captures.find((one) => one.id === id)?.words;
    if (words) return words;
    const sentence = "What was written down while the vault was locked cannot be read, or is gone.";
    throw refused("capture.unread", sentence, "Look at the list again.");
  };
  function note_of({ id, person, polarity, text, kind }: Args<"capture.take">["captures"][number]): NoteLine {
    const words = words_of(id);
    const said = text ?? words.text;
    check_text(said);
    const whose = { person, person_name: house.name_of(person) };
    const note = { id, ...whose, polarity: polarity ?? words.polarity, text: said, on: words.on };
    return note_line({ ...note, ...(kind ? { kind } : {}) });
  }
  return {
    "capture.keep": ({ about = "", polarity, text }) => {
      if (house.status.state === "none") throw fault("refused", "There is no vault in this folder.");
      const name = about.trim();
      const control = [...name].some((letter) => letter < " ");
      if ([...name].length > LONGEST_LINE)
        throw refused(
          "text.line_too_long",
          `The name is longer than ${LONGEST_LINE} characters.`,
          "Shorten it.",
        );
      if (control)
        throw refused(
          "text.line_breaks",
          "The name may only be one line of plain text.",
          "Take out the line break.",
        );
      check_text(text);
      if (text.length > LONGEST_TEXT)
        throw refused(
          "capture.too_long",
          "That is too long to be kept while the vault is locked.",
          "Write down less, or open the vault and keep it as a note.",
        );
      const id = house.id("k");
      const at = now();
      const words = { at: at.toISOString(), on: day_of(at), about: name, polarity, text };
      // Nobody is told of it.
      house.captures.push({ file: id, id, words });
      return {};
    },
    "capture.waiting": () => {
      remove([...taken]);
      const shown = house.captures.slice(0, LONGEST_PAGE);
      return {
        captures: shown.flatMap(({ id, words }) =>
          id && words ? [{ id, ...words, person: meant_by(house, words.about) }] : [],
        ),
        unread: shown.flatMap(({ file, id, words }) => (words ? [] : [{ file, id }])),
        more: house.captures.length - shown.length,
      };
    },
    "capture.take": ({ captures }) => {
      const ids = captures.map(({ id }) => id);
      if (new Set(ids).size < ids.length) throw fault("wrong_use", "One of them is named twice.");
      const fresh = captures.filter(({ id }) => !taken.has(id));
      const notes = fresh.map(note_of);
      if (notes.some(({ person }) => !house.hold.people.some((one) => one.id === person)))
        throw refused("record.missing", "It is not there.", "Look at the list again.");
      if (notes.length === 0) return { notes: [], deed: null };
      const { deed } = house.deed("capture.take", "Notes from while the vault was locked kept", () => {
        house.hold.notes.unshift(...notes);
        ids.forEach((id) => taken.add(id));
        remove(ids);
      });
      return { notes: notes.map(({ id }) => id), deed };
    },
    "capture.remove": ({ id }) => {
      if (!house.captures.some((one) => one.id === id))
        throw refused("capture.gone", "That does not wait any more.", "Look at the list again.");
      remove([id]);
      return {};
    },
  };
}
