// Sample reviews of the fictional people: one being written, one empty, one that is out, one closed, and the owner's own.
import type {
  EvidenceKind,
  EvidenceLine,
  NoteKind,
  Polarity,
  ReviewCycleLine,
  ReviewPage,
  ReviewPointLine,
  ReviewSection,
  ReviewState,
  SelfReviewLine,
} from "../src/door/calls";
import { add_days } from "../src/kit/days";
import { address_of } from "../src/kit/prose/chips";
import { name_of_person, TODAY } from "./people";
import { balance_of, counted, NO_TIMES } from "./review_rules";

export const cycle_of = (name: string): ReviewCycleLine => {
  const year = /\b(19|20)\d\d\b/.exec(name)?.[0] ?? "2026";
  return {
    ...{ id: name === "2026" ? "y1" : null, name, from: `${year}-01-01`, until: `${year}-12-31` },
    ...(name === "2026"
      ? {
          self_review_by: "2026-11-13",
          share_by: "2026-12-04",
          discuss_by: "2026-12-11",
          sign_by: "2026-12-18",
        }
      : { self_review_by: null, share_by: null, discuss_by: null, sign_by: null }),
  };
};

export const point = (
  id: string,
  section: ReviewSection,
  message: string,
  text: string,
  more: Partial<ReviewPointLine> = {},
): ReviewPointLine =>
  counted({
    ...{ id, section, message, text, polarity: null, is_soft: false, is_touchy: false, words: 0 },
    ...{ author: "manager", question: "", answer: "", is_parked: false, disagreement: "", is_agreed: false },
    is_declared_new: false,
    ...more,
  });

const of_self = (id: string, section: ReviewSection, message: string, text: string) =>
  point(id, section, message, text, { author: "employee" });

export const self_review = (
  points: ReviewPointLine[],
  more: Partial<SelfReviewLine> = {},
): SelfReviewLine => ({
  ...{ state: "submitted", note: "", returns: 0, handed_in_on: "2026-11-12", points, words: 0 },
  ...{ balance: balance_of(points), is_short: false, is_all_glowing: false },
  ...more,
});

export const review = (
  id: string,
  person: string,
  person_name: string,
  state: ReviewState,
  points: ReviewPointLine[],
  more: Partial<ReviewPage> = {},
): ReviewPage => ({
  ...{ id, person, person_name, state, points, is_own: false, reviewer_name: "Dana Kessler" },
  ...{ cycle: cycle_of("2026"), text: "", words: 0, self_review: null, times: NO_TIMES, versions: [] },
  ...{
    inputs: 0,
    seconds: 0,
    is_open: true,
    next: { step: "draft", by: null, is_late: false, talk_at: null },
  },
  ...more,
});

const chip = (label: string, noun: string, id: string) => `[${label}](${address_of(noun, id)})`;

const of_maya = (): ReviewPointLine[] => [
  point(
    "p1",
    "summary",
    "A year of faster recovery",
    "A strong year. Live services recover faster because of her, and two juniors now run what only she could run before.",
  ),
  point(
    "p2",
    "went_well",
    "Failover is a third faster",
    `Maya cut regional failover from 140 to 104 seconds in a year when the storage migration took most of the team’s time. ${chip("Goal · 70 %", "goal", "g1")} She did it with two junior engineers and had them present the result, which is why finance now plans around it. ${chip("2 Oct", "note", "n5")} ${chip("21 May", "note", "e5")}`,
  ),
  point(
    "p3",
    "went_well",
    "Others stay calm around her",
    `She is the person others stay calm around. When the November outage ran past handover she stayed so that a newer colleague would not be alone with it. ${chip("17 Nov", "note", "n1")}`,
    { is_soft: true },
  ),
  point(
    "p4",
    "went_well",
    "Juniors lead what she led",
    `Sam and Jun ran three drills by themselves this autumn. ${chip("22 Oct", "one_on_one", "m8")}`,
  ),
  point(
    "p5",
    "went_well",
    "The migration ended on its day",
    `The storage migration ended on the day it was planned for, with no data moved twice. ${chip("30 Jun", "note", "e3")}`,
  ),
  point(
    "p6",
    "went_well",
    "People come to her first",
    "She is the one whom people from other teams ask before they change anything in storage.",
    { is_soft: true },
  ),
  point(
    "p7",
    "to_improve",
    "Begin an update with the blocker",
    `You are doing great, but your updates could be better. In July a status report ran to three pages with the blocker on the last. ${chip("8 Jul", "note", "e8")} Since September the blocker comes first, in two sentences.`,
  ),
  point("p8", "to_improve", "Hard to reach", "Stakeholders find her hard to reach.", { is_touchy: true }),
  point(
    "p9",
    "to_improve",
    "Plan the way back first",
    `Changes need their rollback plan before review, not after. ${chip("13 Nov", "note", "n3")} ${chip("12 Nov", "one_on_one", "m5")}`,
  ),
  point(
    "p10",
    "to_improve",
    "",
    `Estimates of the migration were half of what it took. ${chip("14 Apr", "note", "e9")}`,
  ),
  point(
    "p11",
    "goals",
    "Failover under 90 seconds",
    `Not there yet, and close: 104 seconds in the drill of November. ${chip("Goal · 70 %", "goal", "g1")}`,
    { polarity: "praise" },
  ),
  point(
    "p12",
    "goals",
    "A talk is accepted",
    `The proposal for June is in. ${chip("Goal · 40 %", "goal", "g2")}`,
    { polarity: "praise" },
  ),
  point("p13", "next_year", "", "Own the on-call clean-up, and mentor one engineer to lead the next drill"),
];

const by_maya = (): ReviewPointLine[] => [
  of_self(
    "s1",
    "went_well",
    "Failover",
    "We came from 140 to 104 seconds. I wanted the juniors to own the drill, so Sam and Jun ran three of them, wrote the reports, and presented the last one to finance. I only watched the clock.",
  ),
  of_self(
    "s2",
    "went_well",
    "Storage migration",
    "Eleven weekends, nothing moved twice, and nobody was paged for it after June. The runbook is the one I am proud of: it is what the networks team copied.",
  ),
  of_self(
    "s3",
    "to_improve",
    "Writing shorter",
    "My reports are too long. Since September I begin with what blocks us, and I want to keep that up.",
  ),
  of_self(
    "s4",
    "next_year",
    "",
    "I would like to own the clean-up of our pages, two days a sprint, and to speak in June.",
  ),
];

/** So much as she wrote in the picture. */
const WROTE = 840;

export const sample_reviews = (): ReviewPage[] => [
  review("r1", "maya", "Maya Okafor", "draft", of_maya(), {
    seconds: 6000,
    inputs: 3,
    self_review: self_review(by_maya(), { words: WROTE }),
  }),
  review("r2", "elif", "Elif Brandt", "draft", [], {
    self_review: self_review([], { state: "not_started", handed_in_on: null }),
  }),
  review(
    "r3",
    "tomas",
    "Tomás Lindqvist",
    "reading",
    [
      point("p31", "went_well", "Calm in the incident", "Led the load balancer incident calmly.", {
        is_agreed: false,
      }),
      point(
        "p32",
        "went_well",
        "Writes it up",
        `The write-up was there the same evening. ${chip("12 Nov", "note", "n4")}`,
      ),
      point(
        "p33",
        "to_improve",
        "Let others speak first",
        `In design reviews the decision comes before the questions. ${chip("6 Oct", "talk", "t3")}`,
        { is_touchy: true },
      ),
    ],
    {
      seconds: 9000,
      self_review: self_review([of_self("s31", "went_well", "", "A good year. The network held.")], {
        state: "taken",
        is_short: true,
        is_all_glowing: true,
      }),
      times: {
        ...NO_TIMES,
        shared_at: "2026-11-18T09:10",
        talk_from: "2026-11-19T09:10",
        planned_at: "2026-11-20T10:00",
      },
      versions: [{ id: "v31", number: 1, made_at: "2026-11-18T09:10", reason: "shared", signatures: [] }],
    },
  ),
  review(
    "r4",
    "sam",
    "Sam Nakai",
    "closed",
    [
      point("p41", "went_well", "Asks what others do not", "Asked the question nobody dared to ask.", {
        is_agreed: true,
      }),
      point(
        "p42",
        "to_improve",
        "Hand over in time",
        `The hand-over has to be there before the shift ends. ${chip("17 Nov", "talk", "t4")}`,
        { is_agreed: true },
      ),
    ],
    {
      seconds: 11_000,
      times: {
        ...NO_TIMES,
        shared_at: "2026-11-10T09:00",
        talk_from: "2026-11-11T09:00",
        planned_at: "2026-11-12T14:00",
        held_at: "2026-11-12T14:00",
        second_from: "2026-11-13T14:00",
        accepted_at: "2026-11-13T16:00",
        closed_at: "2026-11-16T09:00",
      },
      versions: [
        {
          ...{ id: "v42", number: 2, made_at: "2026-11-16T09:00", reason: "final" as const },
          signatures: [
            { part: "manager", name: "Dana Kessler", signed_at: "2026-11-16T09:05", by_hand: false },
          ],
        },
        { id: "v41", number: 1, made_at: "2026-11-10T09:00", reason: "shared", signatures: [] },
      ],
    },
  ),
  review("r5", "dana", "Dana Kessler", "draft", [], {
    is_own: true,
    reviewer_name: "Ruth Vance",
    self_review: self_review(
      [
        of_self(
          "s51",
          "went_well",
          "The team meets every week",
          "I met everybody every week but two, and Jun found his way in within a month.",
        ),
      ],
      {
        state: "returned",
        handed_in_on: null,
        returns: 1,
        note: "You write of the team. What did you do, and what would you do otherwise?",
        ...{ is_short: true, is_all_glowing: true },
      },
    ),
  }),
];

const NOUN: Record<EvidenceKind, string> = {
  note: "note",
  one_on_one: "one_on_one",
  goal: "goal",
  talk: "talk",
  quote: "quote",
};
export const evidence = (
  kind: EvidenceKind,
  id: string,
  on: string,
  text: string,
  more: Partial<EvidenceLine> = {},
): EvidenceLine => ({
  ...{ kind, id, on, text, address: address_of(NOUN[kind], id), polarity: null, title: "", figure: "" },
  ...{ about: null, goals: [], talked_on: null, shows: false, is_usable: true, is_used: false },
  ...more,
});
const kept = (
  id: string,
  on: string,
  polarity: Polarity,
  about: NoteKind,
  text: string,
  more: Partial<EvidenceLine> = {},
) => evidence("note", id, on, text, { polarity, about, ...more });

/** What the year brought besides the notes of the folder: with its three notes these are 23. */
export const sample_evidence = (): Record<string, EvidenceLine[]> => ({
  r1: [
    kept("e1", "2026-09-14", "praise", "delivery", "Wrote the runbook that networks copied.", {
      ...{ shows: true, figure: "11 pages" },
    }),
    kept("e2", "2026-08-03", "praise", "leadership", "Took the new intern through her first night on call."),
    kept(
      "e3",
      "2026-06-30",
      "praise",
      "delivery",
      "The migration ended on its day; nothing was moved twice.",
      {
        shows: true,
      },
    ),
    kept("e4", "2026-06-11", "praise", "other", "Gave up her Saturday so that the vendor could be let in."),
    kept(
      "e5",
      "2026-05-21",
      "praise",
      "delivery",
      "Finance called her drill summary the first they had understood.",
    ),
    kept(
      "e6",
      "2026-03-19",
      "praise",
      "leadership",
      "Drew the storage plan on the wall until everybody nodded.",
    ),
    kept("e7", "2026-02-05", "praise", "other", "Told a customer plainly what we do not know yet.", {
      goals: ["g2"],
    }),
    kept(
      "e10",
      "2026-01-22",
      "praise",
      "delivery",
      "Found the leaking file handles before anybody was paged.",
    ),
    kept(
      "e8",
      "2026-07-08",
      "constructive",
      "other",
      "Status update ran to three pages; the blocker was on the last.",
      {
        talked_on: "2026-07-09",
        shows: true,
      },
    ),
    kept(
      "e9",
      "2026-04-14",
      "constructive",
      "delivery",
      "The estimate of the migration was half of what it took.",
      {
        talked_on: "2026-04-16",
        ...{ shows: true, figure: "6 of 11 weekends" },
      },
    ),
    kept("e11", "2026-02-26", "constructive", "other", "Two teams waited a week for her answer on quotas."),
    evidence("goal", "g1", "2026-11-16", "Measured in the monthly drill, three times in a row.", {
      ...{ title: "Regional failover under 90 s", figure: "70 %", goals: ["g1"], shows: true },
    }),
    evidence("goal", "g2", "2026-10-12", "The proposal is in.", {
      ...{ title: "Speak at one conference", figure: "40 %", goals: ["g2"], shows: true },
    }),
    evidence("goal", "g9", "2026-06-30", "All of it, and the old shelves are gone.", {
      ...{ title: "Storage migration done by summer", figure: "100 %", goals: ["g9"], shows: true },
    }),
    evidence(
      "one_on_one",
      "m5",
      "2026-11-12",
      "Rollback step: she wants a template. Pager rotation, talk proposal.",
      {
        talked_on: "2026-11-12",
      },
    ),
    evidence(
      "one_on_one",
      "m8",
      "2026-10-22",
      "Sam and Jun ran the drill. She wants them to present again.",
      {
        talked_on: "2026-10-22",
      },
    ),
    evidence("one_on_one", "e13", "2026-07-09", "Shorter updates: the blocker first.", {
      talked_on: "2026-07-09",
    }),
    evidence("talk", "t1", "2026-11-04", "Changes go to review before they can be taken back.", {
      ...{ title: "Rollback plans come after the review", polarity: "constructive", shows: true },
    }),
  ],
  r3: [
    evidence("talk", "t3", "2026-10-06", "You come across as having decided before others have spoken.", {
      ...{ title: "Is seen as not listening in design reviews", polarity: "constructive", shows: true },
      talked_on: "2026-10-06",
    }),
  ],
  r4: [
    evidence("talk", "t4", "2026-11-09", "The hand-over has to be there before your shift ends.", {
      ...{ title: "Hand-overs are late", polarity: "constructive", shows: true, talked_on: "2026-11-10" },
    }),
  ],
  r5: [
    kept("e50", "2026-10-30", "praise", "leadership", "Jun was on call by himself after five weeks."),
    kept("e51", "2026-06-04", "constructive", "other", "I answered for the team before I had asked it."),
  ],
});

/** As many as there ever are. */
export const many_pieces = (): EvidenceLine[] =>
  Array.from({ length: 500 }, (_, n) =>
    kept(
      `ce${n}`,
      add_days(TODAY, -Math.floor((n * 320) / 500)),
      n % 3 === 0 ? "constructive" : "praise",
      "delivery",
      `${name_of_person("maya")} did what was asked, and more than that. This is what somebody wrote down of it, number ${n}.`,
    ),
  );
