// What of a career leaves as a development plan: the door takes the same out of the vault.
import type { CareerPage, GoalLine } from "../../../door/calls";
import { list_of } from "../../../kit/say";
import { is_open } from "../../parts/goal_look";
import { said_by_kind } from "./wishes";
import { words } from "./words";

/** Of all that was said, only where somebody would like to be is for a plan. */
const IN_A_PLAN = ["one_year", "three_years", "five_years"] as const;

/** A line for each part of the plan; none while it would be a page without a word. */
export function parts_of_plan({ wishes, explorations }: CareerPage, goals: readonly GoalLine[]): string[] {
  const growth = goals.filter((goal) => goal.is_growth && is_open(goal.state)).length;
  // An answer that they do not know yet says nothing in a plan.
  const now = new Map(said_by_kind(wishes).map((said) => [said.kind, said.now[0]?.text.trim() ?? ""]));
  const said = IN_A_PLAN.filter((kind) => now.get(kind) !== "").map((kind) => words.plan_when[kind]);
  return [
    ...(growth > 0 ? [words.plan_goals(growth)] : []),
    ...(said.length > 0 ? [words.plan_said(list_of(said))] : []),
    ...(explorations.length > 0 ? [words.plan_tryouts(explorations.length)] : []),
  ];
}
