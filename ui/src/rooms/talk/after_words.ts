// What is said once it was talked about: the plan, the looks, those concerned, HR, and the view to read from.
import type { HrPart, TalkClass, Trend } from "../../door/calls";
import { packet } from "./packet_words";

export const after = {
  ...packet,

  // plan
  plan_none: "What will be different from now on, and who does what?",
  not_theirs: (name: string) => `Nothing in this plan is ${name}’s own idea. Ask what ${name} would try.`,
  step_label: "A step",
  whose_idea: "Whose idea",
  owner: "Who does it",
  by: "By",
  add: "Add",
  you: "You",
  added: "Step added to the plan.",
  idea_of: (name: string) => `${name}’s idea`,
  your_idea: "Your idea",
  ideas: "Ideas to begin with",
  suggestions: {
    unclear: [
      "Find out together what happened",
      "Write down three moments each, and compare them",
      "Look at it again in a week",
    ],
    performance: [
      "Agree on what good looks like, in one sentence",
      "Practise it once with somebody beside",
      "Say early when it will not work out",
    ],
    perception: [
      "Ask two people how it looks to them",
      "Say aloud what you are doing and why",
      "Choose one meeting and do it differently there",
    ],
  } satisfies Record<TalkClass, string[]>,

  // follow up
  looks_none: "Raising it is not enough: look again, until it is better.",
  found_label: "How is it now?",
  found: { better: "Better", same: "The same", worse: "Further away" } satisfies Record<Trend, string>,
  seen: "What you saw",
  aloud: "What you said about the progress",
  aloud_hint: "Name progress to them when you see it. Empty when you have not said anything.",
  aloud_said: (text: string) => `Said to them: ${text}`,
  aloud_not: "Not said to them",
  next_look: "Look at it next on",
  next_look_missing: "Choose the day of the next look.",
  next_look_past: "Choose a day that is still to come.",
  in_days: { 7: "In a week", 14: "In two weeks", 28: "In four weeks" } as Record<number, string>,
  looked: "The look is written down.",
  look_removed: "Look taken out.",
  next_on: (day: string) => `Next look on ${day}`,
  look_of: (day: string) => `Look of ${day}`,

  // those concerned
  check_ins: "Those concerned",
  check_ins_hint:
    "Ask those it concerns whether the plan works, and tell the person in time. Who said it stays here.",
  ask: "Ask somebody",
  ask_whom: "Who is asked",
  ask_whom_missing: "Say who is asked. Only you see it.",
  question: "What you ask",
  asked_on: (day: string) => `asked on ${day}`,
  their_answer: "What they said",
  answered_on: (day: string) => `answered on ${day}`,
  not_answered: "no answer yet",
  told: (name: string) => `${name} has heard what follows`,
  told_on: (day: string) => `told on ${day}`,
  told_done: (name: string) => `${name} has heard.`,
  told_undone: (name: string) => `${name} has not heard yet.`,
  untold: (name: string) => `Answered more than a week ago; ${name} has not heard.`,
  asked: "Kept that you asked.",
  check_in_removed: "Question taken out.",
  check_in_of: (name: string) => `Question to ${name}`,

  // HR
  hr_hint: "Turn to HR freely: to think aloud, for advice, or to have them along.",
  hr_add: "Turn to HR",
  hr_change: "Change this turn to HR",
  hr_part: {
    sounding_board: "To think aloud",
    guidance: "For advice",
    attendance: "To come along",
  } satisfies Record<HrPart, string>,
  hr_part_label: "What for",
  hr_who: "Who of HR",
  hr_who_missing: "Say whom you turned to.",
  hr_question: "What you asked",
  hr_advice: "What they advised",
  hr_kept: "Kept.",
  hr_removed: "Taken out.",
  hr_of: (who: string, day: string) => `${who}, ${day}`,
  change: (what: string) => `Change: ${what}`,
  take_away: (what: string) => `Take out: ${what}`,

  // reading
  read_hint: "P or Esc leads back.",
  read_plan: "What we do",
  read_nothing: "The message is not written yet.",
};
