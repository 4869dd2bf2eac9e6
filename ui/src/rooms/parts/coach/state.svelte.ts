// What the coach asks about one text: it waits until the keys are quiet, only the latest answer counts, and between two
// answers the places move with the text.
import type { Card, CoachHint, Id, RecordKind } from "../../../door/calls";
import { as_fault, call, read, type Args, type Fault } from "../../../door/door";
import { moved } from "./spans";

/** After the last key. */
const QUIET_MS = 250;

export type Question = Args<"coach.check">;

/** The record a text stands in, where it is kept already. */
export interface Kept {
  record: Id;
  kind: RecordKind;
}
/** Set aside for as long as this page or sheet is open. */
export interface HereAside {
  rule: string;
  mark: string;
  because: string;
}

let asked_cards: Promise<Card[]> | null = null;
/** What the coach asks about and why: the same until the program changes, so it is asked once. */
export function cards(): Promise<Card[]> {
  asked_cards ??= read("coach.rules", {}).catch((thrown) => {
    asked_cards = null;
    throw thrown;
  });
  return asked_cards;
}

export class Coaching {
  hints = $state.raw<CoachHint[]>([]);
  /** The place that is looked at, as a number of the list. */
  at = $state(0);
  /** How many of the places in this text were set aside in the vault. */
  kept_aside = $state(0);
  here_aside = $state.raw<HereAside[]>([]);
  fault = $state.raw<Fault | null>(null);
  /** Whether there ever was something to say: then its line stays, and nothing below it jumps. */
  has_spoken = $state(false);
  cards = $state.raw<Record<string, Card>>({});
  #all: CoachHint[] = [];
  #question: Question | null = null;
  /** The text that the places are places of. */
  #text = "";
  #asked = "";
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #on_its_way: Promise<void> | null = null;

  get aside(): number {
    return this.kept_aside + this.here_aside.length;
  }

  /** The text and what is known about it, as they stand. A text that is there from the start is read at once. */
  look(question: Question): void {
    const first = this.#question === null;
    this.#question = question;
    this.#show(moved(this.#all, this.#text, question.text));
    this.#text = question.text;
    clearTimeout(this.#timer);
    if (this.#is_read()) return;
    if (first) void this.now();
    else this.#timer = setTimeout(() => void this.now(), QUIET_MS);
  }
  /** Reads the text without waiting for the keys. Nothing happens where that was done already. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#is_read()) return this.#on_its_way ?? Promise.resolve();
    return this.again();
  }
  /** Reads the same text once more: something was set aside, or taken up. */
  again(): Promise<void> {
    if (!this.#question) return Promise.resolve();
    this.#on_its_way = this.#read(this.#question, ++this.#turn);
    return this.#on_its_way;
  }
  end(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  /** Remembered with the record where there is one; for as long as this is open where there is none. */
  async set_aside({ rule, mark }: CoachHint, because: string, kept: Kept | null): Promise<number | null> {
    if (!kept) {
      this.here_aside = [...this.here_aside, { rule, mark, because }];
      this.#show(this.#all);
      return null;
    }
    const { deed } = await call("coach.dismiss", { ...kept, rule, mark, because });
    await this.again();
    return deed;
  }
  take_up_here(aside: HereAside): void {
    this.here_aside = this.here_aside.filter((one) => one !== aside);
    this.#show(this.#all);
  }

  #is_read(): boolean {
    if (!this.#question) return true;
    // There is nothing to ask about no words.
    if (this.#question.text.trim() === "" && this.#asked === "") return true;
    return JSON.stringify(this.#question) === this.#asked;
  }
  async #read(question: Question, turn: number): Promise<void> {
    this.#asked = JSON.stringify(question);
    try {
      const { findings, set_aside } = await read("coach.check", question);
      if (turn !== this.#turn) return;
      if (findings.length > 0) void this.#know_cards();
      this.fault = null;
      this.kept_aside = set_aside;
      this.#show(moved(findings, question.text, this.#text));
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked = "";
      this.fault = as_fault(thrown);
      this.#show([]);
    }
    this.has_spoken ||= this.hints.length > 0 || this.aside > 0 || this.fault !== null;
  }
  async #know_cards(): Promise<void> {
    const known = await cards().catch(() => []);
    this.cards = Object.fromEntries(known.map((card) => [card.id, card]));
  }
  /** The one that is looked at stays the one that is looked at. */
  #show(all: CoachHint[]): void {
    this.#all = all;
    const is_aside = (hint: CoachHint) =>
      this.here_aside.some(({ rule, mark }) => rule === hint.rule && mark === hint.mark);
    const hints = all.filter((hint) => !is_aside(hint));
    const now = this.hints[this.at];
    const same = now ? hints.filter(({ rule, mark }) => rule === now.rule && mark === now.mark) : [];
    const far = ({ at }: CoachHint) => Math.abs(at.from - now!.at.from);
    const nearest = same.sort((a, b) => far(a) - far(b))[0];
    this.hints = hints;
    this.at = nearest ? hints.indexOf(nearest) : Math.max(0, Math.min(this.at, hints.length - 1));
  }
}
