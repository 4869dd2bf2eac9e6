// Words for hard talks that more than one room says.
import type { TalkState } from "../../door/calls";
import { in_words } from "../../kit/say";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  begin: "Begin a talk",
  nth: (number: number) => `Talk ${number}`,
  state: {
    noticed: "Noticed",
    preparing: "Being prepared",
    ready: "Ready",
    discussed: "Talked about",
    following: "Followed up",
    improved: "Improved",
    escalated: "With HR",
    closed: "Closed",
  } satisfies Record<TalkState, string>,

  // What waits.
  not_talked: (days: number) => `Noticed ${n(days, "day", "days")} ago, not talked about yet`,
  answer_today: "The answer is due today",
  answer_since: (day: string) => `The answer was due on ${day}`,
  answer_due: "The answer is due",
  silence: (days: number) =>
    days >= 14
      ? `${in_words_capital(Math.floor(days / 7))} weeks without an answer`
      : "A week without an answer",
  check_today: "To be looked at today",
  check_since: (day: string) => `Was to be looked at on ${day}`,
  told: (who: string, days: number, name: string) =>
    `${who} answered ${n(days, "day", "days")} ago; ${name} has not heard`,
  somebody: "Somebody",
  told_somehow: (name: string) => `Somebody answered more than a week ago; ${name} has not heard`,
  unsaid: (times: number) =>
    `Better ${times <= 2 ? "twice" : `${in_words(times)} times`}, and nobody said so`,
  ask_hr: "You were unsure: ask HR",

  // Where it stands when nothing waits.
  noticed_on: (when: string) => `Noticed ${when}`,
  misses: (count: number) =>
    count === 0
      ? "Nothing misses before it is ready"
      : `${n(count, "thing misses", "things miss")} before it is ready`,
  may_be_held: "Can be talked about",
  talked_on: (day: string) => `Talked about on ${day}`,
  next_look: (day: string) => `Looked at next on ${day}`,
  no_next_look: "No next look yet",
  improved: "Has become better",
  with_hr: "HR has taken it up",
  closed_on: (day: string, outcome: string) =>
    outcome ? `Closed on ${day}: ${outcome}` : `Closed on ${day}`,
};

function in_words_capital(count: number): string {
  const word = in_words(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
