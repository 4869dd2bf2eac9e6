import type { RecordKind } from "../../door/calls";
import { capital } from "../../kit/say";
import type { RaisedChoice } from "./state.svelte";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: "Search",
  label: "Search everything",
  placeholder: "A word from a note, a 1:1, a goal, a name",
  hint: "Everything you wrote is searched on this laptop. The start of a word is enough.",
  none: (query: string) => `Nothing found for “${query}”.`,
  none_next: "Try fewer letters, or widen the choices above.",
  /** People are said when there are any; texts unless there are people alone. */
  found: (people: number, texts: number, cut: boolean) => {
    const who = people > 0 ? n(people, "person", "people") : "";
    const what = cut ? `the newest ${texts} texts` : n(texts, "text", "texts");
    return capital(`${[who, who && texts === 0 ? "" : what].filter(Boolean).join(" and ")} found`);
  },
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
  goal: "Goal",
  any_goal: "Any or none",
  goal_of: (title: string, name: string) => (name ? `${title} (${name})` : title),
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
    goal_entry: "Progress of a goal",
    wording: "Earlier words of a goal",
    ground: "Company goal or value",
    talk: "Talk",
    conversation: "Talk",
    follow_up: "Look after a talk",
    check_in: "Question about a talk",
    hr_consult: "Turn to HR",
    saved_search: "Kept search",
    dismissal: "Hint set aside",
    review_cycle: "Cycle of reviews",
    review_point: "Point of a review",
    self_review: "Self review",
    peer_input: "Input of others",
    review_version: "Shared review",
    signature: "Signature",
    plan: "Headcount plan",
    plan_entry: "Headcount plan",
    plan_text: "Headcount plan",
    work_import: "Imported work",
  } satisfies Record<RecordKind, string>,
};
