// An answer that stays true: asked again whenever the vault changes, the latest question wins.
import { on } from "./events";
import { as_fault, type Fault } from "./door";

/** A wait shorter than this shows nothing at all. */
const SLOW_AFTER_MS = 200;

export class Live<T> {
  value = $state.raw<T | null>(null);
  fault = $state.raw<Fault | null>(null);
  slow = $state(false);
  #ask: () => Promise<T>;
  #turn = 0;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  refresh = async (): Promise<void> => {
    const turn = ++this.#turn;
    const waiting = setTimeout(() => (this.slow = turn === this.#turn && this.value === null), SLOW_AFTER_MS);
    try {
      const value = await this.#ask();
      if (turn !== this.#turn) return;
      this.value = value;
      this.fault = null;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = as_fault(thrown);
    } finally {
      clearTimeout(waiting);
      if (turn === this.#turn) this.slow = false;
    }
  };

  /** Another subject: what was shown belongs to the old one. */
  forget(): void {
    this.#turn++;
    this.value = null;
    this.fault = null;
  }
}

/**
 * For a component's first lines. What `ask` reads is tracked: when it changes the question is asked
 * again, and so it is after every write anywhere.
 */
export function live<T>(ask: () => Promise<T>): Live<T> {
  const answer = new Live(ask);
  $effect(() => {
    void answer.refresh();
  });
  $effect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = on("changed", () => {
      clearTimeout(soon);
      soon = setTimeout(() => void answer.refresh(), 30);
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  });
  return answer;
}
