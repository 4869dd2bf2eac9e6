import type { EvidenceKind, Polarity, PointAuthor, ReviewSection, VersionReason } from "../../door/calls";
import { in_words } from "../../kit/say";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const points = (count: number) => `${in_words(count)} ${count === 1 ? "point" : "points"}`;

export const words = {
  title: "Reviews",
  here: "The discussion",
  heading: (name: string) => `The discussion with ${name}`,
  gone_title: "This review is not here any more",
  gone_text: "It may have been removed or taken back.",
  to_list: "Show all reviews",
  to_review: "Back to the review",
  own_title: (name: string) => `${name} leads this talk`,
  own_text: "The review is about you. Once it is closed you sign it here.",
  draft_title: "This review is not shared yet",
  draft_text: "Share it first: it is read for a day before the two of you discuss it.",
  cancel: "Cancel",
  text: "The points",

  // before the talk
  has_it: (name: string, version: number, when: string) =>
    `${name} has had version ${version} since ${when}.`,
  reads_until: (when: string) => `Time to read until ${when}.`,
  has_read: "There was a day to read it.",
  planned: (when: string) => `You discuss it ${when}.`,
  plan: "When you discuss it",
  plan_hint: "From then on the talk may begin.",
  plan_do: "Plan the talk",
  plan_change: "Change the time",
  planned_done: "The talk is planned.",
  day: "Day",
  time: "Time",
  begin: "Begin the talk",
  begun: "You are talking. Everything you mark is kept.",
  too_soon: (when: string) => `It may begin ${when}: until then there is time to read.`,
  may_begin: "You may begin. Marks are made with single keys while you talk.",
  order: (all: number, touchy: number) =>
    touchy === 0
      ? `${n(all, "point", "points")}, those with facts first.`
      : `${n(all, "point", "points")}, those with facts first. ${touchy === 1 ? "One touchy one comes" : `${touchy} touchy ones come`} last, together.`,
  take_back: "Take back",
  take_back_hint: (name: string) => `To change it before the talk. ${name} reads it anew after that.`,
  taken_back: "Taken back. You can change it now.",

  // the talk
  agenda: "The points in order",
  touchy_group: "Touchy, together",
  back_group: "These come back",
  of: (at: number, all: number) => `${at} of ${all}`,
  talked: (done: number, all: number) => `${done} of ${all} talked about`,
  all_talked: "All points are talked about.",
  go_after: "What comes after",
  to_points: "Go on with the points",
  touchy: "Touchy",
  from: (name: string) => `From ${name}`,
  no_message: "A point without a message",
  no_points_title: "There is no point to discuss",
  no_points_text: "Add one with N, or go on to what comes after.",
  section: {
    summary: "Summary",
    went_well: "What went well",
    to_improve: "Areas for improvement",
    goals: "Goals",
    next_year: "Next year",
  } satisfies Record<ReviewSection, string>,
  stand: { agreed: "Agreed", differs: "Seen differently", parked: "Parked", open: "" },
  marks: "How you leave this point",
  agree: "Agreed",
  differ: "Seen differently",
  park: "Park",
  ask: "Ask",
  next: "Next",
  before: "Before",
  differs_label: (name: string) => `How ${name} sees it`,
  differs_hint: "In their words. It stands in the review beside yours. Esc leaves the field.",
  question: "What was asked",
  question_hint: "What was not clear.",
  answer: "The answer",
  answer_hint: "It goes into the review with the question.",
  own_point: (name: string) => `Add ${name}’s point`,
  many: (count: number) =>
    `You see ${points(count)} differently. A second talk in a day or two may help, when both have slept over it.`,
  evidence: "What it rests on",
  evidence_none: "It rests on nothing that is written down.",
  evidence_one: (what: string, on: string) => `${what}, ${on}`,
  kind: {
    note: "Note",
    one_on_one: "1:1",
    goal: "Goal",
    talk: "Talk",
    quote: "What somebody said",
  } satisfies Record<EvidenceKind, string>,
  polarity: { praise: "Praise", constructive: "To improve" } satisfies Record<Polarity, string>,
  talked_on: (day: string) => `Talked about on ${day}`,

  add_title: (name: string) => `A point from ${name}`,
  add_where: "Where it belongs",
  add_mark: "Praise or to improve",
  add_message: "The message in one line",
  add_text: "What they say",
  add_missing: "Write the message or what they say.",
  add: "Add the point",
  added: "Added to the points.",

  // after the talk
  points_line: (done: number, all: number, parked: number) =>
    `${done} of ${all} talked about${parked > 0 ? `, ${parked} parked` : ""}.`,
  second: "A second talk",
  second_hint: "Either of you may want one, in a day or two: slept over, and still fresh.",
  second_want: "Plan a second talk…",
  second_wanted: (who: string, when: string) =>
    `${who} ${who === "You" ? "want" : "wants"} to talk again${when ? `, ${when}` : ""}.`,
  second_no_time: "The time is not settled yet.",
  second_held: (when: string) => `You talked again ${when}.`,
  second_hold: "We have talked again",
  second_change: "Settle the time…",
  second_drop: "Not needed any more",
  second_dropped: "No second talk.",
  second_done: "You have talked again.",
  second_title: "A second talk",
  second_who: "Who wants it",
  second_later: "Settle the time later",
  second_plan: "Plan it",
  second_planned: "A second talk is wanted.",
  you: "You",

  amend: "What you agreed to change",
  amend_hint: (name: string) => `What you change in the text reaches ${name} once you share it anew.`,
  amend_write: "Change the text",
  amend_do: "Share what was changed",
  amended: (version: number) => `Version ${version} is shared.`,

  accept: "Acceptance",
  accept_hint: (name: string) =>
    `${name} says that the review stands like this. It needs no agreement on every point.`,
  accept_differs: (count: number) =>
    `${count === 1 ? "One point is" : `${count} points are`} seen differently. That stands in it, and it can be accepted all the same.`,
  accept_do: (name: string) => `${name} accepts it`,
  accepted: "Accepted.",
  accepted_on: (name: string, when: string) => `${name} accepted it ${when}.`,
  accepted_differs: (count: number) =>
    `${count === 1 ? "One point stands" : `${count} points stand`} in it as seen differently.`,

  close: "Closing",
  close_hint: "Closing makes the final version. Both sign that one.",
  close_do: "Close the review…",
  close_parked: (count: number) =>
    `${count === 1 ? "One point is" : `${count} points are`} parked. Come back to ${count === 1 ? "it" : "them"} first.`,
  close_title: "Close the review",
  close_makes: "The final version is made. After that the review no longer changes.",
  close_goals: (count: number) => `Draft ${n(count, "goal", "goals")} from what is to improve`,
  close_goals_hint: (count: number, name: string) =>
    count === 1
      ? `It is a proposal. ${name} puts it into their own words.`
      : `They are proposals. ${name} puts them into their own words.`,
  close_sign: "Then both of you sign.",
  close_now: "Close it",
  closed: (goals: number) =>
    goals === 0
      ? "Closed. Now both sign."
      : `Closed, and ${n(goals, "goal", "goals")} drafted. Now both sign.`,

  // versions and signatures
  signatures: "Signatures",
  part: { manager: "Reviewer", employee: "The person it is about" } satisfies Record<PointAuthor, string>,
  signed: (when: string) => `Signed ${when}`,
  signed_by_hand: (when: string) => `Signed on paper, ${when}`,
  not_signed: "Not signed yet",
  sign: "Sign",
  sign_done: "Signed.",
  by_hand: (name: string) => `${name} signed on paper`,
  by_hand_done: "Written down.",
  send: (name: string) => `Send the PDF to ${name}. Take in the file that comes back.`,
  sign_first: (name: string) => `Sign it, then send the PDF to ${name}.`,
  both: "Both have signed. Nothing is left to do.",
  take_in: "Take in a signed file…",
  taken_in: (count: number) =>
    count === 0 ? "That file brought no new signature." : `${n(count, "signature", "signatures")} taken in.`,
  versions: "Versions",
  versions_none: "Nothing was shared yet.",
  version: (number: number) => `Version ${number}`,
  reason: {
    shared: "to be read before the talk",
    amended: "with what you changed",
    final: "the final one",
  } satisfies Record<VersionReason, string>,
  export_pdf: "Export PDF",
  export_of: (number: number) => `Export version ${number} as PDF`,
  exported: (file: string) => `Written to ${file}.`,
};
