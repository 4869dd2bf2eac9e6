// One meeting: where it stands, what it can become, and its sections as texts that save themselves.
import type { Id, MeetingState, Section, SectionKind, Side } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { Autosave } from "../../kit/autosave.svelte";
import { toasts } from "../../kit/toasts.svelte";
import { flush_all } from "../../kit/unsaved";
import type { Ways } from "../ways";
import { words } from "./words";

export interface NextStep {
  state: MeetingState;
  text: string;
}

/** What the main button of a meeting does next; null when nothing comes next. */
export function next_step(state: MeetingState): NextStep | null {
  switch (state) {
    case "planned":
    case "prepped":
      return { state: "in_progress", text: words.start };
    case "in_progress":
      return { state: "held", text: words.finish };
    case "held":
      return { state: "notes_sent", text: words.send };
    case "notes_sent":
      return { state: "closed", text: words.close };
    case "cancelled":
      return { state: "planned", text: words.plan_again };
    case "closed":
    case "moved":
      return null;
  }
}

/** What is about to be shared: the text, and below which section. */
export interface Sharing {
  section: Section | null;
  text: string;
  /** Added to a closed document. */
  correction?: boolean;
}

/** Whether the two are talking right now. */
export function is_in_meeting(state: MeetingState): boolean {
  return state === "in_progress";
}

/** Sections about the environment say how far their remarks reach. */
export function has_ranges(kind: SectionKind): boolean {
  return kind === "opportunities" || kind === "team";
}

/** Moving and cancelling are for meetings that are still ahead. */
export function may_move(state: MeetingState): boolean {
  return state === "planned" || state === "prepped";
}

/** Whether texts may still change. */
export function is_open(state: MeetingState): boolean {
  return ["planned", "prepped", "in_progress", "held", "notes_sent"].includes(state);
}

/** Carries a meeting on. Texts are saved first; the answer is the meeting to look at, or null. */
export async function carry_on(
  id: Id,
  state: MeetingState,
  ways: Ways,
  more: { reason?: string; starts?: string; by?: Side } = {},
): Promise<Id | null> {
  await flush_all();
  try {
    const { id: now_at, deed } = await call("one_on_one.set_state", { id, state, ...more });
    ways.did(words.advanced[state], deed);
    return now_at;
  } catch (thrown) {
    toasts.trouble(as_fault(thrown).whole);
    return null;
  }
}

/** A text of a meeting that saves itself through the door named by its place. */
export function saving_text(place: { section: Id } | { meeting: Id }): Autosave {
  return new Autosave({
    place: "section" in place ? { kind: "section", id: place.section } : { kind: "margin", ...place },
    save: (text) =>
      "section" in place
        ? call("one_on_one.write", { section: place.section, text })
        : call("one_on_one.write_margin", { meeting: place.meeting, text }),
    reason: (thrown) => as_fault(thrown).whole,
  });
}

/** Moves the caret to the next or previous text of the document. */
export function step_section(step: 1 | -1): void {
  const texts = [...document.querySelectorAll<HTMLElement>('[data-testid^="section-"]')];
  if (texts.length === 0) return;
  const at = texts.findIndex((text) => text.contains(document.activeElement));
  const to = at < 0 ? (step > 0 ? 0 : texts.length - 1) : (at + step + texts.length) % texts.length;
  texts[to]?.focus();
}

/** Does something with the section that the caret is in, else with the first one. */
export function do_in_section(what: "talked" | "beside"): void {
  const here = document.activeElement?.closest("section:has([data-do])");
  (here ?? document).querySelector<HTMLElement>(`[data-do="${what}"]`)?.click();
}

/** About how many letters of a document fit into the view of a large window. */
const LETTERS_IN_VIEW = 1_400;
/** What the heading of a section takes of it. */
const LETTERS_OF_HEADING = 120;

/** The sections that are seen first; the rest may come a moment later. */
export function sections_in_view(sections: Section[]): number {
  let letters = 0;
  const first_below = sections.findIndex((section) => {
    letters += LETTERS_OF_HEADING + section.text.length;
    return letters > LETTERS_IN_VIEW;
  });
  return first_below < 0 ? sections.length : first_below + 1;
}
