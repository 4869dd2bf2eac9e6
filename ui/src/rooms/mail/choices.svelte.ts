// What is to become of each message: ticked by itself where it is certain whom it is about, or as its owner said.
import { SvelteMap } from "svelte/reactivity";
import type { Day, Id, MailChoice, MailLine, NoteKind, Polarity } from "../../door/calls";

export interface Choice {
  ticked: boolean;
  person: Id | null;
  polarity: Polarity;
  kind: NoteKind | null;
  /** Null stands for the sender's own words. */
  text: string | null;
  /** Null stands for the day it was sent. */
  on: Day | null;
  files: boolean;
}

interface Said {
  line: MailLine;
  choice: Choice;
}

/** From this message on the certain ones are ticked; so many were there before it. */
interface Start {
  at: number;
  before: number;
}

export class Choices {
  /** Whose folder everything was dropped on, if it was. Then that says whom a message is about, unless it is certain. */
  about = $state<Id | null>(null);
  #said = new SvelteMap<number, Said>();
  #start = $state.raw<Start>({ at: 0, before: 0 });
  #floor: Start = { at: 0, before: 0 };
  /** As it was before something was kept. */
  #before: { said: [number, Said][]; start: Start; floor: Start } = {
    said: [],
    start: { at: 0, before: 0 },
    floor: { at: 0, before: 0 },
  };

  of(line: MailLine): Choice {
    return this.#said.get(line.message)?.choice ?? this.#by_itself(line);
  }
  change(line: MailLine, change: Partial<Choice>): void {
    this.#said.set(line.message, { line, choice: { ...this.of(line), ...change } });
  }
  was_said(message: number): boolean {
    return this.#said.has(message);
  }

  /** Whether a message is ticked without being told. */
  ticks(line: MailLine): boolean {
    const known = line.sure === "certain" || this.about !== null;
    return line.news === "new" && line.message >= this.#start.at && known;
  }
  #by_itself(line: MailLine): Choice {
    const person = line.sure === "certain" ? line.person : (this.about ?? line.person);
    const rest = { kind: null, text: null, on: null, files: true };
    return { ticked: this.ticks(line), person, polarity: "praise", ...rest };
  }

  /** How many are ticked, of `known` that would be by themselves. */
  count(known: number): number {
    let count = known - this.#start.before;
    for (const { line, choice } of this.#said.values())
      count += Number(choice.ticked) - Number(this.ticks(line));
    return count;
  }
  /** Whether those can be ticked again of which it is certain. */
  get can_tick_again(): boolean {
    return this.#start.at !== this.#floor.at;
  }

  /** Nothing is ticked any more; what was said besides stays. */
  tick_none(found: number, known: number): void {
    this.#start = { at: found, before: known };
    for (const [message, { line, choice }] of this.#said)
      this.#said.set(message, { line, choice: { ...choice, ticked: false } });
  }
  /** Those are ticked again of which it is certain. */
  tick_again(): void {
    this.#start = this.#floor;
    for (const [message, { line, choice }] of this.#said)
      this.#said.set(message, { line, choice: { ...choice, ticked: this.ticks(line) || choice.ticked } });
  }
  /** What was ticked is kept: what comes later starts anew. */
  settle(found: number, known: number): void {
    this.#remember();
    for (const [message, { choice }] of this.#said) if (choice.ticked) this.#said.delete(message);
    this.#start = this.#floor = { at: found, before: known };
  }
  /** One message alone was kept. */
  settle_one(line: MailLine): void {
    this.#remember();
    this.change(line, { ticked: false });
  }
  /** What was kept last was taken back: everything is as it was said before. */
  unsettle(): void {
    this.#said.clear();
    for (const [message, one] of this.#before.said) this.#said.set(message, one);
    this.#start = this.#before.start;
    this.#floor = this.#before.floor;
  }
  #remember(): void {
    this.#before = { said: [...this.#said], start: this.#start, floor: this.#floor };
  }
  clear(): void {
    this.about = null;
    this.#said.clear();
    this.#start = this.#floor = { at: 0, before: 0 };
  }

  /** Those that were ticked by hand or changed. */
  ticked(): Said[] {
    return [...this.#said.values()].filter(({ choice }) => choice.ticked);
  }
}

/** As it crosses the door; null while nobody said whose folder. */
export function as_sent(line: MailLine, choice: Choice): MailChoice | null {
  if (choice.person === null) return null;
  return {
    message: line.message,
    person: choice.person,
    polarity: choice.polarity,
    ...(choice.kind === null ? {} : { kind: choice.kind }),
    ...(choice.text === null ? {} : { text: choice.text }),
    ...(choice.on === null ? {} : { on: choice.on }),
    ...(choice.files ? {} : { files: false }),
  };
}
