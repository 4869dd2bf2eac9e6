// The fictional people of the pictures, for the preview and the tests. None of this is in the build.
import type { Person, PersonLine, Relation } from "../src/door/calls";

export const TODAY = "2026-11-19";
export const NOW = new Date(2026, 10, 19, 8, 12);

const someone = (
  id: string,
  name: string,
  relation: Relation,
  role: string,
  team: string,
  started_on: string,
): Person => ({
  id,
  name,
  role,
  team,
  relation,
  level: relation === "direct_report" ? "3" : "",
  site: "Vancouver",
  manager: relation === "direct_report" ? "dana" : null,
  employment: "employee",
  started_on,
  left_on: null,
  email: `${name.split(" ")[0]?.toLowerCase()}@example.test`,
  phone: "",
  skills:
    id === "maya"
      ? [
          { name: "Storage replication", level: 5 },
          { name: "Public speaking", level: 3 },
        ]
      : [],
  about: id === "maya" ? "Thinks out loud in the morning. Give her **one** question to sleep on." : "",
});

export const people: Person[] = [
  someone("dana", "Dana Kessler", "me", "Manager, live services", "Live services", "2022-03-01"),
  someone("maya", "Maya Okafor", "direct_report", "Senior systems engineer", "Live services", "2023-11-01"),
  someone("tomas", "Tomás Lindqvist", "direct_report", "Network engineer", "Live services", "2021-05-10"),
  someone("jun", "Jun Ramesh", "direct_report", "Systems engineer", "Live services", "2026-10-05"),
  someone("elif", "Elif Brandt", "direct_report", "Release engineer", "Live services", "2024-02-12"),
  someone("sam", "Sam Nakai", "direct_report", "Systems engineer, junior", "Live services", "2025-08-18"),
  someone("ruth", "Ruth Vance", "my_manager", "Director, infrastructure", "Infrastructure", "2019-01-07"),
  someone("ines", "Inés Corrado", "peer", "Manager, storage", "Storage", "2020-06-01"),
  someone("piet", "Piet van Oosterhout", "peer", "Manager, networks", "Networks", "2018-09-03"),
  someone("noor", "Noor Halabi", "hr", "People partner", "People", "2023-04-17"),
];

export const name_of_person = (id: string): string => people.find((one) => one.id === id)?.name ?? "";

const HUES: Record<string, number> = { maya: 0, tomas: 1, jun: 2, elif: 3, sam: 4, ruth: 5, dana: 5 };

export function initials_of(name: string): string {
  const words = name.split(/\s+/);
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}
export function line_of(person: Person, more: Partial<PersonLine> = {}): PersonLine {
  return {
    id: person.id,
    name: person.name,
    initials: initials_of(person.name),
    hue: HUES[person.id] ?? person.name.length % 6,
    relation: person.relation,
    role: person.role,
    team: person.team,
    left: person.left_on !== null,
    last_met: null,
    next: null,
    unraised: 0,
    ...more,
  };
}
