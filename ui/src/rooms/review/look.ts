// What a look over a review found, as a list to go through: first what stands in the way, then what is worth another look.
import type {
  Card,
  Id,
  ReviewHint,
  ReviewLook,
  ReviewPage,
  ReviewPointLine,
  ShareGap,
} from "../../door/calls";
import { capital, first_name } from "../../kit/say";
import type { Underlined } from "../../kit/prose/underlined";
import { first_sentence, quoted } from "./quoted";
import { words } from "./words";

/** What can be set aside, and where that is remembered. */
export interface Aside {
  record: Id;
  kind: "review" | "review_point";
  rule: string;
  mark: string;
}
export interface Item {
  key: string;
  tag: string;
  tone: "alert" | "grow" | "plain";
  title: string;
  text: string;
  /** Leads there, and to these words in it. */
  point: Id | null;
  excerpt?: string;
  /** What else there is to do: link where it was said, or what shows it. */
  lacks?: "talk" | "example";
  aside?: Aside;
}

const TONES: Record<ShareGap, Item["tone"]> = {
  no_point: "alert",
  no_evidence: "grow",
  surprise: "alert",
  quote_not_approved: "alert",
};

/** What stands in the way of sharing. Where a point both rests on nothing and surprises, the surprise says it. */
export function gaps_of(look: ReviewLook, points: readonly ReviewPointLine[]): Item[] {
  const surprises = new Set(look.gaps.flatMap(({ gap, point }) => (gap === "surprise" ? [point] : [])));
  return look.gaps
    .filter(({ gap, point }) => gap !== "no_evidence" || !surprises.has(point))
    .sort((a, b) => Number(b.gap === "surprise") - Number(a.gap === "surprise"))
    .map(({ gap, point }) => ({
      key: `${gap} ${point}`,
      tag: words.gap[gap],
      tone: TONES[gap],
      title: quoted(points.find((one) => one.id === point)) || words.gap_title[gap],
      text: words.gap_next[gap],
      point,
      ...(gap === "surprise" ? { lacks: "talk" as const } : {}),
      ...(gap === "no_evidence" ? { lacks: "example" as const } : {}),
    }));
}

const WARNS: ReviewHint["kind"][] = ["soft_claim", "all_glowing", "many_disagreements"];

export function items_of(look: ReviewLook, review: ReviewPage, cards: Record<string, Card>): Item[] {
  const name = first_name(review.person_name);
  const of = (id: Id | null) => review.points.find((point) => point.id === id);
  const coach = look.coach.flatMap(({ point, findings }) =>
    findings.map((found, n): Item => {
      const card = cards[found.rule];
      return {
        key: `${found.rule} ${point} ${n}`,
        tag: words.coach_tag[found.rule] ?? words.wording,
        tone: "grow",
        title: card?.name ?? `“${found.excerpt}”`,
        text: words.coach_next[found.rule] ?? card?.reason ?? "",
        ...{ point, excerpt: found.excerpt },
        aside: { record: point, kind: "review_point", rule: found.rule, mark: found.mark },
      };
    }),
  );
  const hints = look.hints.map((hint): Item => {
    const { kind, point, count, of: out_of, mark } = hint;
    return {
      key: `${kind} ${point}`,
      tag: words.hint_tag[kind],
      tone: WARNS.includes(kind) ? "grow" : "plain",
      title: quoted(of(point)) || words.hint_title[kind](name),
      text: words.hint_text[kind](count, out_of),
      point,
      ...(kind === "soft_claim" ? { lacks: "example" as const } : {}),
      aside: { record: point ?? review.id, kind: point ? "review_point" : "review", rule: kind, mark },
    };
  });
  return [...gaps_of(look, review.points), ...coach, ...hints];
}

/** The lines under the text, by point: a surprise under its first sentence, the coach's where they stand. */
export function underlined_of(
  look: ReviewLook | null,
  points: readonly ReviewPointLine[],
): Map<Id, Underlined[]> {
  const lines = new Map<Id, Underlined[]>();
  const add = (point: Id, words: string, tone: Underlined["tone"]) =>
    lines.set(point, [...(lines.get(point) ?? []), { words, tone }]);
  for (const { gap, point } of look?.gaps ?? []) {
    const found = gap === "surprise" && points.find((one) => one.id === point);
    if (found) add(found.id, first_sentence(found.text), "alert");
  }
  for (const { point, findings } of look?.coach ?? [])
    for (const { excerpt } of findings) add(point, excerpt, "grow");
  return lines;
}

/** "64 / 36 · aim near 60 / 40", and what would make it even. */
export function balance_words({ balance }: Pick<ReviewLook, "balance">): { figures: string; next: string } {
  const { verdict, percent, praise, constructive } = balance;
  const figures = percent === null ? words.aim : `${words.balance_figures(percent)} · ${words.aim}`;
  const next = {
    nothing: words.balance_nothing,
    too_few: words.balance_too_few(praise + constructive),
    even: "",
    glowing: words.balance_glowing(balance.missing_constructive),
    short_changed: words.balance_short_changed(balance.missing_praise),
  }[verdict];
  return { figures: verdict === "too_few" || verdict === "nothing" ? "" : figures, next };
}

/** "3 of 3 goals, both halves of the year"; empty where nothing is covered. */
export function covered_words({ goals, goals_used, halves }: ReviewLook): string {
  const [first, second] = halves;
  const half = first && second ? words.both_halves : first ? words.one_half.first : words.one_half.second;
  const parts = [goals > 0 ? words.goals_covered(goals_used, goals) : "", first || second ? half : ""];
  return capital(parts.filter(Boolean).join(", "));
}

/** "1 h 40 min of 6 h · 1.2 pages" */
export function effort_words({ seconds, budget_hours, pages }: ReviewLook): string {
  const minutes = Math.floor(seconds / 60);
  const spent = minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.effort_of(spent, budget_hours, words.pages(Math.round(pages * 10) / 10));
}
