// Text that saves itself: 800 ms after the last key, when the field is left, and before locking.
// It is kept until a save was confirmed, however often that fails.
import { hold_text } from "./unsaved";
import { moment } from "./say";
import { now } from "./clock";
import { words } from "./words";

const QUIET_MS = 800;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

export type SaveState = "idle" | "waiting" | "saving" | "saved" | "failed";

export interface AutosaveOptions {
  /** Where the text belongs, for whoever keeps it when no save does. */
  place: object;
  save: (text: string) => Promise<{ at: string }>;
  /** Why it failed, as one sentence. */
  reason: (thrown: unknown) => string;
}

export class Autosave {
  state = $state<SaveState>("idle");
  at = $state<string | null>(null);
  why = $state("");
  #save: AutosaveOptions["save"];
  #reason: AutosaveOptions["reason"];
  #pending: string | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #release: () => void;

  constructor({ place, save, reason }: AutosaveOptions) {
    this.#save = save;
    this.#reason = reason;
    this.#release = hold_text({
      flush: () => this.flush(),
      held: () => (this.#pending === null ? [] : [{ place, text: this.#pending }]),
    });
  }

  /** Whether text is held that no save has confirmed. */
  get dirty(): boolean {
    return this.state === "waiting" || this.state === "saving" || this.state === "failed";
  }

  /** The state as a person reads it. */
  get sentence(): string {
    if (this.state === "saving") return words.saving;
    if (this.state === "waiting") return words.unsaved;
    if (this.state === "failed") return words.not_saved(this.why);
    if (this.state === "saved" && this.at) return words.saved_at(moment(this.at, now()));
    return "";
  }

  typed(text: string): void {
    this.#pending = text;
    if (this.state !== "failed") this.state = "waiting";
    this.#later(QUIET_MS);
  }

  /** Save now what is held. True when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#pending !== null || this.#running !== null) {
      const failures = this.#failures;
      await (this.#running ?? this.#write());
      if (this.#failures > failures) return false;
    }
    return true;
  }

  retry = (): void => void this.flush();

  /** The component goes: what is held is still saved, then nothing listens any more. */
  async end(): Promise<void> {
    const safe = await this.flush();
    if (safe) this.#release();
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #write(): Promise<void> {
    const text = this.#pending;
    if (text === null) return Promise.resolve();
    this.state = "saving";
    this.#running = this.#save(text)
      .then((saved) => {
        // Keys typed meanwhile are newer than what was saved.
        if (this.#pending === text) this.#pending = null;
        this.at = saved.at;
        this.#failures = 0;
        this.state = this.#pending === null ? "saved" : "waiting";
      })
      .catch((thrown: unknown) => {
        this.why = this.#reason(thrown);
        this.state = "failed";
        this.#later(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]!);
        this.#failures++;
      })
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }
}
