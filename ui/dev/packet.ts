// What HR is given of a talk, put together as the house does it, for the fake vault.
import type { PacketParts, TalkPage } from "../src/door/calls";
import { day_part, parts_of } from "../src/kit/days";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import { refused } from "./talk_rules";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const say = (day: string): string => {
  const { year, month, date } = parts_of(day);
  return `${date} ${MONTHS[month]} ${year}`;
};
const PART = { sounding_board: "to think aloud", guidance: "for advice", attendance: "to come along" };
const FOUND = { better: "better", same: "the same", worse: "further away" };

type Lines = (string | false | null)[];
/** A text right below what it is; nothing where it says nothing. */
const said = (what: string, text: string) => text.trim() !== "" && `${what}\n${text}`;
const under = (what: string, text: string) => said(what, text) || what;

const question = ({ hr }: TalkPage, id: string): Lines => {
  const asked = hr.find((turn) => turn.id === id)!;
  return [said(`${asked.who}, ${say(asked.on)}, ${PART[asked.part]}:`, asked.question)];
};
const message = ({ talk }: TalkPage): Lines => [
  talk.message,
  said("An example:", talk.example),
  said("What came of it:", talk.consequence),
];
const conversations = (page: TalkPage): Lines =>
  page.conversations.flatMap((held) => {
    const there = held.participants.map(({ name, part }) => (part === "hr" ? `${name} (HR)` : name));
    const answered = held.answered_on ? `The answer, ${say(held.answered_on)}:` : "The answer:";
    return [
      under(`${say(day_part(held.at))}: ${there.join(", ")}`, held.outcome),
      said("What the two see differently:", held.differences),
      said(answered, held.answer),
    ];
  });
const plan = (page: TalkPage, house: FakeHouse): Lines => [
  page.plan
    .map(({ owner_name, text, due, author }) => {
      const by = due ? `, by ${say(due)}` : "";
      return `- ${owner_name}: ${text}${by}${author ? ` (idea of ${house.name_of(author)})` : ""}`;
    })
    .join("\n"),
];
const progress = (page: TalkPage): Lines => [
  ...page.follow_ups.flatMap((look) => [
    under(`${say(look.on)}: ${FOUND[look.found]}`, look.text),
    said("Said to them:", look.said_aloud),
  ]),
  said("In the end:", page.talk.outcome),
];

function text_of(page: TalkPage, parts: PacketParts, house: FakeHouse): string {
  const below = (title: string, lines: Lines | null | undefined | false) => {
    const there = (lines || []).filter((line) => line);
    return there.length > 0 ? [title.toUpperCase(), ...there] : [];
  };
  const blocks = [
    ...below("What I ask of HR", parts.question ? question(page, parts.question) : null),
    ...below("The message", parts.message && message(page)),
    ...below("What was said", parts.conversations && conversations(page)),
    ...below("The plan", parts.plan && plan(page, house)),
    ...below("How it goes", parts.progress && progress(page)),
  ];
  if (blocks.length === 0)
    throw refused("talk.packet_bare", "Nothing is written yet in what is chosen.", "Choose another part.");
  return [`For HR, about ${page.talk.person_name}`, `From Dana Kessler, ${say(house.today)}`, ...blocks].join(
    "\n\n",
  );
}

/** Other people who are named in it: by their whole name or their given one. */
function names_in(text: string, page: TalkPage, house: FakeHouse): string[] {
  const others = house.hold.people.filter((one) => one.relation !== "me" && one.id !== page.talk.person);
  const at = (name: string) => new RegExp(`(?<!\\p{L})${name.split(" ")[0]}(?!\\p{L})`, "u").test(text);
  return others
    .map((one) => one.name)
    .filter(at)
    .sort();
}

export function packet_answers(house: FakeHouse, page: (id: string) => TalkPage): Partial<Answers> {
  const text = (id: string, parts: PacketParts): string => {
    if (Object.keys(parts).length === 0)
      throw refused("talk.packet_empty", "Nothing is chosen for HR yet.", "Choose at least one part.");
    return text_of(page(id), parts, house);
  };
  return {
    "talk.packet": ({ id, parts }) => {
      const { talk, notes, check_ins, hr } = page(id);
      const whole = text(id, parts);
      return {
        text: whole,
        names: names_in(whole, page(id), house),
        withheld: [
          "subject" as const,
          ...(talk.class_because ? ["because" as const] : []),
          ...(notes.length > 0 ? ["notes" as const] : []),
          ...(check_ins.length > 0 ? ["check_ins" as const] : []),
          ...(hr.some((turn) => turn.advice) ? ["advice" as const] : []),
        ],
      };
    },
    "talk.export_packet": ({ id, parts }) => (text(id, parts), { file: "For HR.pdf" }),
    "talk.mail_packet": ({ id, parts }) => ({
      ...{ to: "noor@example.org", subject: "For HR, in confidence", is_cut: false },
      body: text(id, parts).replaceAll("\n", "\r\n"),
    }),
  };
}
