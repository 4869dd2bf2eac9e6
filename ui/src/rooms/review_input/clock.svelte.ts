// Five minutes for a talk. It only says what is left: nothing stops when they are over.

const WHOLE_MS = 5 * 60_000;
const EVERY_MS = 500;

export class Clock {
  /** Whole seconds that are left. */
  left = $state(WHOLE_MS / 1000);
  running = $state(false);
  #ends = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  get over(): boolean {
    return this.left <= 0;
  }
  /** "4:05" */
  get text(): string {
    const minutes = Math.floor(this.left / 60);
    return `${minutes}:${String(this.left % 60).padStart(2, "0")}`;
  }
  /** Started anew once it is over. */
  toggle = (): void => {
    if (this.running) return this.stop();
    if (this.over) this.left = WHOLE_MS / 1000;
    this.#ends = performance.now() + this.left * 1000;
    this.running = true;
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
  };
  stop = (): void => {
    clearInterval(this.#timer);
    this.running = false;
  };
  #look(): void {
    this.left = Math.max(0, Math.ceil((this.#ends - performance.now()) / 1000));
    if (this.over) this.stop();
  }
}
