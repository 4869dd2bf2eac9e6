// An answer that stays true: asked again whenever the vault changes, the latest question wins.
import { untrack } from "svelte";
import { as_fault, type Args, type Fault, type Name, type Reply } from "./door";
import { on } from "./events";
import { ask, recall } from "./kept";

/** A wait shorter than this shows nothing at all. */
const SLOW_AFTER_MS = 200;
/** Several deeds in a row are one change. */
const SOON_MS = 30;

/** What a page needs to show an answer, or that it is on its way, or why it does not come. */
export interface Shownable<T> {
  readonly value: T | null;
  readonly fault: Fault | null;
  readonly slow: boolean;
  refresh: () => Promise<void>;
}

export class Live<T> implements Shownable<T> {
  value = $state.raw<T | null>(null);
  fault = $state.raw<Fault | null>(null);
  slow = $state(false);
  #ask: () => Promise<T> | null;
  #turn = 0;
  #newest = Promise.resolve();

  constructor(ask: () => Promise<T> | null) {
    this.#ask = ask;
  }

  /** Done once an answer is known that is no older than this question, though a later one may have brought it. */
  refresh = (): Promise<void> => {
    this.#newest = this.#bring(++this.#turn);
    return this.#newest;
  };
  async #bring(turn: number): Promise<void> {
    const waiting = setTimeout(() => (this.slow = turn === this.#turn && this.value === null), SLOW_AFTER_MS);
    try {
      const value = await this.#ask();
      if (turn === this.#turn) {
        this.value = value;
        this.fault = null;
      }
    } catch (thrown) {
      if (turn === this.#turn) this.fault = as_fault(thrown);
    } finally {
      clearTimeout(waiting);
      if (turn === this.#turn) this.slow = false;
    }
    if (turn !== this.#turn) await this.#newest;
  }

  /** What is known already; a question on its way comes too late. */
  know(value: T): void {
    this.#turn++;
    this.#newest = Promise.resolve();
    this.value = value;
    this.fault = null;
    this.slow = false;
  }
}

/**
 * For a component's first lines. What `args` reads is tracked: when it changes the question is asked again, and so it is
 * after every write anywhere. Without arguments nothing is asked, and nothing is known. What was answered before and is
 * still true is there at once.
 */
export function live<N extends Name>(name: N, args: () => Args<N> | null): Live<Reply<N>> {
  const answer = new Live<Reply<N>>(() => {
    const given = args();
    return given === null ? null : ask(name, given);
  });
  const remember = (): boolean => {
    const given = args();
    const known = given === null ? null : recall(name, given);
    if (known !== null) untrack(() => answer.know(known));
    return known !== null;
  };
  // Before the first look at the page, not after it.
  untrack(remember);
  $effect(() => {
    if (!remember()) void answer.refresh();
  });
  $effect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = on("changed", () => {
      clearTimeout(soon);
      soon = setTimeout(() => void answer.refresh(), SOON_MS);
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  });
  return answer;
}

/** One answer made of several: known once all are, so that a page is drawn once and not in pieces. */
export function together<T>(first: Live<T>, ...others: Live<unknown>[]): Shownable<T> {
  const all = [first, ...others];
  return {
    get value() {
      return others.every((one) => one.value !== null || one.fault !== null) ? first.value : null;
    },
    get fault() {
      return all.find((one) => one.fault !== null)?.fault ?? null;
    },
    get slow() {
      return all.some((one) => one.slow);
    },
    refresh: async () => {
      await Promise.all(all.map((one) => one.refresh()));
    },
  };
}
