// Searches that are kept by name: from the choices to what is kept, and back.
import type { Find, PersonLine, SavedSearchLine } from "../../door/calls";
import { today } from "../../kit/clock";
import { short_day } from "../../kit/say";
import { words } from "./kept_words";
import { ANYTHING, asked_by, KINDS, type KindChoice, type SearchChoice } from "./state.svelte";
import { words as search } from "./words";

/** What a kept search has chosen. */
export function choice_of(asked: Find): SearchChoice {
  const {
    query,
    person = "",
    about = "",
    polarity = "",
    sourced = false,
    goal = "",
    from = "",
    to = "",
  } = asked;
  const raised = asked.raised === undefined ? "" : asked.raised ? "raised" : "unraised";
  return {
    ...ANYTHING,
    query,
    person,
    kind: kind_of(asked),
    about,
    polarity,
    raised,
    sourced,
    goal,
    from,
    to,
  };
}
function kind_of({ kinds = [] }: Find): KindChoice {
  const same = (other: readonly string[]) =>
    other.length === kinds.length && other.every((kind) => kinds.includes(kind as never));
  const found = Object.entries(KINDS).find(([, meant]) => same(meant));
  return (found?.[0] ?? "all") as KindChoice;
}

export const is_same = (a: Find, b: Find): boolean =>
  JSON.stringify(asked_by(choice_of(a))) === JSON.stringify(asked_by(choice_of(b)));

/** A name to begin with: the words, whose, and where. */
export function name_for(choice: SearchChoice, people: readonly PersonLine[]): string {
  const day = today();
  const parts = [
    choice.query.trim(),
    people.find((one) => one.id === choice.person)?.name ?? "",
    choice.kind === "all" ? "" : search.kinds[choice.kind],
    choice.kind === "note" && choice.raised ? search.raised_choices[choice.raised] : "",
    choice.from ? words.from(short_day(choice.from, day)) : "",
    choice.to ? words.to(short_day(choice.to, day)) : "",
  ];
  return words.in_words(parts.filter(Boolean));
}

/** The kept search that a digit opens. */
export function nth_of(event: KeyboardEvent, kept: readonly SavedSearchLine[]): SavedSearchLine | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const digit =
    /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? (/^[1-9]$/.test(event.key) ? event.key : "");
  return digit ? kept[Number(digit) - 1] : undefined;
}
