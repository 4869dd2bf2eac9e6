// A note in one line. The draft outlives the sheet: closing it forgets nothing.
import type { PersonLine, Polarity } from "../door/calls";
import { as_fault, call } from "../door/door";
import { words } from "./words";

export class QuickNoteDraft {
  person = $state.raw<PersonLine | null>(null);
  polarity = $state<Polarity>("praise");
  text = $state("");
  who_error = $state<string | null>(null);
  text_error = $state<string | null>(null);
  busy = $state(false);

  /** Keeps the note. The deed and the name, or null when something is missing or went wrong. */
  async keep(): Promise<{ deed: number; name: string } | null> {
    const person = this.person;
    const text = this.text.trim();
    this.who_error = person ? null : words.note_who_missing;
    this.text_error = text ? null : words.note_text_missing;
    if (!person || !text || this.busy) return null;
    this.busy = true;
    try {
      const { deed } = await call("folder.keep_note", { person: person.id, polarity: this.polarity, text });
      this.#clear();
      return { deed, name: person.name };
    } catch (thrown) {
      this.text_error = as_fault(thrown).whole;
      return null;
    } finally {
      this.busy = false;
    }
  }

  #clear(): void {
    this.person = null;
    this.polarity = "praise";
    this.text = "";
  }
}
