// Which goals are shown.
import type { GoalLine, Id } from "../../door/calls";

export interface Wanted {
  /** Those that have ended, too. */
  ended: boolean;
  /** A kind; empty for any. */
  kind: string;
  /** What they rest on; empty for anything or nothing. */
  ground: Id | "";
}

export function fits(goal: GoalLine, { kind, ground }: Wanted): boolean {
  return (kind === "" || goal.category === kind) && (ground === "" || goal.ground === ground);
}
