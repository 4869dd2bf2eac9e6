// Searching while typing: a short quiet moment before asking, and only the latest answer counts.
import type { Find, Hit, Id, NoteKind, Polarity, RecordKind } from "../../door/calls";
import type { Found } from "../../door/names";
import { as_fault, call, type Fault } from "../../door/door";
import type { Place } from "../ways";

const QUIET_MS = 60;
export const MOST = 50;

export type KindChoice = "all" | "note" | "one_on_one" | "goal" | "review" | "person";

export const KINDS: Record<Exclude<KindChoice, "all">, RecordKind[]> = {
  note: ["note"],
  one_on_one: ["one_on_one", "section", "margin", "action"],
  goal: ["goal"],
  review: ["review", "review_point"],
  person: ["person", "attachment"],
};

/** Finds whose text is for the owner alone. */
const PRIVATE: readonly RecordKind[] = [
  ...(["margin", "note", "review", "person", "attachment"] as const),
  ...(["review_point", "self_review", "peer_input", "review_version"] as const),
  ...(["talk", "conversation", "follow_up", "check_in", "hr_consult"] as const),
  ...(["plan", "plan_entry", "plan_text", "work_import"] as const),
];
export const is_private = (hit: Hit): boolean => PRIVATE.includes(hit.kind);

/** Whether a note was talked about. */
export type RaisedChoice = "" | "raised" | "unraised";

export interface SearchChoice {
  query: string;
  person: string;
  kind: KindChoice;
  from: string;
  to: string;
  /** Of notes alone: they are asked for while notes are looked for, and stay chosen meanwhile. */
  about: NoteKind | "";
  polarity: Polarity | "";
  raised: RaisedChoice;
  sourced: boolean;
  goal: Id | "";
}

/** Everything, of everybody, of any day. */
export const ANYTHING: SearchChoice = {
  ...{ query: "", person: "", kind: "all", from: "", to: "" },
  ...{ about: "", polarity: "", raised: "", sourced: false, goal: "" },
};

/** Whether anything is asked: a word, or a choice alone. */
export const asks = (choice: SearchChoice): boolean =>
  Object.values(asked_by(choice)).some((one) => one !== "");

export class Searching {
  found = $state.raw<Found | null>(null);
  /** The words the shown answer is for. */
  asked = $state("");
  fault = $state.raw<Fault | null>(null);
  /** What is shown is not yet the answer to what was typed. */
  waiting = $state(false);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks once the keys have been quiet for a moment. */
  ask(choice: SearchChoice): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    if (!asks(choice)) {
      this.found = null;
      this.fault = null;
      this.waiting = false;
      return;
    }
    this.waiting = true;
    this.#timer = setTimeout(() => void this.#find(turn, choice), QUIET_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  async #find(turn: number, choice: SearchChoice): Promise<void> {
    try {
      const found = await call("search.find", { ...asked_by(choice), limit: MOST });
      if (turn !== this.#turn) return;
      this.found = found;
      this.asked = choice.query.trim();
      this.fault = null;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = as_fault(thrown);
    } finally {
      if (turn === this.#turn) this.waiting = false;
    }
  }
}

/** What the door is asked, however many answers are shown. */
export function asked_by(choice: SearchChoice): Find {
  return {
    query: choice.query.trim(),
    ...(choice.person ? { person: choice.person } : {}),
    ...(choice.kind === "all" ? {} : { kinds: KINDS[choice.kind] }),
    ...(choice.from ? { from: choice.from } : {}),
    ...(choice.to ? { to: choice.to } : {}),
    ...(choice.kind === "note" ? of_notes(choice) : {}),
  };
}
function of_notes(choice: SearchChoice): Partial<Find> {
  const { about, polarity, raised, sourced, goal } = choice;
  return {
    ...(about ? { about } : {}),
    ...(polarity ? { polarity } : {}),
    ...(raised ? { raised: raised === "raised" } : {}),
    ...(sourced ? { sourced } : {}),
    ...(goal ? { goal } : {}),
  };
}

/** Where a hit leads. */
export function place_of(hit: Hit): Place {
  const { room, id } = hit.open;
  if (room === "person") return { room, id, ...(hit.kind === "person" ? { tab: "about" as const } : {}) };
  if (room === "folder") {
    return { room, ...(hit.person ? { person: hit.person } : {}), ...(hit.on ? { on: hit.on } : {}) };
  }
  if (room === "goal") return { room: "goals", goal: id };
  return { room, id };
}
