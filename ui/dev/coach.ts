// The writing coach of the fake vault: a few of its rules, good enough to look at. The real ones are in the domain.
import type { Card, CoachHint, DismissalLine } from "../src/door/calls";
import type { Args, Reply } from "../src/door/door";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse, type Holdings } from "./fake_house";

interface KeptDismissal extends DismissalLine {
  record: string;
  mark: string;
}
type WithDismissals = Holdings & { dismissals?: KeptDismissal[] };

const card = (id: string, name: string, reason: string, before: string, after: string): Card => ({
  ...{ id, name, reason, before, after },
});
const CARDS: Card[] = [
  card(
    "wording",
    "Constructive wording",
    "“Negative” and “weakness” make people defend themselves. “Constructive” and “area to improve” say what can change.",
    "Your main weakness is estimating.",
    "Your main area to improve is estimating.",
  ),
  card(
    "absolute",
    "Always and never",
    "“Always” and “never” are rarely true of a person, and one exception ends the talk. How often was it, and when?",
    "You are always late.",
    "You came 10 minutes late on 3, 4 and 9 June.",
  ),
  card(
    "others_said",
    "Leaning on others",
    "A message that rests on what others say cannot be talked through. What have you seen yourself, and can you stand behind it?",
    "People say your handovers are thin.",
    "On 4 May your handover had no list of open tickets.",
  ),
  card(
    "praise_but",
    "Praise and “but”",
    "After “but”, nobody remembers the praise. Two messages, each by itself, are both heard.",
    "The demo was great, but the figures on slide 6 were wrong.",
    "The demo was great.\nThe figures on slide 6 were wrong; the board noticed.",
  ),
  card(
    "no_example",
    "Missing example",
    "A quality by itself can be neither believed nor changed. Which moment shows it?",
    "You are not proactive.",
    "On 4 May the queue stood still for two hours before you called anybody.",
  ),
  card(
    "known_name",
    "Names of others",
    "This message should not say who else was involved. Does it work without the name?",
    "Pavel waited two days for your answer.",
    "A colleague waited two days for your answer.",
  ),
];
const FIND: [rule: string, RegExp, replacements: string[]][] = [
  ["wording", /\bweakness\b/gi, ["area to improve"]],
  ["wording", /\bnegative feedback\b/gi, ["constructive feedback"]],
  ["absolute", /\b(always|never)\b/gi, []],
  ["others_said", /\b(people|everybody) (say|says|think|thinks)\b/gi, []],
  ["praise_but", /\b(great|good|calm)\b[^.\n]*, but\b/gi, []],
  ["no_example", /\b(proactive|reliable|careless)\b/gi, []],
];

const kept_in = (house: FakeHouse): KeptDismissal[] => ((house.hold as WithDismissals).dismissals ??= []);
/** What was set aside with a record. */
export const set_aside_in = (house: FakeHouse, record: string): KeptDismissal[] =>
  kept_in(house).filter((one) => one.record === record);

/** As in the house: the rule and the sentence, whatever its capitals, spaces and signs. */
function mark_of(rule: string, text: string, at: number): string {
  const begins = Math.max(...[".", "?", "\n"].map((end) => text.lastIndexOf(end, at - 1))) + 1;
  const sentence = text.slice(begins).split(/[.?\n]/)[0]!;
  return `${rule}:${sentence.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")}`;
}

/** What the coach asks about in a text. */
export function coached(house: FakeHouse, args: Args<"coach.check">): Reply<"coach.check"> {
  const { text, person, record, has_example = false, anonymous = false } = args;
  const others = house.hold.people.filter((one) => one.id !== person).map((one) => one.name.split(" ")[0]!);
  const names: typeof FIND = anonymous
    ? [["known_name", new RegExp(`\\b(${others.join("|")})(?!\\p{L})`, "gu"), ["a colleague"]]]
    : [];
  const all = [...FIND, ...names]
    .filter(([rule]) => rule !== "no_example" || !has_example)
    .flatMap(([rule, pattern, replacements]) =>
      [...text.matchAll(pattern)].map((found): CoachHint => {
        const at = { from: found.index, to: found.index + found[0].length };
        return { rule, at, excerpt: found[0], replacements, mark: mark_of(rule, text, at.from) };
      }),
    )
    .sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
  const aside = kept_in(house).filter((one) => one.record === record);
  const findings = all.filter(
    ({ rule, mark }) => !aside.some((one) => one.rule === rule && one.mark === mark),
  );
  return { findings, set_aside: all.length - findings.length };
}

export function coach_answers(house: FakeHouse): Partial<Answers> {
  return {
    "coach.check": (args) => coached(house, args),
    "coach.rules": () => CARDS,
    "coach.dismiss": ({ record, rule, mark, because }) => {
      if (because.trim() === "")
        throw fault("refused", "Setting a hint aside needs a reason.", "Say why in a few words.");
      const before = kept_in(house).find(
        (one) => one.record === record && one.rule === rule && one.mark === mark,
      );
      const id = before?.id ?? house.id("d");
      house.deed("coach.dismiss", "Hint set aside", () => {
        const others = kept_in(house).filter((one) => one.id !== id);
        (house.hold as WithDismissals).dismissals = [
          ...others,
          { id, rule, mark, record, because: because.trim(), on: house.today },
        ];
      });
      return house.made(id);
    },
    "coach.dismissed": ({ record }) =>
      kept_in(house)
        .filter((one) => one.record === record)
        .map(({ id, rule, because, on }) => ({ id, rule, because, on })),
    "coach.take_back": ({ id }) => {
      house.deed("coach.take_back", "Hint taken up again", () => {
        (house.hold as WithDismissals).dismissals = kept_in(house).filter((one) => one.id !== id);
      });
      return house.saved();
    },
  };
}
