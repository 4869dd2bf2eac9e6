// What others say for a review, for the preview and the tests: the same rules as the house, as far as the page can tell.
import type { InputLine, InputState, MailText, OneSided, Relation } from "../src/door/calls";
import { day_of, now } from "../src/kit/clock";
import { first_name } from "../src/kit/say";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import { review_with } from "./reviews";
import { refused } from "./talk_rules";

export type KeptInput = Omit<InputLine, "next_states" | "is_usable" | "stands_alone"> & {
  /** The words that were approved. */
  approved: string | null;
};

const NEXT: Record<InputState, InputState[]> = {
  requested: ["received", "declined"],
  received: ["written_up", "declined"],
  written_up: ["sent_for_approval", "declined"],
  sent_for_approval: ["approved", "changes_asked", "declined"],
  approved: ["written_up", "declined"],
  changes_asked: ["written_up", "declined"],
  declined: [],
};
/** Once they change, they are written up and asked about anew. */
const ASKED: InputState[] = ["approved", "sent_for_approval", "changes_asked", "received"];

const someone = (
  id: string,
  review: string,
  author: string,
  relation: Relation,
  team: string,
  state: InputState,
  more: Partial<KeptInput> = {},
): KeptInput => ({
  ...{ id, review, author, relation, team, state, person: null, asked_on: "2026-11-02" },
  ...{ notes: "", words: "", approved: null },
  ...more,
});

const HOLDS = "I know it will hold when she has looked at it.";

export const sample_inputs = (): KeptInput[] => [
  someone("i1", "r1", "Inés Corrado", "peer", "Storage", "approved", {
    ...{ person: "ines", words: HOLDS, approved: HOLDS },
    notes:
      "Worked with her on quotas and on the migration. Trusts her judgement without a second look.\nWould like to hear earlier when a date moves.",
  }),
  someone("i2", "r1", "Piet van Oosterhout", "peer", "Networks", "sent_for_approval", {
    ...{ person: "piet", asked_on: "2026-11-03", words: "I sometimes wait days for her answer." },
    notes: "Copied her runbook for the networks team. Waits for answers on quotas, a week in February.",
  }),
  someone("i3", "r1", "Lena Abara", "partner", "Finance", "requested", { asked_on: "2026-11-16" }),
];

/** The code of exact words; the house takes the beginning of their fingerprint. */
export function code_of(words: string): string {
  let sum = 7;
  for (const letter of words) sum = (sum * 31 + letter.codePointAt(0)!) % 0xffff;
  const part = (n: number) => ((sum * n) % 0xffff).toString(16).padStart(4, "0");
  return [1, 3, 5, 7, 11].map(part).join("-");
}
const other_words = () =>
  refused(
    "input.other_words",
    "The words have changed since they were sent.",
    "Send them once more, and record the answer to that.",
  );

function one_sided(inputs: readonly KeptInput[]): OneSided[] {
  const [first, ...rest] = inputs.filter((one) => one.state !== "declined");
  if (!first || rest.length === 0) return [];
  const same = (of: (one: KeptInput) => string) => rest.every((one) => of(one) === of(first));
  return [
    ...(same((one) => one.relation) ? (["one_relation"] as const) : []),
    ...(first.team !== "" && same((one) => one.team) ? (["one_team"] as const) : []),
  ];
}

export function input_answers(house: FakeHouse): Partial<Answers> {
  const of_review = (review: string) => house.hold.inputs.filter((one) => one.review === review);
  const input_with = (id: string): KeptInput => {
    const found = house.hold.inputs.find((one) => one.id === id);
    if (!found) throw refused("record.missing", "It is not there.");
    return found;
  };
  const told = ({ approved, ...input }: KeptInput): InputLine => ({
    ...input,
    next_states: NEXT[input.state],
    is_usable: input.state === "approved" && approved === input.words,
    stands_alone: !of_review(input.review).some(
      (one) => one.id !== input.id && one.relation === input.relation && one.state !== "declined",
    ),
  });
  const write = (name: string, sentence: string, work: () => void) => {
    house.deed(name, sentence, work);
    return house.saved();
  };
  const count = (review: string) => (review_with(house, review).inputs = of_review(review).length);
  const check_words = (words: string) => {
    if (words.trim() === "")
      throw refused("input.no_words", "There are no words to approve yet.", "Write up what was said.");
  };
  const approve = (input: KeptInput, name: string) =>
    write(name, "Words for a review approved", () =>
      Object.assign(input, { state: "approved", approved: input.words }),
    );

  return {
    "input.list": ({ review }) => ({
      inputs: of_review(review).map(told),
      one_sided: one_sided(of_review(review)),
    }),
    "input.ask": ({ review, author, person, relation, team }) => {
      if (person && person === review_with(house, review).person)
        throw refused(
          "input.themselves",
          "The review is about this person.",
          "What they say themselves is the self review.",
        );
      const known = house.hold.people.find((one) => one.id === person);
      const name = (author ?? known?.name ?? "").trim();
      if (name === "") throw refused("input.nobody", "Nobody is asked yet.", "Say whom you ask.");
      const id = house.id("i");
      write("input.ask", "Somebody asked for a review", () => {
        const at = { person: person ?? null, asked_on: day_of(now()) };
        house.hold.inputs.push(
          someone(id, review, name, relation, team ?? known?.team ?? "", "requested", at),
        );
        count(review);
      });
      return house.made(id);
    },
    "input.compose": ({ id, what }): MailText => {
      const input = input_with(id);
      const review = review_with(house, input.review);
      const to = house.hold.people.find((one) => one.id === input.person)?.email ?? "";
      const hello = `Hello ${first_name(input.author)},`;
      if (what === "approval") check_words(input.words);
      const lines =
        what === "request"
          ? [
              ...[hello, "", `I am preparing the review of ${review.person_name} for ${review.cycle.name}.`],
              ...["Do you have five minutes for me?", "", "- What went well when you worked together?"],
              ...["- What could have gone better, and what came of it?", ""],
              "I write up what you say and send it to you. I use only words that you approve, and without your name.",
            ]
          : [
              ...[hello, "", "Thank you for your time. May I use these words, without your name?", ""],
              ...input.words.split("\n").map((line) => `> ${line}`),
              ...["", "If they are right, answer with this line:", `Approved: ${code_of(input.words)}`, ""],
              "If not, tell me what to change. You may also decline.",
            ];
      const subject =
        what === "request"
          ? `Five minutes about working with ${review.person_name}`
          : "Are these words right?";
      return { to, subject, body: [...lines, "", "Dana"].join("\r\n"), is_cut: false };
    },
    "input.save": ({ id, ...change }) => {
      const input = input_with(id);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      return write("input.save", "What somebody says for a review saved", () => {
        const begins = change.notes?.trim() || change.words?.trim();
        if (input.state === "requested" && begins) input.state = "received";
        if (change.words !== undefined && change.words !== input.words) {
          if (ASKED.includes(input.state)) input.state = "written_up";
          input.approved = null;
        }
        Object.assign(input, given);
      });
    },
    "input.move": ({ id, to }) => {
      const input = input_with(id);
      if (to === "approved")
        throw refused(
          "input.approve",
          "Words are approved as they stand.",
          "Record which words were approved.",
        );
      if (!NEXT[input.state].includes(to))
        throw refused(
          "input.step",
          "Words are written up, then approved by the one who said them.",
          "Take the next of these steps.",
        );
      if (to === "sent_for_approval") check_words(input.words);
      return write("input.move", "What somebody says for a review moved along", () =>
        Object.assign(input, { state: to, approved: null }),
      );
    },
    "input.approve": ({ id, words }) => {
      const input = input_with(id);
      if (input.words !== words) throw other_words();
      check_words(words);
      return approve(input, "input.approve");
    },
    "input.read_approval": ({ id, answer }) => {
      const input = input_with(id);
      const code = /^\s*approved:\s*([0-9a-f-]+)\s*$/im.exec(answer)?.[1];
      if (!code)
        throw refused(
          "input.no_approval",
          "No line in this answer approves the words.",
          "Look for the line that begins with “Approved:”.",
        );
      if (code !== code_of(input.words)) throw other_words();
      return { deed: approve(input, "input.read_approval").deed };
    },
    "input.remove": ({ id }) => {
      const { review } = input_with(id);
      return write("input.remove", "Somebody taken off the list of a review", () => {
        house.hold.inputs = house.hold.inputs.filter((one) => one.id !== id);
        count(review);
      });
    },
  };
}
