// Something held down to be looked at. A short press is not a look: nothing may flash up by accident.
const LOOK_AFTER_MS = 250;

export class Hold<K> {
  /** What is being looked at. */
  at = $state.raw<K | null>(null);
  /** Whether the last press became a look. */
  looked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  press(at: K): void {
    this.looked = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.at = at;
      this.looked = true;
    }, LOOK_AFTER_MS);
  }
  let_go = (): void => {
    clearTimeout(this.#timer);
    this.at = null;
  };
}
