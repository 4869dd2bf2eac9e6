import { describe, expect, it } from "vitest";
import type { TalkLine, TalkPage, Waits } from "../../door/calls";
import { stands, waits_in_words } from "../parts/talk_waits";
import { answer_by, in_groups, marked } from "./state.svelte";
import { asked_for, participants } from "./there";

const DAY = "2026-11-19";

const line = (change: Partial<TalkLine> = {}): TalkLine => ({
  ...{ id: "t", person: "maya", person_name: "Maya Okafor", title: "t", first_seen: "2026-11-04" },
  ...{ state: "noticed", next_states: [], class: "unclear", class_because: "", is_touchy: false },
  ...{ follow_up_by: "", message: "", example: "", consequence: "", is_owned: false, naming: "nobody" },
  ...{ seen_myself: false, facilitator: "", is_facilitator_trained: false, hr: "no", notes: [] },
  ...{ next_check: null, discussed_on: null, closed_on: null, outcome: "", gaps: [], days_to_raise: 15 },
  ...{ checks_held: 0, checks_due: 0, waits: [] },
  ...change,
});
const with_page = (talk: TalkLine, change: Partial<TalkPage> = {}): TalkPage => ({
  ...{ talk, named: [], notes: [], conversations: [], plan: [], plan_lacks_their_idea: false },
  ...{ follow_ups: [], praise_gap: 0, check_ins: [], hr: [] },
  ...change,
});
const held = (at: string, response_due: string): TalkPage["conversations"][number] => ({
  ...{ id: "k", talks: ["t"], at: `${at}T10:00`, participants: [], outcome: "", differences: "" },
  ...{ response_due, answered_on: null, answer: "" },
});
const asked = (from: string, person: string | null): TalkPage["check_ins"][number] => ({
  ...{ id: "q", from, person, asked_on: "2026-11-09", question: "", answered_on: "2026-11-11" },
  ...{ answer: "", told_on: null, is_untold: true },
});

describe("what waits around a talk", () => {
  const cases: [Waits, Partial<TalkLine>, Partial<TalkPage> | null, boolean, string][] = [
    ["talk", {}, null, true, "Noticed 15 days ago, not talked about yet"],
    ["answer", {}, null, true, "The answer is due"],
    ["answer", {}, { conversations: [held("2026-11-17", DAY)] }, true, "The answer is due today"],
    [
      "answer",
      {},
      { conversations: [held("2026-11-16", "2026-11-18")] },
      true,
      "The answer was due on 18 Nov",
    ],
    ["silence", {}, { conversations: [held("2026-11-12", "2026-11-14")] }, true, "A week without an answer"],
    [
      "silence",
      {},
      { conversations: [held("2026-11-02", "2026-11-04")] },
      true,
      "Two weeks without an answer",
    ],
    ["check", { next_check: DAY }, null, true, "To be looked at today"],
    ["check", { next_check: "2026-11-12" }, null, true, "Was to be looked at on 12 Nov"],
    [
      "telling",
      {},
      { check_ins: [asked("Jun Ramesh", "jun")] },
      true,
      "Jun answered 8 days ago; Maya has not heard",
    ],
    [
      "telling",
      {},
      { check_ins: [asked("the night shift", null)] },
      true,
      "the night shift answered 8 days ago; Maya has not heard",
    ],
    [
      "telling",
      {},
      { check_ins: [asked("Jun Ramesh", "jun")] },
      false,
      "Somebody answered 8 days ago; Maya has not heard",
    ],
    ["telling", {}, null, true, "Somebody answered more than a week ago; Maya has not heard"],
    ["praise", {}, { praise_gap: 2 }, true, "Better twice, and nobody said so"],
    ["praise", {}, { praise_gap: 4 }, true, "Better four times, and nobody said so"],
    ["hr", {}, null, true, "You were unsure: ask HR"],
  ];
  for (const [what, change, page, named, said] of cases) {
    it(`says: ${said}`, () => {
      const talk = line({ ...change, waits: [what] });
      expect(waits_in_words(talk, DAY, page && with_page(talk, page), named)).toEqual([said]);
    });
  }
  it("says where it stands when nothing does", () => {
    const said = (change: Partial<TalkLine>) => stands(line(change), DAY);
    expect([
      said({ first_seen: "2026-11-16" }),
      said({ state: "preparing", gaps: ["message"] }),
      said({ state: "ready" }),
      said({ state: "discussed", discussed_on: "2026-11-17" }),
      said({ state: "following", next_check: "2026-12-03" }),
      said({ state: "improved" }),
      said({ state: "escalated" }),
      said({ state: "closed", closed_on: "2026-11-02", outcome: "Better." }),
    ]).toEqual([
      "Noticed 3 days ago",
      "1 thing misses before it is ready",
      "Can be talked about",
      "Talked about on 17 Nov",
      "Looked at next on 3 Dec",
      "Has become better",
      "HR has taken it up",
      "Closed on 2 Nov: Better.",
    ]);
  });
});

describe("small rules", () => {
  it("an answer has two days, and never ends on a weekend", () => {
    expect(["2026-11-19", "2026-11-16", "2026-11-20", "2026-11-21"].map(answer_by)).toEqual([
      "2026-11-23",
      "2026-11-18",
      "2026-11-23",
      "2026-11-23",
    ]);
  });
  it("groups talks by what is next", () => {
    const talks = [
      line({ id: "a", state: "closed" }),
      line({ id: "b", state: "following" }),
      line({ id: "c", state: "following", waits: ["check"] }),
      line({ id: "d" }),
      line({ id: "e", state: "ready" }),
    ];
    expect(in_groups(talks).map(({ key, items }) => [key, items.map((one) => one.id).join("")])).toEqual([
      ["waits", "c"],
      ["prepare", "d"],
      ["talk", "e"],
      ["follow", "b"],
      ["closed", "a"],
    ]);
  });
  it("marks names where they stand as words", () => {
    const names = (text: string) =>
      marked(text, ["Jun Ramesh"])
        .filter((piece) => piece.name)
        .map((piece) => piece.text);
    expect([names("Jun Ramesh said so, and Jun again"), names("In Junction, in June"), names("")]).toEqual([
      ["Jun Ramesh", "Jun"],
      [],
      [],
    ]);
  });
  it("knows who has to be there, and who of them is in the roster", () => {
    const talk = line({ naming: "facilitated", facilitator: "Piet van Oosterhout" });
    const there = asked_for(
      with_page(talk, { named: [{ person: "jun", name: "Jun Ramesh" }] }),
      "Dana Kessler",
    );
    expect(there.map(({ part, name }) => `${part}: ${name}`)).toEqual([
      "manager: Dana Kessler",
      "employee: Maya Okafor",
      "other: Jun Ramesh",
      "facilitator: Piet van Oosterhout",
      "hr: ",
    ]);
    const people = [{ id: "jun", name: "Jun Ramesh" }];
    expect(participants([{ part: "other", name: " jun ramesh " }], people, "maya")).toEqual([
      { part: "other", name: "jun ramesh", person: "jun" },
    ]);
    expect(asked_for(with_page(line({ hr: "attends" })), "Dana").map(({ part }) => part)).toEqual([
      ...["manager", "employee", "hr"],
    ]);
  });
});
