// The sheet side by side: how its rows are put in order, and what stands in the middle of a column.
import type { CalibrationRow, ReviewState } from "../../door/calls";

export const COLUMNS = [
  "name",
  "state",
  "words",
  "balance",
  "surprises",
  "notes",
  "goals",
  "disagreements",
] as const;
export type Column = (typeof COLUMNS)[number];
export interface Order {
  by: Column;
  /** The largest first. */
  down: boolean;
}

const STATES: ReviewState[] = [
  ...(["draft", "ready", "shared", "reading", "discussed", "follow_up", "amended"] as const),
  ...(["accepted", "accepted_with_disagreement", "closed"] as const),
];

/** What a row is ordered by; null goes last whatever the order. */
function weight(row: CalibrationRow, by: Exclude<Column, "name">): number | null {
  switch (by) {
    case "state":
      return STATES.indexOf(row.state);
    case "words":
      return row.words;
    case "balance":
      return row.balance.percent;
    case "surprises":
      return row.surprises;
    case "notes":
      return row.praise_notes + row.constructive_notes;
    case "goals":
      return row.goals === 0 ? null : (row.goals_met + row.goals_partly / 2) / row.goals;
    case "disagreements":
      return row.disagreements;
  }
}

export function in_order(rows: readonly CalibrationRow[], { by, down }: Order): CalibrationRow[] {
  const sign = down ? -1 : 1;
  const by_name = (a: CalibrationRow, b: CalibrationRow) => a.person_name.localeCompare(b.person_name);
  return [...rows].sort((a, b) => {
    if (by === "name") return sign * by_name(a, b);
    const [one, other] = [weight(a, by), weight(b, by)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other) || by_name(a, b);
  });
}

/** A header pressed once more turns its order around; another one begins with what it is looked at for. */
export function pressed(order: Order, by: Column): Order {
  if (order.by === by) return { by, down: !order.down };
  return { by, down: by !== "name" && by !== "state" };
}

/** The middle one of some numbers, rounded; null of none. */
export function middle(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[at]! : Math.round((sorted[at - 1]! + sorted[at]!) / 2);
}
