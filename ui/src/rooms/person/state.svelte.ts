// People in groups, and a person as a form.
import type { Made, Person, PersonLine, Relation } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { plain } from "../../kit/fuzzy";
import { words } from "./words";

/** In this order on the page: the closest first. */
export const RELATIONS: Relation[] = [
  "direct_report",
  "my_manager",
  "skip_level",
  "peer",
  "partner",
  "hr",
  "other",
];

/** So many notes a person's page reads at once; the folder shows the rest. */
export const MOST_NOTES = 100;
/** And so many before it is on the screen: more than are seen then. */
export const FIRST_NOTES = 8;

export interface Group {
  relation: Relation;
  people: PersonLine[];
}

/** Those who fit the filter, by relation; every typed word must be found somewhere in the line. */
export function grouped_people(people: PersonLine[], filter: string): Group[] {
  const wanted = plain(filter).split(/\s+/).filter(Boolean);
  const fits = (person: PersonLine) => {
    const line = plain(`${person.name} ${person.role} ${person.team}`);
    return wanted.every((word) => line.includes(word));
  };
  return RELATIONS.map((relation) => ({
    relation,
    people: people.filter((person) => person.relation === relation && fits(person)),
  })).filter((group) => group.people.length > 0);
}

/** Headings and rows as one list, for a list that grows as it is read. */
export type PeopleRow =
  { kind: "heading"; relation: Relation; count: number } | { kind: "person"; person: PersonLine };

export function as_rows(groups: Group[]): PeopleRow[] {
  return groups.flatMap((group) => [
    { kind: "heading" as const, relation: group.relation, count: group.people.length },
    ...group.people.map((person) => ({ kind: "person" as const, person })),
  ]);
}

const NOBODY: Omit<Person, "id"> = {
  name: "",
  role: "",
  level: "",
  site: "",
  team: "",
  manager: null,
  relation: "direct_report",
  employment: "employee",
  started_on: null,
  left_on: null,
  email: "",
  phone: "",
  skills: [],
  about: "",
};

/** A person being added or edited. */
export class PersonForm {
  fields = $state<Omit<Person, "id">>(structuredClone(NOBODY));
  started = $state("");
  left = $state("");
  manager = $state("");
  error = $state<string | null>(null);
  problem = $state<string | null>(null);
  busy = $state(false);
  #id: string | undefined;

  load(person: Person): void {
    const { id, ...fields } = person;
    this.#id = id;
    this.fields = structuredClone(fields);
    this.started = fields.started_on ?? "";
    this.left = fields.left_on ?? "";
    this.manager = fields.manager ?? "";
  }

  /** What was saved, or null when something stands in the way. */
  async save(): Promise<Made | null> {
    const name = this.fields.name.trim();
    this.error = name ? null : words.name_missing;
    if (this.error || this.busy) return null;
    this.busy = true;
    this.problem = null;
    const fields = $state.snapshot(this.fields);
    try {
      return await call("person.save", {
        ...fields,
        ...(this.#id ? { id: this.#id } : {}),
        name,
        manager: this.manager || null,
        started_on: this.started || null,
        left_on: this.left || null,
        skills: fields.skills.filter((skill) => skill.name.trim() !== ""),
      });
    } catch (thrown) {
      this.problem = as_fault(thrown).whole;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
