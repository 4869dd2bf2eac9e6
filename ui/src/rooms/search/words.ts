import type { RecordKind } from "../../door/calls";
import type { RaisedChoice } from "./state.svelte";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: "Search",
  label: "Search everything",
  placeholder: "A word from a note, a 1:1, a goal, a name",
  hint: "Everything you wrote is searched on this laptop. The start of a word is enough.",
  none: (query: string) => `Nothing found for “${query}”.`,
  none_next: "Try fewer letters, or widen the choices above.",
  found: (count: number) => n(count, "text found", "texts found"),
  found_first: (count: number) => `the newest ${count} texts`,
  person: "About",
  everybody: "Everybody",
  kind: "In",
  kinds: {
    all: "Everything",
    note: "Fuzzy folder",
    one_on_one: "1:1s",
    goal: "Goals",
    review: "Reviews",
    person: "People",
  },
  from: "From",
  to: "To",
  raised: "Talked about",
  raised_choices: { "": "Either way", raised: "Talked about", unraised: "Not yet" } satisfies Record<
    RaisedChoice,
    string
  >,
  about: "Kind of note",
  any_kind: "Any",
  sourced: "Source kept",
  people: "People",
  covered: "Covered. Hold to look; Enter shows it, Enter again opens it.",
  results: "Results",
  hit_kind: {
    person: "Person",
    one_on_one: "1:1",
    section: "1:1",
    margin: "Private margin",
    note: "Fuzzy folder",
    goal: "Goal",
    review: "Review",
    action: "Action",
    attachment: "Attachment",
    pair: "Series",
    template: "Template",
    agenda: "Agenda",
    prep: "Preparation",
    remark: "Remark",
    holiday: "Day off",
    wish: "Wish",
    exploration: "Try-out",
    source: "Source",
  } satisfies Record<RecordKind, string>,
};
