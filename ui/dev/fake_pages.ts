// The answers that are computed: pages, lists and finds over what the fake vault holds.
import type { Args, Reply } from "../src/door/door";
import type { MeetingLine, PersonLine } from "../src/door/calls";
import { add_days, day_part, year_of } from "../src/kit/days";
import { plain } from "../src/kit/fuzzy";
import type { FakeHouse } from "./fake_house";
import { care } from "./goal_parts";
import { line_of } from "./people";
import { beside, NO_STORY, pair_page } from "./practice";
import { line_of_review } from "./review_rules";
import { waiting_talks } from "./talk";
import { weeks_of } from "./year";

export function person_line(house: FakeHouse, id: string): PersonLine {
  const person = house.hold.people.find((one) => one.id === id)!;
  const theirs = house.hold.meetings.filter((one) => one.person === id);
  const held = theirs
    .filter((one) => ["held", "notes_sent", "closed"].includes(one.state))
    .map((one) => day_part(one.starts));
  const ahead = theirs
    .filter((one) => one.state === "planned" || one.state === "prepped")
    .map((one) => one.starts);
  return line_of(person, {
    last_met: id === "sam" ? "2026-10-01" : (held.sort().at(-1) ?? null),
    next: ahead.sort()[0] ?? null,
    unraised: unraised(house).filter((note) => note.person === id).length,
  });
}
const unraised = (house: FakeHouse) =>
  house.hold.notes.filter((note) => note.polarity === "constructive" && !note.raised_on && !note.dismissed);

export function person_page(house: FakeHouse, id: string): Reply<"person.get"> {
  const person = house.hold.people.find((one) => one.id === id)!;
  const line = person_line(house, id);
  const notes = house.hold.notes.filter((note) => note.person === id);
  return {
    person: structuredClone(person),
    initials: line.initials,
    hue: line.hue,
    facts: {
      met:
        id === "maya"
          ? 41
          : house.hold.meetings.filter((one) => one.person === id && one.state === "closed").length,
      moved: id === "maya" ? 4 : 0,
      praise: notes.filter((note) => note.polarity === "praise").length,
      constructive: notes.filter((note) => note.polarity === "constructive").length,
      next: line.next,
      with_us_months: id === "maya" ? 36 : 14,
    },
    manager_name: person.manager ? house.name_of(person.manager) : null,
    reports: 0,
  };
}

export function meeting_page(house: FakeHouse, id: string): Reply<"one_on_one.get"> {
  const meeting = house.hold.meetings.find((one) => one.id === id)!;
  const before = house.hold.meetings
    .filter((one) => one.person === meeting.person && one.starts < meeting.starts)
    .sort(newest_first);
  const last = before.find((one) => ["held", "notes_sent", "closed"].includes(one.state));
  const last_met = last ? day_part(last.starts) : null;
  return {
    ...meeting,
    ...beside(house, meeting),
    person: person_line(house, meeting.person),
    pair: pair_page(house, meeting.person),
    story: house.hold.stories[id] ?? NO_STORY,
    owner_name: "Dana Kessler",
    zone: "America/Vancouver",
    sections: structuredClone(house.sections_of(id)),
    margin: { text: house.hold.margins[id] ?? "", changed_at: null },
    previous: before,
    open_actions: house.hold.actions.filter((one) => one.about === meeting.person && one.state === "open"),
    notes_since: house.hold.notes.filter(
      (one) => one.person === meeting.person && (!last_met || one.on >= last_met),
    ),
    last_met,
    met_count: meeting.person === "maya" ? 41 : before.length,
    first_met: last ? "2025-01-09" : null,
  };
}
const newest_first = (a: MeetingLine, b: MeetingLine) => b.starts.localeCompare(a.starts);

export function meetings(house: FakeHouse, args: Args<"one_on_one.list">): MeetingLine[] {
  return house.hold.meetings
    .filter((one) => !args.person || one.person === args.person)
    .filter((one) => !args.from || day_part(one.starts) >= args.from)
    .filter((one) => !args.to || day_part(one.starts) <= args.to)
    .sort(newest_first)
    .slice(0, args.limit ?? 100);
}

export function today(house: FakeHouse): Reply<"today.get"> {
  const day = house.today;
  const line = (id: string) => person_line(house, id);
  return {
    day,
    owner_name: "Dana Kessler",
    meetings: house.hold.meetings
      .filter((one) => day_part(one.starts) === day && one.state !== "moved" && one.state !== "cancelled")
      .sort((a, b) => a.starts.localeCompare(b.starts))
      .map((one) => ({
        line: one,
        person: line(one.person),
        new_notes: house.hold.notes.filter((note) => note.person === one.person && note.on > "2026-11-12")
          .length,
        open_actions: house.hold.actions.filter(
          (action) => action.about === one.person && action.state === "open",
        ).length,
        written: one.id === "m1" ? 0 : 2,
      })),
    slots: [],
    promises: house.hold.actions.filter((action) => action.state === "open" && action.mine),
    unraised: unraised(house),
    talks: waiting_talks(house),
    reviews: house.hold.reviews
      .map((one) => line_of_review(house, one))
      .filter((one) => one.next.talk_at !== null || one.next.is_late),
    care: care(house),
    ribbon: house.hold.people
      .filter((person) => person.relation === "direct_report")
      .map((person) => ({
        person: line(person.id),
        weeks: weeks_of(person.id, add_days(day, -25 * 7), 26),
        quiet: person.id === "sam",
      })),
    people: house.hold.people.filter((person) => person.relation !== "me").length,
    captured: house.captures.length,
    backup_age_days: house.backup_age,
  };
}

export function year(house: FakeHouse, args: Args<"person.year">): Reply<"person.year"> {
  return {
    weeks: weeks_of(args.id, `${args.year}-01-05`, 52),
    empty_spells:
      args.id === "maya" && args.year === year_of(house.today)
        ? [{ from: "2026-04-06", to: "2026-05-19" }]
        : [],
  };
}

export function find(house: FakeHouse, args: Args<"search.find">): Reply<"search.find"> {
  const wanted = plain(args.query);
  const fits = (text: string) => plain(text).includes(wanted);
  const snippet = (text: string) => {
    const at = plain(text).indexOf(wanted);
    const end = at + args.query.length;
    return [
      { text: text.slice(0, at), hit: false },
      { text: text.slice(at, end), hit: true },
      { text: text.slice(end), hit: false },
    ].filter((part) => part.text !== "");
  };
  const asks_for_notes = [args.polarity, args.about, args.raised, args.sourced || undefined, args.goal].some(
    (one) => one !== undefined,
  );
  const notes = house.hold.notes
    .filter((note) => fits(note.text) && (!args.person || note.person === args.person))
    .filter((note) => !args.polarity || note.polarity === args.polarity)
    .filter((note) => !args.about || note.kind === args.about)
    .filter((note) => args.raised === undefined || (note.raised_on !== null) === args.raised)
    .filter((note) => !args.sourced || note.sources > 0)
    .filter((note) => !args.goal || note.goals.includes(args.goal))
    .filter(() => !args.kinds?.length || args.kinds.includes("note"))
    .map((note) => ({
      kind: "note" as const,
      record: note.id,
      open: { room: "folder" as const, id: note.person },
      person: note.person,
      person_name: note.person_name,
      title: note.polarity === "praise" ? "Praise" : "To improve",
      on: note.on,
      snippet: snippet(note.text),
    }));
  const texts = house.hold.meetings.flatMap((meeting) =>
    house
      .sections_of(meeting.id)
      .filter((section) => fits(section.text) && (!args.person || meeting.person === args.person))
      .filter(() => !asks_for_notes && (!args.kinds?.length || args.kinds.includes("section")))
      .map((section) => ({
        kind: "section" as const,
        record: section.id,
        open: { room: "one_on_one" as const, id: meeting.id },
        person: meeting.person,
        person_name: meeting.person_name,
        title: section.title,
        on: day_part(meeting.starts),
        snippet: snippet(section.text),
      })),
  );
  return {
    hits: [...notes, ...texts].slice(0, args.limit ?? 50),
    people: house.hold.people
      .filter((one) => wanted !== "" && one.relation !== "me" && fits(one.name))
      .map((one) => person_line(house, one.id)),
  };
}
