// Sample talks of the fictional people, one in each state that matters.
import type { CheckInLine, ConsultLine, ConversationLine, FollowUpLine, TalkLine } from "../src/door/calls";
import { add_days } from "../src/kit/days";
import type { Holdings } from "./fake_house";
import { TODAY } from "./people";

type Computed =
  "next_states" | "gaps" | "days_to_raise" | "checks_held" | "checks_due" | "waits" | "person_name";
export type KeptTalk = Omit<TalkLine, Computed>;
type Of<T> = T & { talk: string };

export interface Talks {
  talks: KeptTalk[];
  conversations: ConversationLine[];
  looks: Of<FollowUpLine>[];
  asked: Of<Omit<CheckInLine, "is_untold">>[];
  turns: Of<ConsultLine>[];
}

export const noticed = (id: string, person: string, title: string, first_seen: string): KeptTalk => ({
  ...{ id, person, title, first_seen, state: "noticed", class: "unclear", class_because: "" },
  ...{ is_touchy: false, follow_up_by: "", message: "", example: "", consequence: "", is_owned: false },
  ...{ naming: "nobody", seen_myself: false, facilitator: "", is_facilitator_trained: false, hr: "no" },
  ...{ notes: [], next_check: null, discussed_on: null, closed_on: null, outcome: "" },
});

const held = (id: string, talk: string, person: string, name: string, on: string): ConversationLine => ({
  ...{ id, talks: [talk], at: `${on}T14:00`, outcome: "", differences: "" },
  participants: [
    { part: "manager", person: "dana", name: "Dana Kessler" },
    { part: "employee", person, name },
  ],
  ...{ response_due: add_days(on, 2), answered_on: null, answer: "" },
});

export const sample = (): Talks => ({
  talks: [
    {
      ...noticed("t1", "maya", "Rollback plans come after the review", "2026-11-04"),
      ...{ state: "preparing", class: "performance", notes: ["n3"] },
      class_because: "Three change records since October, all in the system.",
      message: "Changes go to review before they can be taken back, and I want the rollback step first.",
      example: "On 12 November the change had forty steps and none back; Jun found it in review.",
    },
    {
      ...noticed("t2", "elif", "Customers hear of a late release from support", "2026-11-16"),
      ...{ state: "ready", class: "performance", notes: ["n2"], is_owned: true },
      message: "When a release slips, I expect you to tell the customers yourself on the same day.",
      example: "On Monday the release slipped and three customers asked support before they heard from us.",
      consequence: "Two of them have asked me whether they can still rely on our dates.",
    },
    {
      ...noticed("t3", "tomas", "Is seen as not listening in design reviews", "2026-09-21"),
      ...{ state: "following", class: "perception", is_touchy: true, is_owned: true },
      ...{ follow_up_by: "Inés sits in on the reviews", next_check: TODAY, discussed_on: "2026-10-06" },
      message: "In design reviews you come across as having decided before others have spoken.",
      example: "In the review of 17 September the first question came after the decision.",
      consequence: "Two people have stopped bringing drawings to the review.",
    },
    {
      ...noticed("t4", "sam", "Hand-overs are late", "2026-11-09"),
      ...{ state: "discussed", is_owned: true, hr: "unsure", discussed_on: "2026-11-17" },
      ...{ naming: "facilitated", facilitator: "Piet van Oosterhout" },
      message: "The hand-over has to be there before your shift ends.",
      example: "On 5 and 9 November the next shift began without it.",
      consequence: "The night shift called you at home twice.",
    },
    {
      ...noticed("t5", "jun", "Asks for help a day too late", "2026-06-01"),
      ...{ state: "closed", is_owned: true, discussed_on: "2026-06-04", closed_on: "2026-08-20" },
      ...{
        message: "Ask when you are stuck for an hour.",
        example: "The DNS week.",
        consequence: "A day lost.",
      },
      outcome: "Asks early now, and others copy it.",
    },
  ],
  conversations: [
    {
      ...held("k3", "t3", "tomas", "Tomás Lindqvist", "2026-10-06"),
      outcome: "He was surprised, and asked for two examples.",
      differences: "He thinks of it as keeping to the time.",
      ...{ answered_on: "2026-10-08", answer: "He wants to try asking first for a month." },
    },
    {
      ...held("k4", "t4", "sam", "Sam Nakai", "2026-11-17"),
      outcome: "Went quiet. Wants to think about it.",
    },
    { ...held("k5", "t5", "jun", "Jun Ramesh", "2026-06-04"), answered_on: "2026-06-05", answer: "Yes." },
  ],
  looks: [
    { id: "l1", talk: "t3", on: "2026-10-22", found: "better", text: "Asked two questions.", said_aloud: "" },
    { id: "l2", talk: "t3", on: "2026-11-05", found: "better", text: "Let Sam go first.", said_aloud: "" },
  ],
  asked: [
    {
      ...{ id: "q1", talk: "t3", from: "Jun Ramesh", person: "jun", asked_on: "2026-11-09" },
      ...{
        question: "Do you get to speak?",
        answered_on: "2026-11-11",
        answer: "More than before.",
        told_on: null,
      },
    },
  ],
  turns: [
    {
      ...{ id: "h1", talk: "t3", part: "sounding_board", who: "Noor Halabi", on: "2026-09-28" },
      ...{ question: "How do I say this without a name?", advice: "Say what you saw, in one sentence." },
    },
  ],
});

/** The plan of the talk with Tomás, all of it her idea and not his. */
export const plan_of_sample = (): Holdings["actions"] => [
  {
    ...{ id: "a20", about: "tomas", about_name: "Tomás Lindqvist", owner: "tomas", mine: false },
    ...{ owner_name: "Tomás Lindqvist", text: "Let two others speak first", due: "2026-11-26" },
    ...{ state: "open", since: "2026-10-06", meeting: null, talk: "t3", author: "dana" },
  },
];

const LONG =
  "The write-up of every incident comes days after it was asked for, and each time somebody else has to begin it so that finance gets its numbers in time for the close of the month";

/** Forty more, with subjects as long as they get. */
export const many = (people: Holdings["people"]): KeptTalk[] =>
  Array.from({ length: 40 }, (_, n) => ({
    ...noticed(
      `ct${n}`,
      people[people.length - 60 + n]!.id,
      n % 3 === 0 ? LONG : "Late",
      add_days(TODAY, -n),
    ),
    state: (["noticed", "preparing", "following"] as const)[n % 3]!,
    ...(n % 3 === 2 ? { next_check: add_days(TODAY, n - 20), discussed_on: add_days(TODAY, -1) } : {}),
    ...(n % 3 === 0 ? { message: LONG, example: `${LONG}. ${LONG}.`, consequence: LONG } : {}),
  }));
