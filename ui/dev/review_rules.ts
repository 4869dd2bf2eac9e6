// What the fake vault knows of reviews: how even they are, what stands in the way, and what is worth another look.
import type {
  BalanceLine,
  EvidenceLine,
  GapLine,
  Polarity,
  ReviewHint,
  ReviewHintKind,
  ReviewLine,
  ReviewLook,
  ReviewNext,
  ReviewPage,
  ReviewPointLine,
  ReviewProposal,
  ReviewProposals,
  ReviewState,
  ReviewTimes,
} from "../src/door/calls";
import type { FakeHouse } from "./fake_house";
import { set_aside_in, coached } from "./coach";

const CHIP = /\[[^\]]*\]\((inglenook:[^)\s]+)\)/g;
export const chips_of = (text: string): string[] => [...text.matchAll(CHIP)].map((found) => found[1]!);
export const words_of = (text: string): number =>
  text
    .replace(CHIP, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const NO_TIMES: ReviewTimes = {
  ...{ shared_at: null, talk_from: null, planned_at: null, held_at: null, second_wanted_by: null },
  ...{ second_from: null, second_at: null, second_held_at: null, accepted_at: null, closed_at: null },
};

const OWN: Partial<Record<ReviewPointLine["section"], Polarity>> = {
  went_well: "praise",
  to_improve: "constructive",
};
/** A point with what follows from its words. */
export const counted = (point: ReviewPointLine): ReviewPointLine => ({
  ...point,
  polarity: OWN[point.section] ?? point.polarity,
  words: words_of(point.text),
  is_declared_new: chips_of(point.text).includes("inglenook:new"),
});

export function balance_of(points: readonly ReviewPointLine[]): BalanceLine {
  const many = (polarity: Polarity) => points.filter((point) => point.polarity === polarity).length;
  const [praise, constructive] = [many("praise"), many("constructive")];
  const all = praise + constructive;
  const percent = all === 0 ? null : Math.round((100 * praise) / all);
  const share = all === 0 ? 0 : praise / all;
  return {
    ...{ praise, constructive, percent },
    verdict:
      all === 0
        ? "nothing"
        : all < 5
          ? "too_few"
          : share > 0.7
            ? "glowing"
            : share < 0.5
              ? "short_changed"
              : "even",
    missing_constructive: Math.max(0, Math.ceil((2 * praise) / 3) - constructive),
    missing_praise: Math.max(0, Math.ceil((3 * constructive) / 2) - praise),
  };
}

export const OPEN: ReviewState[] = ["draft", "ready", "discussed", "follow_up", "amended"];
export const TALKED: ReviewState[] = [
  ...(["discussed", "follow_up", "amended", "accepted", "accepted_with_disagreement", "closed"] as const),
];

function next_of(review: ReviewPage, today: string): ReviewNext {
  const { cycle, state, times, self_review, is_own } = review;
  const waits = self_review && !["submitted", "taken"].includes(self_review.state);
  const [step, by] = ((): [ReviewNext["step"], string | null] => {
    if (state === "draft" || state === "ready")
      return waits && (is_own || review.points.length === 0)
        ? ["self_review", cycle.self_review_by]
        : ["draft", cycle.share_by];
    if (state === "shared" || state === "reading") return ["time_to_read", cycle.discuss_by];
    if (state === "closed") return ["signed", cycle.sign_by];
    return ["discussion", cycle.discuss_by];
  })();
  const talk_at = TALKED.includes(state) ? times.second_at : times.planned_at;
  return { step, by, is_late: by !== null && by < today && state !== "closed", talk_at };
}

/** A review as it is told: what is counted is counted anew. */
export function page_of(house: FakeHouse, review: ReviewPage): ReviewPage {
  const own = review.self_review;
  const told = {
    ...review,
    points: review.points.map(counted),
    words: review.points.reduce((sum, point) => sum + words_of(point.text), words_of(review.text)),
    is_open: OPEN.includes(review.state),
    inputs: house.hold.inputs.filter((one) => one.review === review.id).length,
    self_review: own && {
      ...own,
      points: own.points.map(counted),
      words: own.words || own.points.reduce((sum, point) => sum + words_of(point.text), 0),
      balance: balance_of(own.points.map(counted)),
      is_all_glowing:
        own.points.length > 0 && !own.points.some((point) => counted(point).polarity === "constructive"),
    },
  };
  return { ...told, next: next_of(told, house.today) };
}
export const line_of_review = (house: FakeHouse, review: ReviewPage): ReviewLine => {
  const { id, person, person_name, words, state, next, cycle, points } = page_of(house, review);
  return { id, person, person_name, words, state, next, cycle: cycle.name, balance: balance_of(points) };
};

/** The year's evidence: the notes of the folder, and what the sample brings. */
export function evidence_of(house: FakeHouse, review: ReviewPage): EvidenceLine[] {
  const { from, until } = review.cycle;
  const notes = house.hold.notes
    .filter((note) => note.person === review.person && note.on >= from && note.on <= until)
    .map((note): EvidenceLine => ({
      ...{ kind: "note", id: note.id, address: `inglenook:note/${note.id}`, on: note.on },
      ...{ polarity: note.polarity, title: "", text: note.text, figure: note.metric ?? "" },
      ...{ about: note.kind, goals: note.goals, talked_on: note.raised_on },
      ...{ shows: !!note.metric || note.example !== "", is_usable: true, is_used: false },
    }));
  const quotes = house.hold.inputs
    .filter((one) => one.review === review.id && one.words.trim() !== "" && one.state !== "declined")
    .map((one): EvidenceLine => ({
      ...{ kind: "quote", id: one.id, address: `inglenook:quote/${one.id}`, on: one.asked_on },
      ...{ polarity: null, title: "", text: one.words, figure: "", about: null, goals: [] },
      ...{ talked_on: null, shows: true, is_used: false },
      is_usable: one.state === "approved" && one.approved === one.words,
    }));
  const texts = [...review.points, ...(review.self_review?.points ?? [])].map((point) => point.text);
  const used = new Set([review.text, ...texts].flatMap(chips_of));
  return [...notes, ...quotes, ...(house.hold.evidence[review.id] ?? [])]
    .map((line) => ({ ...line, is_used: used.has(line.address) }))
    .sort((a, b) => b.on.localeCompare(a.on));
}

const below = (point: ReviewPointLine, known: readonly EvidenceLine[]) =>
  known.filter((line) => chips_of(point.text).includes(line.address));

export function gaps_of(house: FakeHouse, review: ReviewPage): GapLine[] {
  const points = review.points.map(counted);
  if (points.every((point) => point.polarity === null)) return [{ gap: "no_point", point: null }];
  const known = evidence_of(house, review);
  return points.flatMap((point): GapLine[] => {
    const on = below(point, known);
    const improve = point.polarity === "constructive";
    const gap = (is_so: boolean, gap: GapLine["gap"]): GapLine[] => (is_so ? [{ gap, point: point.id }] : []);
    return [
      ...gap(improve && on.length === 0, "no_evidence"),
      ...gap(improve && !point.is_declared_new && !on.some((one) => one.talked_on !== null), "surprise"),
      ...gap(
        on.some((one) => !one.is_usable),
        "quote_not_approved",
      ),
    ];
  });
}

const LITTLE_S = 7200;

export function look_of(house: FakeHouse, kept: ReviewPage): ReviewLook {
  const review = page_of(house, kept);
  const { points, words, seconds } = review;
  const known = evidence_of(house, review);
  const own = review.self_review;
  const taken = own !== null && ["submitted", "taken"].includes(own.state);
  const praise = known.filter((one) => one.kind === "note" && one.polarity === "praise" && !one.is_used);
  const goals = known.filter((one) => one.kind === "goal");
  const left = goals.filter((one) => !one.is_used).length;
  const middle = review.cycle.from.slice(0, 5) + "07-01";
  const half = (first: boolean) => known.some((one) => one.is_used && one.on < middle === first);
  const new_ones = points.filter((point) => point.is_declared_new).length;
  const gaps = gaps_of(house, review);
  const wanted = Math.max(own?.words ?? 0, own?.is_short ? 2 * own.words : 0);
  const feats = praise.filter((one) => one.about === "delivery" || one.about === "leadership").length;
  const whole = (is_so: boolean, kind: ReviewHintKind, count = 0, of = 0): ReviewHint[] =>
    is_so ? [{ kind, point: null, count, of, mark: "whole" }] : [];
  const of_point = (is_so: boolean, kind: ReviewHintKind, point: string): ReviewHint[] =>
    is_so ? [{ kind, point, count: 0, of: 0, mark: "point" }] : [];
  const hints = [
    ...points.flatMap((point) => [
      ...of_point(
        point.is_soft && point.words > 0 && !below(point, known).some((one) => one.shows),
        "soft_claim",
        point.id,
      ),
      ...of_point(point.words > 0 && point.message.trim() === "", "no_message", point.id),
    ]),
    ...whole(words > 0 && taken && words < wanted, "short", words, wanted),
    ...whole(words > 0 && feats > 0, "undersold", praise.length, feats),
    ...whole(taken && own.is_all_glowing, "all_glowing"),
    ...whole(words > 0 && seconds < LITTLE_S, "little_time", Math.floor(seconds / 60), 120),
    ...whole(words > 0 && !half(true), "first_half"),
    ...whole(words > 0 && !half(false), "second_half"),
    ...whole(words > 0 && left > 0, "goals_left_out", left, goals.length),
    ...whole(new_ones > 0, "said_to_be_new", new_ones),
  ];
  const shown = hints.filter(
    (hint) =>
      !set_aside_in(house, hint.point ?? review.id).some(
        (one) => one.rule === hint.kind && one.mark === hint.mark,
      ),
  );
  return {
    ...{ balance: balance_of(points), gaps, agenda: points.map((point) => point.id), hints: shown },
    surprises: gaps.filter((one) => one.gap === "surprise").length + new_ones,
    set_aside: hints.length - shown.length,
    coach: points.flatMap((point) => {
      const findings = coached(house, { text: point.text, kind: "review", record: point.id }).findings;
      return findings.length > 0 ? [{ point: point.id, findings }] : [];
    }),
    ...{ hedges: 0.4, words, self_words: own?.words ?? 0 },
    ...{ goals_used: goals.length - left, goals: goals.length, halves: [half(true), half(false)] },
    ...{ seconds, budget_hours: 6, pages: Math.round(words / 50) / 10 },
    pages_an_hour: seconds < 60 ? null : words / 500 / (seconds / 3600),
  };
}

const meant = (text: string) => new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);

export function proposals_of(house: FakeHouse, review: ReviewPage, point: ReviewPointLine): ReviewProposals {
  const wanted = meant(`${point.message} ${point.text.replace(CHIP, "")}`);
  const known = evidence_of(house, review).filter((one) => one.kind !== "goal" && one.kind !== "quote");
  const found = known
    .map((one): ReviewProposal => {
      const shared = [...meant(`${one.title} ${one.text}`)].filter((word) => wanted.has(word)).length;
      const { kind, id, address, on, talked_on, text } = one;
      return { kind, id, address, on, talked_on, text, words: shared };
    })
    .filter((one) => one.words > 0 && !chips_of(point.text).includes(one.address))
    .sort((a, b) => b.words - a.words)
    .slice(0, 5);
  const many = (kind: EvidenceLine["kind"]) => known.filter((one) => one.kind === kind).length;
  return {
    found,
    one_on_ones: review.person === "maya" ? 41 : many("one_on_one"),
    notes: many("note"),
    talks: many("talk"),
  };
}
