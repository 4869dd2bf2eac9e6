// A full vault: meetings, notes, actions, goals and reviews of the fictional people.
import type {
  ActionLine,
  AttachmentLine,
  GoalLine,
  MeetingLine,
  MeetingState,
  NoteLine,
  Section,
} from "../src/door/calls";
import { note_line, type KeptSource } from "./folder";
import { goal_line } from "./goal_line";
import { people } from "./people";

const name_of = (id: string) => people.find((person) => person.id === id)?.name ?? "";

const note = (
  id: string,
  person: string,
  polarity: NoteLine["polarity"],
  on: string,
  text: string,
  more: Partial<NoteLine> = {},
): NoteLine => note_line({ id, person, person_name: name_of(person), polarity, text, on, ...more });

export const notes = (): NoteLine[] => [
  note(
    "n1",
    "maya",
    "praise",
    "2026-11-17",
    "Stayed on the bridge after handover so Sam would not debug DNS alone.",
    { kind: "leadership", files: 1, sources: 1, tags: ["on-call"] },
  ),
  note(
    "n2",
    "elif",
    "constructive",
    "2026-11-16",
    "The release slipped a day and the customers heard it from support first.",
  ),
  note(
    "n3",
    "maya",
    "constructive",
    "2026-11-13",
    "Change record went in without a rollback step; peer review caught it. Cost the reviewers an hour.",
    {
      kind: "delivery",
      example: "The change of 12 November: forty lines of steps, and none that takes them back.",
    },
  ),
  note(
    "n4",
    "tomas",
    "praise",
    "2026-11-12",
    "Led the load balancer incident calmly and wrote it up the same evening.",
    { kind: "delivery", metric: "22 min", tags: ["incident"] },
  ),
  note(
    "n5",
    "maya",
    "praise",
    "2026-10-02",
    "Halved failover time with two juniors, and let them present it.",
    {
      raised_on: "2026-10-22",
      raised_in: ["m8"],
      kind: "delivery",
      example: "The drill of 1 October: Sam and Jun ran it, and she only watched the clock.",
      consequence: "The next two drills were run without her.",
      metric: "104 s",
      tags: ["failover", "mentoring"],
      goals: ["g1"],
    },
  ),
  note("n6", "sam", "praise", "2026-09-22", "Asked the question nobody else dared to ask in the retro.", {
    raised_on: "2026-09-25",
  }),
  note("n7", "elif", "praise", "2026-09-03", "Cut the release checklist from forty steps to eleven.", {
    kind: "delivery",
  }),
];

/** Where some of them came from. */
export const sources = (): KeptSource[] => [
  {
    id: "s1",
    note: "n1",
    kind: "chat",
    who: "Sam, in the channel of the on-call team",
    person: "sam",
    person_name: name_of("sam"),
    sent_at: "2026-11-17T16:40:00Z",
    subject: "",
    text: "I would still be reading zone files if she had gone home at six. She asked questions until I saw it myself.",
  },
];

const meeting = (
  id: string,
  person: string,
  starts: string,
  state: MeetingState,
  headline: string,
  words = 120,
): MeetingLine => ({ id, person, person_name: name_of(person), starts, minutes: 30, state, headline, words });

export const meetings = (): MeetingLine[] => [
  meeting("m1", "maya", "2026-11-19T10:00", "planned", "Failover drill, on-call clean-up", 0),
  {
    ...meeting("m2", "jun", "2026-11-19T11:30", "planned", "Goals for one, three and five years", 40),
    minutes: 60,
  },
  meeting("m3", "elif", "2026-11-19T15:00", "planned", "Release delay", 60),
  meeting("m4", "tomas", "2026-11-20T10:00", "planned", "", 0),
  meeting("m5", "maya", "2026-11-12T10:00", "closed", "Pager rotation, talk proposal", 214),
  meeting("m6", "maya", "2026-11-05T10:00", "closed", "Promotion case, first draft", 301),
  meeting("m7", "maya", "2026-10-29T10:00", "moved", "Second move this quarter", 0),
  meeting("m8", "maya", "2026-10-22T10:00", "closed", "Storage migration retro", 188),
  meeting("m9", "elif", "2026-11-18T15:00", "held", "Release notes", 96),
  meeting("m10", "tomas", "2026-11-13T10:00", "closed", "Incident write-up", 150),
];

export const sections = (id: string): Section[] => {
  const filled = id === "m1" || id === "m5";
  const at = "2026-11-18T08:12:00Z";
  const section = (kind: Section["kind"], title: string, aim: string, text: string): Section => ({
    id: `${id}-${kind}`,
    kind,
    title,
    aim,
    text: filled ? text : "",
    changed_at: filled && text ? at : null,
    brief: kind === "status",
    ranges: [],
    is_talked: false,
    read_text: null,
  });
  return [
    section(
      "goals",
      "Progress on goals",
      "How the goals are coming along, and what stands in their way.",
      "The drill on Monday finished in 104 seconds, down from 140. What is left is the DNS step; I have a change booked for Tuesday and expect to be under 90 before the month ends.",
    ),
    section(
      "opportunities",
      "Opportunities",
      "What could be better, from your own work to the whole industry.",
      "We page people for things nobody acts on: 38 of last month’s 61 pages were closed without a change. I would like to own a clean-up, two days a sprint, starting with storage.",
    ),
    section("status", "Project status", "Anything pressing? Leave it empty when nothing is.", ""),
    section(
      "learning",
      "What have you learned?",
      "Something new since last time, however small.",
      "Presenting the drill to finance: they only needed the one number. I should open with it next time.",
    ),
    section(
      "needs",
      "What do you need from me?",
      "Help, cover, a decision, or something I should know about how I manage.",
      "A reader for the talk proposal who was not in the room, and cover for Tuesday’s change window",
    ),
  ];
};

const action = (id: string, about: string, owner: string, text: string, due: string | null): ActionLine => ({
  id,
  about,
  about_name: name_of(about),
  owner,
  owner_name: name_of(owner),
  mine: owner === "dana",
  text,
  due,
  state: "open",
  since: "2026-11-05",
  meeting: null,
  talk: null,
  author: null,
});

export const actions = (): ActionLine[] => [
  action("a1", "maya", "dana", "Find a second reader for the talk", "2026-11-17"),
  action("a2", "maya", "dana", "Ask HR about the January band review", "2026-11-20"),
  action("a3", "ruth", "dana", "Budget line for two interns", "2026-11-23"),
  action("a4", "maya", "maya", "Write up the failover drill", "2026-11-24"),
];

export const goals = (): GoalLine[] => [
  goal_line({
    id: "g1",
    person: "maya",
    title: "Regional failover under 90 s",
    text: "Measured in the monthly drill, three times in a row.",
    relevant: "Customers wait as long as we do.",
    ...{ category: "Better for customers", ground: "gr2", own_words_on: "2026-02-02" },
    ...{ due: "2026-12-31", starts_on: "2026-02-02", state: "active", endorsed_on: "2026-02-02" },
    ...{ start_value: { value: "140", unit: "s" }, target: { value: "90", unit: "s" } },
  }),
  goal_line({
    id: "g2",
    person: "maya",
    title: "Speak at one conference",
    text: "The proposal is in.",
    ...{ due: "2027-06-30", state: "active", is_growth: true, category: "New skills" },
  }),
  goal_line({ id: "g3", person: "elif", title: "A release a week" }),
];

const file = (id: string, record: string, name: string, bytes: number, added_at: string) => ({
  ...{ id, record, name, bytes, added_at },
});

/** Attached files, each with the record it is kept with. */
export const files = (): (AttachmentLine & { record: string })[] => [
  file("f1", "m1", "Failover drill, November.pdf", 1_830_000, "2026-11-18T08:20:00Z"),
  file("f2", "m1", "Pages of October by team and by what came of them.csv", 41_200, "2026-11-18T08:31:00Z"),
  file("f3", "n1", "Thanks from Sam.txt", 340, "2026-11-17T17:02:00Z"),
  file("f4", "maya", "Promotion criteria, level 4.pdf", 212_000, "2026-09-02T10:00:00Z"),
];

export const margin =
  "Ask how the on-call clean-up fits the promotion case. Do not promise a date; the band review is in January.";
