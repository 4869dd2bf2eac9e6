// Reviews of the fake vault: the same rules as the house, as far as the page can tell.
import type { Made, ReviewPage, ReviewPointLine, Saved, SelfReviewLine } from "../src/door/calls";
import type { Args } from "../src/door/door";
import { now, wall_of } from "../src/kit/clock";
import { add_days, day_part } from "../src/kit/days";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import {
  evidence_of,
  gaps_of,
  line_of_review,
  look_of,
  NO_TIMES,
  OPEN,
  page_of,
  proposals_of,
  TALKED,
} from "./review_rules";
import { cycle_of, point as point_of, review as review_of, self_review } from "./review_sample";
import { refused } from "./talk_rules";

const GONE = () => refused("record.missing", "It is not there.");
const GAP = {
  no_point: ["There is no point yet.", "Write what went well and what to improve."],
  no_evidence: ["A point to improve rests on nothing.", "Put a note, a 1:1 or a talk into it."],
  surprise: [
    "A point to improve would come as a surprise.",
    "Link the 1:1 or talk where it was said, or say in the text that it is new.",
  ],
  quote_not_approved: [
    "A quote is not approved by its author.",
    "Ask its author to approve these words, or take the quote out.",
  ],
} as const;

interface Found {
  review: ReviewPage;
  point: ReviewPointLine;
  list: ReviewPointLine[];
  is_self: boolean;
}

export const review_with = (house: FakeHouse, id: string): ReviewPage => {
  const found = house.hold.reviews.find((one) => one.id === id);
  if (!found) throw GONE();
  return found;
};
function point_with(house: FakeHouse, id: string): Found {
  for (const review of house.hold.reviews) {
    for (const list of [review.points, review.self_review?.points ?? []]) {
      const point = list.find((one) => one.id === id);
      if (point) return { review, point, list, is_self: list !== review.points };
    }
  }
  throw GONE();
}
function check_open(review: ReviewPage): void {
  if (OPEN.includes(review.state)) return;
  if (review.state === "closed")
    throw refused("review.closed", "This review is signed and no longer changes.");
  const next = "Take it back to change it, or talk about it first.";
  throw refused("review.out", "This review is shared as it stands.", next);
}
/** The self review, being written from now on. */
function own_of(review: ReviewPage): SelfReviewLine {
  review.self_review ??= self_review([], { state: "not_started", handed_in_on: null });
  return review.self_review;
}
function check_self_open(review: ReviewPage): void {
  const state = review.self_review?.state ?? "not_started";
  if (state === "submitted" || state === "taken")
    throw refused(
      "self_review.handed_in",
      "The self review is handed in.",
      "Pass it back to have it changed.",
    );
}
/** Puts a point into its list: behind another, or at an end of its section. */
function settle(list: ReviewPointLine[], point: ReviewPointLine, after: string | undefined, first: boolean) {
  const at = list.findIndex((one) => one.id === after);
  const begins = list.findIndex((one) => one.section === point.section);
  const ends = list.findLastIndex((one) => one.section === point.section);
  list.splice(at >= 0 ? at + 1 : begins < 0 ? list.length : first ? begins : ends + 1, 0, point);
}
const HEADING: [RegExp, ReviewPointLine["section"]][] = [
  [/next year|outlook/i, "next_year"],
  [/went well|strength/i, "went_well"],
  [/improve|better/i, "to_improve"],
  [/goal/i, "goals"],
];
function pieces_of(house: FakeHouse, text: string, author: ReviewPointLine["author"]): ReviewPointLine[] {
  let section: ReviewPointLine["section"] = "summary";
  return text.split(/\n{2,}/).flatMap((block) => {
    const paragraph = block.trim();
    if (paragraph.startsWith("#")) {
      section = HEADING.find(([words]) => words.test(paragraph))?.[1] ?? section;
      return [];
    }
    return paragraph ? [point_of(house.id("p"), section, "", paragraph, { author })] : [];
  });
}

export function review_answers(house: FakeHouse): Partial<Answers> {
  const write = (name: string, sentence: string, work: () => void): Saved => {
    house.deed(name, sentence, work);
    return house.saved();
  };
  const get = (id: string) => review_with(house, id);
  const version = (
    review: ReviewPage,
    reason: "shared" | "amended" | "final",
    name: string,
    work: () => void,
  ) => {
    const number = review.versions.length + 1;
    const id = house.id("v");
    const { deed } = house.deed(name, "Review moved on", () => {
      work();
      review.versions = [{ id, number, made_at: wall_of(now()), reason, signatures: [] }, ...review.versions];
    });
    return { id, number, goals: 0, deed };
  };
  const sign = (review: ReviewPage, part: "manager" | "employee", by_hand: boolean): Made => {
    if (review.state !== "closed") throw refused("review.not_closed", "Only a closed review is signed.");
    const last = review.versions[0]!;
    if (last.signatures.some((one) => one.part === part))
      throw refused(
        "review.signed",
        "This part has signed already.",
        "Look at the signatures below the review.",
      );
    const name = part === "manager" ? review.reviewer_name : review.person_name;
    write("review.sign", "Review signed", () => {
      last.signatures = [...last.signatures, { part, name, signed_at: wall_of(now()), by_hand }];
    });
    return house.made(house.id("sg"));
  };

  function save_point(args: Args<"review.save_point">): Made {
    const { id: given, review: of, of: text = "review", section, after, seconds = 0, marked, ...rest } = args;
    const review = get(of);
    const found = given ? point_with(house, given) : null;
    const is_self = found?.is_self ?? text === "self_review";
    if (is_self) check_self_open(review);
    else check_open(review);
    const change = Object.fromEntries(
      Object.entries({
        ...{ message: rest.message, text: rest.text, is_soft: rest.is_soft, is_touchy: rest.is_touchy },
        polarity: marked,
      }).filter(([, value]) => value !== undefined),
    );
    const id = given ?? house.id("p");
    write("review.save_point", "Point of a review saved", () => {
      if (!is_self) review.seconds += seconds;
      const own = is_self ? own_of(review) : null;
      if (own) Object.assign(own, { state: "draft", words: 0 });
      if (found) return void Object.assign(found.point, change);
      const list = own ? own.points : review.points;
      const stands = section ?? list.find((one) => one.id === after)?.section ?? "went_well";
      const author = is_self || rest.by_employee ? "employee" : "manager";
      settle(list, { ...point_of(id, stands, "", "", { author }), ...change }, after, false);
    });
    return house.made(id);
  }

  function move_talk({ id, to }: Args<"review.move_talk">): Saved {
    const review = get(id);
    const { times } = review;
    const at = wall_of(now());
    const is_out = review.state === "shared" || review.state === "reading";
    if (to.step === "take_back" && !is_out)
      throw refused("review.talk_over", "The two of you have talked.", "Change it, and share what changed.");
    if (to.step === "plan" && to.at < (times.talk_from ?? ""))
      throw refused("review.too_soon", "There is less than a day to read it.", "Choose a later time.");
    if (to.step === "accept" && !TALKED.includes(review.state))
      throw refused("review.not_discussed", "The two of you have not talked yet.", "Talk about it first.");
    if (to.step === "accept" && times.second_wanted_by && !times.second_held_at)
      throw refused("review.second_open", "A second talk is wanted.", "Hold it first.");
    return write("review.move_talk", `Review of ${review.person_name} moved on`, () => {
      if (to.step === "take_back") Object.assign(review, { state: "draft", times: NO_TIMES });
      if (to.step === "plan") times.planned_at = to.at;
      if (to.step === "hold") {
        times.held_at = at;
        times.second_from = `${add_days(day_part(at), 1)}T09:00`;
        review.state = "discussed";
      }
      if (to.step === "want_second") {
        Object.assign(times, { second_wanted_by: to.by, second_at: to.at ?? null, second_held_at: null });
        review.state = "follow_up";
      }
      if (to.step === "hold_second") times.second_held_at = at;
      if (to.step === "drop_second") Object.assign(times, { second_wanted_by: null, second_at: null });
      if (to.step === "accept") {
        times.accepted_at = at;
        const differs = review.points.some((point) => point.disagreement !== "");
        review.state = differs ? "accepted_with_disagreement" : "accepted";
      }
    });
  }

  function move_self({ id, to }: Args<"review.move_self">): Saved {
    const review = get(id);
    if (!review.self_review && to.step !== "ask")
      throw refused("self_review.none", "There is no self review yet.", "Ask for it, or write it.");
    if (to.step === "pass_back" && to.note.trim() === "")
      throw refused(
        "self_review.return_note",
        "A self review is passed back with a note.",
        "Write one first.",
      );
    if (to.step === "hand_in" && !review.self_review!.points.some((point) => point.text.trim()))
      throw refused("self_review.empty", "The self review is still empty.", "Write what went well first.");
    return write("review.move_self", "Self review moved on", () => {
      const own = own_of(review);
      if (to.step === "hand_in") Object.assign(own, { state: "submitted", handed_in_on: house.today });
      if (to.step === "take") own.state = "taken";
      if (to.step === "pass_back")
        Object.assign(own, { state: "returned", note: to.note, returns: own.returns + 1 });
    });
  }

  return {
    "review.save": ({ id: given, person, cycle, text }) => {
      const there = house.hold.reviews.find(
        (one) => one.id === given || (one.person === person && one.cycle.name === cycle),
      );
      const id = there?.id ?? house.id("r");
      write("review.save", `Review of ${house.name_of(person)} saved`, () => {
        if (there) return void Object.assign(there, given ? { text } : {});
        const is_own = person === "dana";
        const reviewer_name = is_own ? "Ruth Vance" : "Dana Kessler";
        const more = { text, is_own, reviewer_name, cycle: cycle_of(cycle) };
        house.hold.reviews.unshift(review_of(id, person, house.name_of(person), "draft", [], more));
      });
      return house.made(id);
    },
    "review.get": ({ id }) => page_of(house, get(id)),
    "review.list": ({ person, cycle, limit }) =>
      house.hold.reviews
        .filter((one) => (!person || one.person === person) && (!cycle || one.cycle.name === cycle))
        .slice(0, limit)
        .map((one) => line_of_review(house, one)),
    "review.save_point": save_point,
    "review.move_point": ({ id, section, after }) => {
      const { list, point, review, is_self } = point_with(house, id);
      if (is_self) check_self_open(review);
      else check_open(review);
      return write("review.move_point", "Point of a review moved", () => {
        list.splice(list.indexOf(point), 1);
        settle(list, Object.assign(point, { section }), after, true);
      });
    },
    "review.remove_point": ({ id }) => {
      const { list, point, review, is_self } = point_with(house, id);
      if (is_self) check_self_open(review);
      else check_open(review);
      return write("review.remove_point", "Point taken out of a review", () =>
        list.splice(list.indexOf(point), 1),
      );
    },
    "review.divide": ({ id }) => {
      const review = get(id);
      check_open(review);
      if (!review.text.trim())
        throw refused("review.no_text", "There is no text to divide.", "Write a point.");
      const points = pieces_of(house, review.text, "manager");
      const { deed } = house.deed("review.divide", "Review divided into points", () => {
        for (const point of points) settle(review.points, point, undefined, false);
        review.text = "";
      });
      return { points: points.length, deed };
    },
    "review.evidence": ({ id }) => evidence_of(house, get(id)),
    "review.look_over": ({ id }) => look_of(house, get(id)),
    "review.propose": ({ id }) => {
      const { review, point } = point_with(house, id);
      return proposals_of(house, review, point);
    },
    "review.read_self": ({ id, text }) => {
      const review = get(id);
      const points = pieces_of(house, text, "employee");
      const { deed } = house.deed("review.read_self", "Self review read in", () => {
        const own = own_of(review);
        own.points.push(...points);
        Object.assign(own, { state: "submitted", handed_in_on: house.today });
      });
      return { points: points.length, deed };
    },
    "review.move_self": move_self,
    "review.share": ({ id }) => {
      const review = get(id);
      if (review.text.trim())
        throw refused(
          "review.loose_text",
          "Some of the text is in no point yet.",
          "Divide it into points, or take it out.",
        );
      const [first] = gaps_of(house, review);
      if (first) throw refused("review.not_ready", GAP[first.gap][0], GAP[first.gap][1]);
      return version(review, "shared", "review.share", () => {
        const at = wall_of(now());
        review.state = "shared";
        review.times = {
          ...NO_TIMES,
          shared_at: at,
          talk_from: `${add_days(day_part(at), 1)}${at.slice(10)}`,
        };
      });
    },
    "review.move_talk": move_talk,
    "review.discuss_point": ({ id, ...change }) => {
      const { review, point } = point_with(house, id);
      if (!TALKED.includes(review.state))
        throw refused("review.not_discussed", "The two of you have not talked yet.", "Talk about it first.");
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      return write("review.discuss_point", "Point talked about", () => void Object.assign(point, given));
    },
    "review.amend": ({ id }) => {
      const review = get(id);
      return version(review, "amended", "review.amend", () => (review.state = "amended"));
    },
    "review.close": ({ id, with_goals = true }) => {
      const review = get(id);
      if (review.points.some((point) => point.is_parked))
        throw refused("review.parked", "A point is still parked.", "Come back to it first.");
      const goals = with_goals ? review.points.filter((point) => point.section === "to_improve").length : 0;
      const made = version(review, "final", "review.close", () => {
        review.state = "closed";
        review.times.closed_at = wall_of(now());
      });
      return { ...made, goals };
    },
    "review.sign": ({ id }) => sign(get(id), get(id).is_own ? "employee" : "manager", false),
    "review.sign_by_hand": ({ id, part }) => sign(get(id), part, true),
    "review.export": ({ id }) => ({ file: `Review of ${get(id).person_name}, ${get(id).cycle.name}.pdf` }),
    "review.export_cycle": ({ cycle }) => {
      const all = house.hold.reviews.filter((one) => one.cycle.name === cycle);
      const out = all.filter((one) => one.versions.length === 0);
      return { files: all.length - out.length, left_out: out.map((one) => one.person_name) };
    },
    "review.take_file": () => ({ review: "r4", signatures: 1, is_new: false, deed: null }),
    "review.verify": () => ({
      ...{ person: "Sam Nakai", cycle: "2026", is_whole: true, text: "# Review of Sam Nakai, 2026" },
      signatures: [],
    }),
  };
}
