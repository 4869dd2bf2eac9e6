// What stands around the documents of the fake vault: agenda, remarks, preparation, the parting, and the rhythms.
import type {
  MeetingLine,
  MeetingPage,
  PairPage,
  ReminderLine,
  Rhythm,
  Side,
  Slot,
  Story,
} from "../src/door/calls";
import { add_days, day_part } from "../src/kit/days";
import type { Args, Reply } from "../src/door/door";
import { now } from "../src/kit/clock";
import { fault, type FakeHouse } from "./fake_house";
import type { Answers } from "./fake_door";

/** What belongs to one meeting beside its document and its margin. */
export type Around = Pick<
  MeetingPage,
  "kind" | "submitted_at" | "agenda" | "remarks" | "annotations" | "prep" | "parted"
> & { sent_template?: string };

const never = { began_at: null, ended_at: null, notes_sent_at: null, minutes_to_send: null, agreed: null };

export function around(id: string): Around {
  const bare: Around = {
    kind: "regular",
    submitted_at: null,
    agenda: [],
    remarks: [],
    annotations: [],
    prep: { history_at: null, document_at: null, folder_at: null, seconds: 0, earlier_seconds: [] },
    parted: { same_mine: false, same_theirs: false, difference: "", ...never },
  };
  if (id === "m1") {
    bare.prep = {
      ...bare.prep,
      history_at: "2026-11-18T09:00:00Z",
      seconds: 190,
      earlier_seconds: [240, 300, 410, 620],
    };
    bare.agenda = [
      { id: "m1-p1", topic: null, text: "Cover for the holidays", done: false, open_because: "" },
    ];
    bare.remarks = [
      {
        id: "m1-r1",
        section: "m1-opportunities",
        kind: "shared",
        text: "Yes. Agree on a number first: what would “quiet enough” be?",
        on: "2026-11-18",
      },
    ];
    bare.annotations = [
      {
        id: "m1-a1",
        section: "m1-goals",
        note: null,
        text: "Ask what the DNS step costs if it slips again.",
        changed_at: "2026-11-18T17:00:00Z",
      },
    ];
  }
  if (id === "m3") bare.submitted_at = "2026-11-18T16:27:00Z";
  if (id === "m2") {
    bare.kind = "initial";
    bare.agenda = (
      ["ground_rules", "goals", "document", "cadence", "keeping_the_slot", "standing_aims"] as const
    ).map((topic, n) => ({ id: `m2-t${n}`, topic, text: "", done: n < 2, open_because: "" }));
  }
  return bare;
}

export const rhythms = (): Record<string, Rhythm> => ({
  maya: {
    id: "pair-maya",
    begins: "2025-01-09T10:00",
    zone: "",
    minutes: 30,
    every_days: 7,
    sparse_because: "",
    at_ease_mine: true,
    at_ease_theirs: false,
    factors: {
      level: "Senior, second year",
      performance: "Strong",
      autonomy: "Plans her own quarter",
      tenure_here: "3 years",
      tenure_on_team: "3 years",
      load: "Nine reports",
    },
    factors_on: "2026-09-01",
    template: null,
    ends_on: null,
  },
});

/** The page of a meeting, less what the lists know. */
export function beside(
  house: FakeHouse,
  meeting: MeetingLine,
): Around &
  Pick<
    MeetingPage,
    | "document"
    | "is_mine"
    | "template_sent_at"
    | "template_due"
    | "document_due"
    | "history_due"
    | "hints"
    | "goals_due"
  > {
  const of = house.around_of(meeting.id);
  const met = ["held", "notes_sent", "closed"].includes(meeting.state);
  const document = met
    ? meeting.state === "closed"
      ? "archived"
      : "discussed"
    : of.submitted_at
      ? of.annotations.length > 0
        ? "annotated"
        : "submitted"
      : meeting.words > 0
        ? "draft"
        : "blank";
  return {
    ...structuredClone(of),
    document,
    is_mine: meeting.person === "ruth",
    template_sent_at: of.sent_template ?? null,
    template_due: of.kind === "initial" ? `${add_days(day_part(meeting.starts), -2)}T19:30:00Z` : null,
    document_due: `${add_days(day_part(meeting.starts), -1)}T17:00`,
    history_due: `${add_days(day_part(meeting.starts), -1)}T18:00:00Z`,
    hints: meeting.id === "m1" ? [{ kind: "quiet", about: "learning", days: 56 }] : [],
    goals_due: house.hold.goals
      .filter((one) => one.person === meeting.person && one.state === "active")
      .slice(0, 1),
  };
}

function reminders(house: FakeHouse): ReminderLine[] {
  const line = (id: string, kind: ReminderLine["kind"], at: string): ReminderLine[] =>
    house.hold.meetings
      .filter((one) => one.id === id && ["planned", "prepped", "held"].includes(one.state))
      .map(({ person, person_name, starts }) => ({ kind, meeting: id, person, person_name, starts, at }));
  const sam = house.hold.people.find((one) => one.id === "sam");
  return [
    ...line("m9", "send_notes", "2026-11-19T01:30:00Z"),
    ...line("m1", "document_late", "2026-11-19T01:00:00Z"),
    ...(sam && house.hold.meetings.length > 0
      ? [
          {
            kind: "meet_again" as const,
            meeting: null,
            person: "sam",
            person_name: sam.name,
            starts: null,
            at: "2026-11-01T08:00:00Z",
          },
        ]
      : []),
  ];
}

export const NO_STORY: Story = { moved_from: null, moved_to: null, follows: null, reason: "", by: null };

/** A move, told at both ends. */
export function tell_move(house: FakeHouse, from: string, to: string, reason: string, by: Side | null): void {
  const at = (id: string) => house.hold.meetings.find((one) => one.id === id)!.starts;
  const { stories } = house.hold;
  stories[to] = { ...NO_STORY, moved_from: { id: from, starts: at(from), reason, by } };
  stories[from] = {
    ...(stories[from] ?? NO_STORY),
    moved_to: { id: to, starts: at(to), reason: "", by: null },
    reason,
    by,
  };
}

export function pair_page(house: FakeHouse, person: string): PairPage {
  const rhythm = house.hold.rhythms[person] ?? null;
  const slots: Slot[] = rhythm
    ? [7, 14, 21].map((days) => ({
        pair: rhythm.id,
        person,
        person_name: house.name_of(person),
        starts: `${add_days(house.today, days)}T${rhythm.begins.slice(11)}`,
        minutes: rhythm.minutes,
        is_day_off: false,
      }))
    : [];
  return {
    rhythm,
    slots,
    gap_days: person === "sam" ? 49 : 7,
    is_gap_red: person === "sam",
    moved: person === "maya" ? 2 : 0,
    moved_of: 8,
    moves_told: person === "maya",
  };
}

export function practice_answers(house: FakeHouse): Partial<Answers> {
  const saved = (deed: number) => ({ at: now().toISOString(), deed });
  const change = (name: string, sentence: string, write: () => void) =>
    saved(house.deed(name, sentence, write).deed);
  const made = (name: string, sentence: string, prefix: string, write: (id: string) => void) => {
    const id = house.id(prefix);
    house.deed(name, sentence, () => write(id));
    return house.made(id);
  };
  const holding = (fits: (of: Around) => boolean): Around =>
    Object.keys(house.hold.around)
      .map((id) => house.around_of(id))
      .find(fits)!;
  const section_of = (id: string) => house.sections_of(id.split("-")[0]!).find((one) => one.id === id)!;
  return {
    "one_on_one.submit": ({ id, submitted }) =>
      change("one_on_one.submit", "Document handed in", () => {
        house.around_of(id).submitted_at = submitted ? now().toISOString() : null;
      }),
    "one_on_one.annotate": ({ meeting, id, section = null, note = null, text }) => {
      const of = house.around_of(meeting);
      const carried = note ? (house.hold.notes.find((one) => one.id === note)?.text ?? "") : "";
      if (id) {
        house.deed("one_on_one.annotate", "Margin changed", () => {
          of.annotations = (text ?? "").trim()
            ? of.annotations.map((one) => (one.id === id ? { ...one, text: text! } : one))
            : of.annotations.filter((one) => one.id !== id);
        });
        return house.made(id);
      }
      return made("one_on_one.annotate", "Margin changed", "x", (id) => {
        of.annotations.push({ id, section, note, text: text ?? carried, changed_at: now().toISOString() });
      });
    },
    "one_on_one.add_remark": ({ meeting, section = null, text }) =>
      made("one_on_one.add_remark", "Note shared", "r", (id) => {
        const closed = house.hold.meetings.find((one) => one.id === meeting)?.state === "closed";
        const kind = closed ? "correction" : "shared";
        house.around_of(meeting).remarks.push({ id, section, kind, text, on: house.today });
      }),
    "one_on_one.remove_remark": ({ id }) =>
      change("one_on_one.remove_remark", "Shared note removed", () => {
        const of = holding((one) => one.remarks.some((remark) => remark.id === id));
        of.remarks = of.remarks.filter((remark) => remark.id !== id);
      }),
    "one_on_one.mark_section": ({ section, talked, ranges }) =>
      change("one_on_one.mark_section", "Section marked", () => {
        const of = section_of(section);
        of.is_talked = talked ?? of.is_talked;
        of.ranges = ranges ?? of.ranges;
      }),
    "one_on_one.add_point": ({ meeting, text }) =>
      made("one_on_one.add_point", "Point added", "p", (id) => {
        house.around_of(meeting).agenda.push({ id, topic: null, text, done: false, open_because: "" });
      }),
    "one_on_one.set_point": ({ id, done, open_because, remove }) =>
      change("one_on_one.set_point", "Point changed", () => {
        const of = holding((one) => one.agenda.some((point) => point.id === id));
        of.agenda = of.agenda
          .filter((point) => point.id !== id || !remove)
          .map((point) =>
            point.id === id
              ? { ...point, done: done ?? point.done, open_because: open_because ?? point.open_because }
              : point,
          );
      }),
    "one_on_one.tick_prep": ({ id, what, done, seconds = 0 }) =>
      change("one_on_one.tick_prep", "Preparation ticked", () => {
        const { prep } = house.around_of(id);
        prep[`${what}_at`] = done ? now().toISOString() : null;
        prep.seconds += seconds;
        const meeting = house.hold.meetings.find((one) => one.id === id)!;
        const whole = prep.history_at && prep.document_at && prep.folder_at;
        if (meeting.state === "planned" && whole) meeting.state = "prepped";
        else if (meeting.state === "prepped" && !whole) meeting.state = "planned";
      }),
    "one_on_one.part": ({ id, same_mine, same_theirs, difference, raised = [] }) =>
      change("one_on_one.part", "What both understood", () => {
        const { parted } = house.around_of(id);
        parted.same_mine = same_mine ?? parted.same_mine;
        parted.same_theirs = same_theirs ?? parted.same_theirs;
        parted.difference = difference ?? parted.difference;
        parted.agreed =
          parted.difference !== "" ? false : parted.same_mine && parted.same_theirs ? true : null;
        const meeting = house.hold.meetings.find((one) => one.id === id)!;
        if (!["held", "notes_sent"].includes(meeting.state)) meeting.state = "held";
        parted.ended_at ??= now().toISOString();
        for (const note of house.hold.notes) if (raised.includes(note.id)) note.raised_on = house.today;
      }),
    "one_on_one.set_minutes": ({ id, minutes }) =>
      change("one_on_one.set_minutes", "Length of a 1:1 changed", () => {
        house.hold.meetings.find((one) => one.id === id)!.minutes = minutes;
      }),
    "one_on_one.take_needs": ({ id }) => {
      const meeting = house.hold.meetings.find((one) => one.id === id)!;
      const needs = house.sections_of(id).find((one) => one.kind === "needs")!;
      const lines = needs.text.split("\n").filter((line) => line.trim() !== "");
      const fresh = lines.filter((line) => !house.hold.actions.some((one) => one.text === line));
      if (fresh.length === 0) return { added: 0, deed: null };
      const { deed } = house.deed("one_on_one.take_needs", "Needs taken as promises", () => {
        for (const text of fresh)
          house.hold.actions.push({
            ...{ id: house.id("a"), about: meeting.person, about_name: meeting.person_name },
            ...{ owner: "dana", owner_name: "Dana Kessler", mine: true, text, due: null },
            ...{ state: "open" as const, since: house.today, meeting: id, talk: null, author: null },
          });
      });
      return { added: fresh.length, deed };
    },
    "action.read_line": ({ line, about }) => {
      const named = line.match(/^(\w+): (.*)$/);
      const who = named?.[1]?.toLowerCase();
      const fits = house.hold.people.filter((one) => who && one.name.toLowerCase().startsWith(who));
      const by = (named?.[2] ?? line).match(/^(.*) by tomorrow$/);
      const owner = who === "me" || !who ? "dana" : (fits[0]?.id ?? about);
      return {
        text: by?.[1] ?? named?.[2] ?? line,
        owner: fits.length > 1 ? null : owner,
        owner_name: fits.length > 1 ? "" : house.name_of(owner),
        due: by ? add_days(house.today, 1) : null,
        ambiguous: fits.length > 1,
      };
    },
    "one_on_one.mail": ({ id }) => ({
      to: "",
      subject: "Notes of our 1:1",
      body: house
        .sections_of(id)
        .map((one) => `${one.title}\r\n${one.text}`)
        .join("\r\n\r\n"),
      is_cut: false,
    }),
    "one_on_one.export": () => ({ file: "1-1 notes.pdf" }),
    "one_on_one.invite": () => ({
      to: "",
      subject: "Our first 1:1",
      body: "Hello,\r\n\r\nI would like to begin regular 1:1s with you. The first one takes 75 minutes; later ones are shorter.\r\n\r\n- Learning: what you learned",
      is_cut: false,
    }),
    "one_on_one.send_template": ({ id }) =>
      change("one_on_one.send_template", "Blank document sent", () => {
        house.around_of(id).sent_template = now().toISOString();
      }),
    "reminder.due": () => reminders(house),
    "one_on_one.follow_up": ({ id }) => ({
      left: house
        .sections_of(id)
        .filter((one) => !one.is_talked && one.text)
        .map((one) => one.title),
      starts: ["2026-11-20T11:00", "2026-11-20T12:00", "2026-11-20T13:00"],
      late: false,
    }),
    "pair.get": ({ person }) => pair_page(house, person),
    "pair.coming": ({ days = 14 }) =>
      Object.keys(house.hold.rhythms)
        .flatMap((person) => pair_page(house, person).slots)
        .filter((slot) => day_part(slot.starts) < add_days(house.today, days)),
    "pair.save": (args: Args<"pair.save">): Reply<"pair.save"> => {
      const before = house.hold.rhythms[args.person];
      if (!before && !args.begins) throw fault("refused", "A new series needs its first time.");
      const every = args.every_days ?? before?.every_days ?? 7;
      const fresh = { ...rhythms()["maya"]!, id: house.id("pair-"), at_ease_mine: false, factors_on: null };
      const { person, ...fields } = args;
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const after = { ...(before ?? fresh), ...given };
      if (every > 7 && !(after.at_ease_mine && after.at_ease_theirs))
        throw fault("refused", "Every second week needs both of you at ease with 1:1s.");
      house.deed("pair.save", `Series with ${house.name_of(person)} saved`, () => {
        house.hold.rhythms[person] = after as Rhythm;
      });
      return house.made(after.id);
    },
    "pair.end": ({ person }) =>
      change("pair.end", `Series with ${house.name_of(person)} ended`, () => {
        delete house.hold.rhythms[person];
      }),
    "pair.open_slot": ({ pair, slot }) => {
      const person = Object.keys(house.hold.rhythms).find((id) => house.hold.rhythms[id]!.id === pair)!;
      return made("pair.open_slot", "1:1 opened", "m", (id) => {
        const person_name = house.name_of(person);
        const line = { id, person, person_name, starts: slot, minutes: 30, headline: "", words: 0 };
        house.hold.meetings.push({ ...line, state: "planned" });
      });
    },
  };
}
