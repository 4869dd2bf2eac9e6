// How long somebody has really been at a page: the time between two signs of life, while they are close enough.

/** Whoever does nothing for this long has gone for coffee. */
const AWAY_AFTER_MS = 60_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

export class PrepTime {
  #last = Date.now();
  #spent = 0;

  /** Watches from now on; the answer ends it. */
  watch(): () => void {
    this.#last = Date.now();
    for (const sign of SIGNS) window.addEventListener(sign, this.#alive, { passive: true });
    return () => SIGNS.forEach((sign) => window.removeEventListener(sign, this.#alive));
  }
  #alive = (): void => {
    const at = Date.now();
    this.#spent += Math.min(at - this.#last, AWAY_AFTER_MS);
    this.#last = at;
  };
  /** The whole seconds since the last time this was asked. */
  take(): number {
    this.#alive();
    const seconds = Math.floor(this.#spent / 1000);
    this.#spent -= seconds * 1000;
    return seconds;
  }
}
