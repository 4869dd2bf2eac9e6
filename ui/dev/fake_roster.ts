// A roster file for the preview: four rows, one of them broken.
import type { Relation, RosterPreview } from "../src/door/calls";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse } from "./fake_house";
import { people } from "./people";

const COLUMNS = ["Full name", "Job title", "Org", "Boss", "Start"];
const SAMPLE = [
  ["Maya Okafor", "Senior systems engineer", "Live services", "Dana Kessler", "2023-11-01"],
  ["Tomás Lindqvist", "Network engineer", "Live services", "Dana Kessler", "2021-05-10"],
  ["Jun Ramesh", "Systems engineer", "Live services", "Dana Kessler", "next spring"],
];

export function roster_answers(house: FakeHouse): Partial<Answers> {
  const preview = (mapping: Record<string, string>, otherwise: Relation = "other"): RosterPreview => {
    const named = mapping.name !== undefined;
    return {
      import: "i1",
      file_name: "live services.csv",
      columns: COLUMNS,
      sample: SAMPLE,
      mapping,
      added: named ? 2 : 0,
      changed: 0,
      unchanged: 1,
      // Whose manager is in the file has a place by that.
      unplaced: named && mapping.manager === undefined && mapping.relation === undefined ? 2 : 0,
      otherwise,
      rejected: named
        ? [{ row: 4, column: "Start", sentence: "This is not a day. Write it as 2026-11-22." }]
        : [{ row: 2, column: "", sentence: "No column holds the name." }],
    };
  };
  const guess = { name: "Full name", role: "Job title", team: "Org", manager: "Boss", started_on: "Start" };
  return {
    "roster.preview": () => preview(guess),
    "roster.remap": ({ mapping, otherwise }) => preview(mapping, otherwise),
    "roster.apply": ({ import: id }) => {
      if (id !== "i1")
        throw fault("refused", "This import is not on the table any more.", "Choose the file again.");
      const { deed } = house.deed("roster.apply", "Roster brought in", () => {
        const known = new Set(house.hold.people.map((one) => one.id));
        house.hold.people.push(...structuredClone(people.filter((one) => !known.has(one.id)).slice(0, 2)));
      });
      return { added: 2, changed: 0, unchanged: 1, deed };
    },
  };
}
