// The fuzzy folder of the fake vault: what a note says, where it came from, and a cycle in figures.
import type { FolderCycle, NoteLine, SourceGiven, SourceLine, Verdict } from "../src/door/calls";
import type { Args } from "../src/door/door";
import { now } from "../src/kit/clock";
import { add_days, days_between, year_of } from "../src/kit/days";
import { linked } from "../src/kit/prose/chips";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import { TODAY } from "./people";

/** A source, and the note it belongs to. */
export type KeptSource = SourceLine & { note: string };

const MOST_TAGS = 12;
const NUDGE_AFTER_DAYS = 30;
const RAISE_WITHIN_DAYS = 14;
const RECENT_DAYS = 60;
const FEWEST = 5;

const refused = (rule: string, sentence: string, next: string) => ({
  ...{ kind: "refused" as const, rule, sentence, next },
});

type Told = Pick<NoteLine, "id" | "person" | "person_name" | "polarity" | "text" | "on"> & Partial<NoteLine>;

/** A note with everything that was not said about it. */
export function note_line(told: Told): NoteLine {
  const note = {
    kind: "other" as const,
    ...{ raised_on: null, raised_in: [], dismissed: false, dismissed_because: "" },
    ...{ example: "", consequence: "", metric: "", tags: [], goals: [] },
    ...{ files: 0, sources: 0, lacks_example: false, age_days: 0 },
    ...told,
  };
  return settled(note);
}

/** What follows from the rest of a note. */
function settled(note: NoteLine): NoteLine {
  const is_soft = note.kind === "leadership" || note.kind === "difficulty";
  note.lacks_example = is_soft && note.example.trim() === "" && note.metric === "";
  note.age_days = days_between(note.on, TODAY);
  return note;
}

type Change = Omit<Args<"folder.edit_note">, "id">;

function changed(note: NoteLine, change: Change): NoteLine {
  const after = structuredClone(note);
  for (const field of ["polarity", "kind", "text", "on", "goals"] as const)
    if (change[field] !== undefined) Object.assign(after, { [field]: change[field] });
  for (const field of ["example", "consequence"] as const)
    if (change[field] !== undefined) after[field] = change[field].trim();
  if (change.metric !== undefined) after.metric = metric(change.metric);
  if (change.tags !== undefined) after.tags = tags(change.tags);
  if (change.dismissed !== undefined) {
    after.dismissed = change.dismissed;
    after.dismissed_because = (change.dismissed_because ?? "").trim();
    if (after.dismissed && after.dismissed_because === "")
      throw refused("note.no_reason", "A note is set aside for a reason.", "Say why in one line.");
  }
  if (change.raised_in !== undefined) after.raised_in = change.raised_in;
  if (change.raised_on !== undefined) {
    after.raised_on = change.raised_on;
    if (change.raised_on === null) after.raised_in = [];
  }
  if (after.text.trim() === "")
    throw refused("note.empty", "The note is empty.", "Write one line about what happened.");
  if (after.on > TODAY)
    throw refused(
      "note.on_the_future",
      "A note is about something that has happened; its day is in the future.",
      "Choose today or an earlier day.",
    );
  return settled(after);
}

function metric(line: string): string {
  if (line.trim() === "") return "";
  const [, figure, unit] = line.trim().match(/^([+−-]?\d+(?:[.,]\d+)?)(.*)$/) ?? [];
  if (figure === undefined)
    throw refused(
      "metric.no_figure",
      "A figure begins with a number.",
      "Write the number first and then its unit, such as 104 s.",
    );
  return `${figure.replace(",", ".").replace("−", "-").replace("+", "")} ${unit!.trim()}`.trim();
}
function tags(words: string[]): string[] {
  const each = words
    .join(" ")
    .split(/[\s,]+/)
    .map((word) => word.replace(/^#+/, "").toLowerCase())
    .filter(Boolean);
  const once = [...new Set(each)];
  if (once.length > MOST_TAGS)
    throw refused("tag.too_many", "A note has 12 tags at most.", "Keep those that you would look for.");
  return once;
}

function source_of(house: FakeHouse, id: string, note: string, given: SourceGiven): KeptSource {
  const { kind = "said", who = "", person = null, subject = "", text = "" } = given;
  if ([who, subject, text].every((part) => part.trim() === "") && !person)
    throw refused("source.empty", "The source is empty.", "Say who it was, or paste the original words.");
  const said = { who: who.trim(), subject: subject.trim(), text };
  return { id, note, kind, person, ...said, person_name: person ? house.name_of(person) : "", sent_at: null };
}

function verdict(praise: number, all: number): Verdict {
  if (all === 0) return "nothing";
  if (all < FEWEST) return "too_few";
  if (praise * 100 > 70 * all) return "glowing";
  return praise * 100 < 50 * all ? "short_changed" : "even";
}

export function look_back(house: FakeHouse, { person, on = TODAY }: Args<"folder.look_back">): FolderCycle {
  const year = year_of(on);
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const until = to < TODAY ? to : TODAY;
  const whose = house.hold.people.find((one) => one.id === person)!;
  const there = whose.started_on && whose.started_on > from ? whose.started_on : from;
  const notes = house.hold.notes.filter(
    (note) => note.person === person && !note.dismissed && note.on >= from && note.on <= to,
  );
  const count = (list: NoteLine[]) => {
    const praise = list.filter((note) => note.polarity === "praise").length;
    return { praise, constructive: list.length - praise };
  };
  const { praise, constructive } = count(notes);
  const recent = notes.filter((note) => note.on > add_days(until, -RECENT_DAYS)).length;
  const newest =
    notes
      .map((note) => note.on)
      .sort()
      .at(-1) ?? there;
  const quiet = days_between(newest, TODAY);
  const waiting =
    whose.relation === "me"
      ? []
      : notes.filter((note) => note.polarity === "constructive" && !note.raised_on);
  const oldest = Math.max(-1, ...waiting.map((note) => days_between(note.on, TODAY)));
  return {
    ...{ name: String(year), from, to, praise, constructive },
    praise_percent: notes.length === 0 ? null : Math.round((praise * 100) / notes.length),
    verdict: verdict(praise, notes.length),
    quarters: [1, 4, 7, 10].map((month) => {
      const first = (month: number) =>
        month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, "0")}-01`;
      const quarter = { from: first(month), to: add_days(first(month + 3), -1) };
      const inside = notes.filter((note) => note.on >= quarter.from && note.on <= quarter.to);
      const is_over = quarter.to < TODAY && there <= quarter.to;
      return { ...quarter, ...count(inside), is_empty: is_over && inside.length === 0 };
    }),
    recent_percent: notes.length === 0 ? 0 : Math.floor((recent * 100) / notes.length),
    is_mostly_recent: notes.length >= FEWEST && recent * 2 > notes.length,
    quiet_days: TODAY <= to && quiet >= NUDGE_AFTER_DAYS ? quiet : null,
    waiting: waiting.length,
    waiting_days: oldest >= RAISE_WITHIN_DAYS ? oldest : null,
  };
}

function list(house: FakeHouse, args: Args<"folder.list">): NoteLine[] {
  const fit = house.hold.notes
    .filter((note) => !args.person || note.person === args.person)
    .filter((note) => !args.polarity || note.polarity === args.polarity)
    .filter((note) => !args.before || note.on < args.before)
    .sort((a, b) => b.on.localeCompare(a.on));
  // The last day of a page is never cut in two.
  const last = fit[(args.limit ?? 100) - 1];
  return last ? fit.filter((note) => note.on >= last.on) : fit;
}

export function folder_answers(house: FakeHouse): Partial<Answers> {
  const saved = (deed: number | null) => ({ at: now().toISOString(), deed });
  const sources = (of: string) => house.hold.sources.filter((one) => one.note === of);
  const count_again = () => {
    for (const note of house.hold.notes) note.sources = sources(note.id).length;
  };
  return {
    "folder.keep_note": ({ person, polarity, text, on = house.today, source, ...more }) => {
      const id = house.id("n");
      const told = { id, person, person_name: house.name_of(person), polarity, text, on };
      const note = changed(note_line(told), more);
      const kept = source && source_of(house, house.id("s"), id, source);
      const { deed } = house.deed("folder.keep_note", `Note about ${note.person_name} kept`, () => {
        house.hold.notes.unshift(note);
        if (kept) house.hold.sources.push(kept);
        count_again();
      });
      return { id, deed };
    },
    "folder.edit_note": ({ id, ...change }) => {
      const before = house.hold.notes.find((one) => one.id === id)!;
      const after = changed(before, change);
      if (change.text !== undefined) house.keep_version(id, "Text", before.text, change.text);
      const { deed } = house.deed("folder.edit_note", "Note changed", () => {
        house.hold.notes = house.hold.notes.map((one) => (one.id === id ? after : one));
      });
      return saved(deed);
    },
    "folder.remove_note": ({ id, though_used }) => {
      const rests = house.hold.reviews.some((review) =>
        [review, ...review.points].some(({ text }) => linked(text, "note").has(id)),
      );
      if (rests && !though_used) {
        throw refused("note.in_use", "A review rests on this note.", "Take it out of the review first.");
      }
      house.deed("folder.remove_note", "Note removed", () => {
        house.hold.notes = house.hold.notes.filter((one) => one.id !== id);
        house.hold.sources = house.hold.sources.filter((one) => one.note !== id);
      });
      return house.saved();
    },
    "folder.list": (args) => list(house, args),
    "folder.look_back": (args) => look_back(house, args),
    "folder.sources": ({ note }) => sources(note).map(({ note: _, ...line }) => line),
    "folder.save_source": ({ note, id: given, source }) => {
      const id = given ?? house.id("s");
      const line = source_of(house, id, note, source);
      house.deed("folder.save_source", "Where a note came from saved", () => {
        const { hold } = house;
        const is_new = !hold.sources.some((one) => one.id === id);
        hold.sources = is_new
          ? [...hold.sources, line]
          : hold.sources.map((one) => (one.id === id ? { ...line, sent_at: one.sent_at } : one));
        count_again();
      });
      return house.made(id);
    },
    "folder.remove_source": ({ id }) => {
      house.deed("folder.remove_source", "Where a note came from removed", () => {
        house.hold.sources = house.hold.sources.filter((one) => one.id !== id);
        count_again();
      });
      return house.saved();
    },
  };
}
