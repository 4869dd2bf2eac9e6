// The year's evidence: what of it is shown, in which groups, and how a chip to it reads.
import type { EvidenceLine } from "../../door/calls";
import { month_year, short_day } from "../../kit/say";
import { words } from "./words";

export type Chosen = "" | "praise" | "constructive" | "goal" | "one_on_one" | "talk" | "quote" | "unused";
export type GroupBy = "month" | "goal" | "polarity";

export const is_in = (chosen: Chosen, line: EvidenceLine, used: ReadonlySet<string>): boolean => {
  if (chosen === "") return true;
  if (chosen === "unused") return !used.has(line.address);
  if (chosen === "praise" || chosen === "constructive") return line.polarity === chosen;
  return line.kind === chosen;
};

export type Tone = "praise" | "grow" | undefined;
export const tone_of = (line: EvidenceLine): Tone =>
  line.polarity === "praise" ? "praise" : line.polarity === "constructive" ? "grow" : undefined;
/** A chip to a goal looks as what was reached. */
export const chip_tone = (line: EvidenceLine): Tone => (line.kind === "goal" ? "praise" : tone_of(line));

/** What a chip to it says. */
export function label_of(line: EvidenceLine, day: string): string {
  if (line.kind === "goal") return words.goal_chip(line.figure);
  if (line.kind === "quote") return words.quote;
  return short_day(line.on, day);
}

/** A row of the tray: a heading, or one piece. */
export type Row = { head: string; line?: never } | { head?: never; line: EvidenceLine };

export function rows_of(lines: readonly EvidenceLine[], by: GroupBy): Row[] {
  const goals = new Map(
    lines.flatMap((line) => (line.kind === "goal" ? [[line.id, line.title] as const] : [])),
  );
  const head_of = (line: EvidenceLine): string => {
    if (by === "month") return month_year(line.on);
    if (by === "polarity") return line.polarity ? words.polarity[line.polarity] : words.neither;
    return line.goals.map((goal) => goals.get(goal)).find(Boolean) ?? words.no_goal;
  };
  const groups = new Map<string, EvidenceLine[]>();
  for (const line of lines) {
    const head = head_of(line);
    groups.set(head, [...(groups.get(head) ?? []), line]);
  }
  // What belongs nowhere comes last.
  const last = [words.no_goal, words.neither];
  return [...groups]
    .sort(([a], [b]) => Number(last.includes(a)) - Number(last.includes(b)))
    .flatMap(([head, some]): Row[] => [{ head }, ...some.map((line) => ({ line }))]);
}
