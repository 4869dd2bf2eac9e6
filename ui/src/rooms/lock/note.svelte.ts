// A note that is written while the vault is locked. It goes in and does not come out: nothing is known here of the people
// it may be about, and once it is kept nothing of it is left on the page.
import type { Polarity } from "../../door/calls";
import { call, type Args, type Fault } from "../../door/door";
import { Work } from "../../door/work.svelte";
import { toasts } from "../../kit/toasts.svelte";
import { words as parts } from "../parts/words";
import { words } from "./words";

/** What was begun and could not be kept as it stood. */
export interface Unkept {
  text: string;
  polarity: Polarity;
  fault: Fault | null;
}

export class LockedNote extends Work {
  /**
   * A note was asked for, by the desktop's key or here. The lock screen answers with its form, and going back from it
   * settles the wish, used or not: whoever goes back is done, and a sheet that opens minutes later would only startle.
   * It outlives the lock screen where that had no form to show, before there is a vault, while it is damaged or while
   * it is just being opened. Then the open house answers with its quick note.
   */
  wanted = $state(false);
  about = $state("");
  polarity = $state<Polarity>("praise");
  text = $state("");
  text_error = $state<string | null>(null);
  /** So many were kept: each begins on fields that never held another one. */
  times = $state(0);
  /** Said until the next one is begun. */
  just_kept = $state(false);

  get is_begun(): boolean {
    return this.text.trim() !== "" || this.about.trim() !== "";
  }

  want = (): void => {
    this.wanted = true;
  };
  /** Back to the passphrase. What was typed stays. */
  leave = (): void => {
    this.wanted = this.just_kept = false;
    this.text_error = this.fault = null;
  };

  /** True when it is kept, and gone from here. */
  async keep(): Promise<boolean> {
    if (this.busy) return false;
    this.just_kept = false;
    this.text_error = this.text.trim() === "" ? parts.note_empty : null;
    if (this.text_error) return false;
    await this.#send();
    this.just_kept = this.fault === null;
    return this.just_kept;
  }

  /**
   * The vault is open now, and what was begun must not go with the lock screen. It is kept with the others; what cannot
   * be is given to the quick note, whom it is about included. Asked only now, because a vault that nothing can be sealed
   * to yet can be sealed to from its opening on.
   */
  async settle(): Promise<Unkept | null> {
    if (!this.is_begun) return null;
    if (this.text.trim() !== "") await this.#send();
    if (!this.is_begun) {
      toasts.say(words.note_kept_at_unlock);
      return null;
    }
    const [about, text] = [this.about.trim(), this.text.trim()];
    const said = about && text ? words.note_about_text(about, text) : about || text;
    const unkept = { text: said, polarity: this.polarity, fault: this.fault };
    this.#clear();
    return unkept;
  }

  #send(): Promise<void> {
    return this.run(async () => {
      await call("capture.keep", this.#words());
      this.#clear();
    });
  }
  #words(): Args<"capture.keep"> {
    const about = this.about.trim();
    return { ...(about ? { about } : {}), polarity: this.polarity, text: this.text.trim() };
  }
  #clear(): void {
    this.about = this.text = "";
    this.polarity = "praise";
    this.times++;
  }
}
