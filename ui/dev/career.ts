// Where the people of the fake vault would like to go.
import type { CareerPage, ExplorationLine, WishKind, WishLine } from "../src/door/calls";
import { now } from "../src/kit/clock";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse, type Holdings } from "./fake_house";
import { template_answers } from "./templates";

/** Kinds in the order a first meeting asks. */
const ORDER: WishKind[] = [
  ...(["one_year", "three_years", "five_years", "interest", "like", "admired", "dislike"] as const),
  "next_role",
];

type WithCareers = Holdings & { careers?: Record<string, CareerPage> };

const wish = (
  id: string,
  kind: WishKind,
  on: string,
  text: string,
  more: Partial<WishLine> = {},
): WishLine => ({
  ...{ id, kind, text, on, unknown: false, why: "", first_hand: false, expected_on: null, may_plan: false },
  ...more,
});

const first = (): Record<string, CareerPage> => ({
  maya: {
    wishes: [
      wish("w1", "one_year", "2026-11-03", "Lead the failover project from plan to last drill."),
      wish("w2", "one_year", "2025-10-14", "Be on call alone without calling anybody."),
      wish("w3", "three_years", "2026-11-03", "", { unknown: true }),
      wish("w4", "interest", "2026-11-03", "How other companies run drills that nobody dreads."),
      wish("w5", "interest", "2026-11-03", "Teaching."),
      wish(
        "w6",
        "admired",
        "2025-10-14",
        "Inés, because she says no early and nobody takes it as a no to them.",
      ),
      wish("w7", "dislike", "2026-11-03", "Release manager", {
        why: "Half a year of it was mostly chasing dates that others had set.",
        first_hand: true,
      }),
      wish("w8", "dislike", "2025-10-14", "Manager of people", { why: "Looks like meetings all day." }),
      wish("w9", "next_role", "2026-11-03", "Lead of the storage platform", { expected_on: "2027-10-01" }),
    ],
    explorations: [
      {
        id: "x1",
        role: "Storage architect",
        why: "She draws the picture before anybody asks for it.",
        next_step: "Sit in on two design reviews in December",
        contact: "Inés Corrado",
        outcome: "",
        on: "2026-11-03",
      },
      {
        id: "x2",
        role: "Speaker for the platform",
        why: "",
        next_step: "Give the drill talk to finance",
        contact: "",
        outcome: "Went well, and took two weeks of evenings. Once a year is right.",
        on: "2026-03-10",
      },
    ],
  },
});

export function career_answers(house: FakeHouse): Partial<Answers> {
  const careers = () => ((house.hold as WithCareers).careers ??= {});
  if (house.hold.meetings.length > 0) Object.assign(careers(), first());
  const page = (person: string) => (careers()[person] ??= { wishes: [], explorations: [] });
  const owner = (has: (page: CareerPage) => boolean) => Object.values(careers()).find(has)!;
  const saved = (deed: number) => ({ at: now().toISOString(), deed });
  /** The newest first, as the store answers. */
  const put = <L extends { id: string; on: string }>(lines: L[], line: L): L[] =>
    lines.some((one) => one.id === line.id)
      ? lines.map((one) => (one.id === line.id ? line : one))
      : [line, ...lines].sort((a, b) => b.on.localeCompare(a.on));

  return {
    ...template_answers(house),
    "career.get": ({ person }) => {
      const { wishes, explorations } = page(person);
      return {
        wishes: [...wishes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
        explorations,
      };
    },
    "career.export_plan": ({ person }) => ({ file: `Development plan of ${house.name_of(person)}.pdf` }),
    "career.save_wish": ({ id: given, person, ...fields }) => {
      const before = page(person).wishes.find((one) => one.id === given);
      const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const line = {
        ...(before ?? wish(given ?? house.id("w"), fields.kind, house.today, "")),
        ...asked,
      };
      if (!line.unknown && line.text.trim() === "") throw fault("refused", "Nothing is written here yet.");
      if (line.kind === "dislike" && !line.unknown) {
        if (line.why.trim() === "")
          throw fault("refused", "A role that somebody would not want asks for the reason.");
        if (before?.kind !== "dislike" && fields.first_hand === undefined)
          throw fault("refused", "A role that somebody would not want asks whether they know it.");
      }
      if (line.kind !== "next_role" && (line.may_plan || line.expected_on))
        throw fault("refused", "Only a next role is planned with.");
      house.deed("career.save_wish", `Wish of ${house.name_of(person)} saved`, () => {
        page(person).wishes = put<WishLine>(page(person).wishes, line);
      });
      return house.made(line.id);
    },
    "career.remove_wish": ({ id }) =>
      saved(
        house.deed("career.remove_wish", "Wish removed", () => {
          const of = owner((page) => page.wishes.some((one) => one.id === id));
          of.wishes = of.wishes.filter((one) => one.id !== id);
        }).deed,
      ),
    "career.save_exploration": ({ id: given, person, ...fields }) => {
      const before = page(person).explorations.find((one) => one.id === given);
      const none = { why: "", next_step: "", contact: "", outcome: "", on: house.today };
      const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const line = { id: given ?? house.id("x"), ...none, ...before, ...asked } as ExplorationLine;
      if (line.role.trim() === "") throw fault("refused", "A try-out needs a role.");
      if (line.next_step.trim() === "" && line.outcome.trim() === "")
        throw fault("refused", "A try-out needs a next step.");
      house.deed("career.save_exploration", `Try-out saved: ${line.role}`, () => {
        page(person).explorations = put(page(person).explorations, line);
      });
      return house.made(line.id);
    },
    "career.remove_exploration": ({ id }) =>
      saved(
        house.deed("career.remove_exploration", "Try-out removed", () => {
          const of = owner((page) => page.explorations.some((one) => one.id === id));
          of.explorations = of.explorations.filter((one) => one.id !== id);
        }).deed,
      ),
  };
}
