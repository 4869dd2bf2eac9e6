// How long somebody writes: from key to key. A pause is no writing.

/** A longer gap between two keys is a pause. */
const PAUSE_MS = 60_000;

export class Effort {
  #last: number | null = null;
  #spent = 0;

  /** A key was pressed, at so many milliseconds of any steady clock. */
  key(at: number): void {
    const gap = this.#last === null ? 0 : at - this.#last;
    if (gap > 0 && gap <= PAUSE_MS) this.#spent += gap;
    this.#last = at;
  }
  /** Whole seconds since they were last taken; what is left over counts next time. */
  take(): number {
    const seconds = Math.floor(this.#spent / 1000);
    this.#spent -= seconds * 1000;
    return seconds;
  }
  /** They could not be kept. */
  give_back(seconds: number): void {
    this.#spent += seconds * 1000;
  }
}
