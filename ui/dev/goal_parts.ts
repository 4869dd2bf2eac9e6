// What the fake vault knows around its goals: stories, wordings, kinds and grounds; what is asked, and who needs a thought.
import type { Asked, Care, EntryLine, GoalLine, GroundLine, WordingLine } from "../src/door/calls";
import type { Args } from "../src/door/door";
import { days_between } from "../src/kit/days";
import type { FakeHouse, Holdings } from "./fake_house";
import { settled, wording } from "./goal_line";

export interface Kept {
  entries: Record<string, EntryLine[]>;
  wordings: Record<string, WordingLine[]>;
  kinds: string[];
  grounds: GroundLine[];
}
type WithGoals = Holdings & { goal_parts?: Kept };

export const entry = (id: string, on: string, text: string, more: Partial<EntryLine> = {}): EntryLine => ({
  ...{ id, on, text, kind: "progress" as const, value: null, has_moved: true, resolved_on: null },
  ...more,
});
const seconds = (value: string) => ({ value, unit: "s" });

function first(house: FakeHouse): Kept {
  const g1 = house.hold.goals.find((one) => one.id === "g1");
  if (!g1) return { entries: {}, wordings: {}, kinds: [], grounds: [] };
  const began = { ...g1, title: "Regional failover under 60 s", target: seconds("60"), due: "2026-09-30" };
  return {
    entries: {
      g1: [
        entry("e1", "2026-03-02", "First drill with the new script.", { value: seconds("140") }),
        entry("e2", "2026-05-11", "The change window moves every week.", {
          ...{ kind: "obstacle", resolved_on: "2026-06-20" },
        }),
        entry("e3", "2026-08-03", "", { has_moved: false }),
        entry("e4", "2026-10-01", "Sam and Jun ran it, and Maya only watched the clock.", {
          value: seconds("104"),
        }),
        entry("e5", "2026-10-20", "The DNS step waits for two people of another team.", { kind: "obstacle" }),
      ],
    },
    wordings: {
      g1: [
        wording("gw1", began, "started", "", "2026-02-02"),
        wording("gw2", began, "revised", "60 s needs a second region, which comes next year.", "2026-07-06"),
      ],
    },
    kinds: [],
    grounds: [
      {
        ...{ id: "gr1", kind: "value", title: "We leave it better than we found it", text: "" },
        ...{ until: null, holds: true, goals: 0 },
      },
      {
        ...{ id: "gr2", kind: "company", title: "No customer waits for us", text: "The goal of 2026." },
        ...{ until: "2026-12-31", holds: true, goals: 0 },
      },
    ],
  };
}

export function goal_parts(house: FakeHouse): Kept {
  return ((house.hold as WithGoals).goal_parts ??= first(house));
}
/** Every goal as a list shows it. */
export const all = (house: FakeHouse): GoalLine[] =>
  house.hold.goals.map((goal) => ({
    ...settled(goal, goal_parts(house).entries[goal.id] ?? []),
    person_name: house.name_of(goal.person),
    ground_title: goal_parts(house).grounds.find((one) => one.id === goal.ground)?.title ?? "",
  }));

/** Who needs a thought, the most urgent kind first. */
export function care(house: FakeHouse): Care[] {
  const lines = all(house);
  const reports = house.hold.people.filter((one) => one.relation === "direct_report");
  const found = reports.flatMap((one): Care[] => {
    const theirs = lines.filter((goal) => goal.person === one.id);
    const active = theirs.filter((goal) => goal.state === "active");
    const due = theirs.filter((goal) => goal.is_due_for_review).length;
    const notes = house.hold.notes.filter((note) => note.person === one.id);
    const waits = notes.filter((note) => note.polarity === "constructive" && !note.raised_on);
    const unsaid = notes.filter((note) => note.polarity === "praise" && !note.raised_on);
    const praise = Math.max(0, ...unsaid.map((note) => note.age_days).filter((days) => days <= 60));
    const newest = notes.map((note) => days_between(note.on, house.today)).sort((a, b) => a - b)[0];
    const oldest = Math.max(0, ...waits.map((note) => note.age_days));
    const of = (kind: Care["kind"], count = 0) => ({
      ...{ person: one.id, person_name: one.name, kind, count },
    });
    return [
      ...(oldest >= 14 ? [of("notes_wait", oldest)] : []),
      ...(due > 0 ? [of("goals_due", due)] : []),
      ...(active.length === 0 ? [of("no_goals")] : []),
      ...(active.length > 0 && !active.some((goal) => goal.is_growth) ? [of("no_growth")] : []),
      ...((newest ?? 0) >= 30 ? [of("quiet_folder", newest!)] : []),
      ...(praise >= 14 ? [of("praise_waits", praise)] : []),
    ];
  });
  const order = ["notes_wait", "goals_due", "no_goals", "no_growth", "quiet_folder", "praise_waits"];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const NO_END = /^(improve|increase|reduce|help|support|work on|try|keep|learn more)\b/i;
type Asking = Pick<Args<"goal.questions">, "title"> & {
  [K in "text" | "measure" | "achievable" | "relevant"]?: string | undefined;
} & { target?: unknown; due?: unknown; ground?: unknown };

export function questions(goal: Asking): Asked[] {
  const said = (text: string | undefined) => (text ?? "").trim() !== "";
  const asked: Asked[] = [];
  const vague = NO_END.test(goal.title);
  if (!said(goal.text) && (vague || goal.title.trim().split(/\s+/).length < 3))
    asked.push({ letter: "specific", question: vague ? "no_end" : "missing" });
  if (!goal.target && !said(goal.measure) && !/\d/.test(goal.title))
    asked.push({ letter: "measurable", question: "missing" });
  else if (
    !goal.target &&
    said(goal.measure) &&
    !/\d/.test(goal.measure!) &&
    goal.measure!.split(" ").length < 4
  )
    asked.push({ letter: "measurable", question: "no_figure" });
  if (!said(goal.achievable)) asked.push({ letter: "achievable", question: "missing" });
  if (!said(goal.relevant) && !goal.ground) asked.push({ letter: "relevant", question: "missing" });
  if (!goal.due) asked.push({ letter: "time_bound", question: "missing" });
  return asked;
}
