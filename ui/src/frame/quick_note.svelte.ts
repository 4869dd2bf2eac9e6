// A note in one line, and more of it when it is asked for. The draft outlives the sheet: closing it forgets nothing.
import type { Id, PersonLine, Polarity } from "../door/calls";
import { as_fault, call, type Args, type Fault } from "../door/door";
import { today } from "../kit/clock";
import { field_of, said_by, type NoteForm } from "../rooms/parts/note_form";
import { is_blank, source_form, source_given } from "../rooms/parts/source_form";
import { words as parts } from "../rooms/parts/words";
import { words } from "./words";

const blank = (): NoteForm => ({
  ...{ kind: "other", on: today() },
  ...{ example: "", consequence: "", metric: "", tags: "", goals: [] },
});

export class QuickNoteDraft {
  polarity = $state<Polarity>("praise");
  text = $state("");
  /** What else a note says; the day of today is nothing that was written. */
  form = $state<NoteForm>(blank());
  source = $state(source_form(null));
  who_error = $state<string | null>(null);
  text_error = $state<string | null>(null);
  /** What the vault refused, when it is about one of the other fields. */
  fault = $state.raw<Fault | null>(null);
  busy = $state(false);
  #person = $state.raw<PersonLine | null>(null);
  #begun_on = today();

  get person(): PersonLine | null {
    return this.#person;
  }
  set person(person: PersonLine | null) {
    // Goals are somebody's: another person has others.
    if (person?.id !== this.#person?.id) this.form.goals = [];
    this.#person = person;
  }

  /** Whether more than the line was written. */
  has_more(): boolean {
    const { kind, on, example, consequence, metric, tags, goals } = this.form;
    const said = [example, consequence, metric, tags].some((text) => text.trim() !== "");
    const other_day = on !== "" && on !== this.#begun_on;
    return said || other_day || kind !== "other" || goals.length > 0 || !is_blank(this.source);
  }
  is_empty(): boolean {
    return this.text.trim() === "" && !this.has_more();
  }
  /** Shown again: nothing is wrong yet, and a day that nobody chose is today's. */
  look(): void {
    this.who_error = this.text_error = this.fault = null;
    if (this.form.on !== "" && this.form.on !== this.#begun_on) return;
    this.#begun_on = today();
    this.form.on = this.#begun_on;
  }

  /** Keeps the note. The deed and the name, or null when something is missing or went wrong. */
  async keep(): Promise<{ deed: number; name: string } | null> {
    const person = this.person;
    const text = this.text.trim();
    this.who_error = person ? null : words.note_who_missing;
    this.text_error = text ? null : words.note_text_missing;
    if (!person || !text || this.busy) return null;
    this.busy = true;
    this.fault = null;
    try {
      const { deed } = await call("folder.keep_note", this.#note(person.id, text));
      this.#clear();
      return { deed, name: person.name };
    } catch (thrown) {
      const fault = as_fault(thrown);
      if (field_of(fault)) this.fault = fault;
      else this.text_error = fault.whole;
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Everything that was written, each text with its label: a lock hands it over. */
  texts(): { label: string; text: string }[] {
    const { example, consequence, metric, tags } = this.form;
    const more = [
      { label: parts.example, text: example },
      { label: parts.consequence, text: consequence },
      { label: parts.metric, text: metric },
      { label: parts.tags, text: tags },
      { label: parts.source_who, text: this.source.who },
      { label: parts.source_words, text: this.source.text },
    ];
    return [{ label: words.note_sheet, text: this.text }, ...more].filter(({ text }) => text.trim() !== "");
  }

  #note(person: Id, text: string): Args<"folder.keep_note"> {
    const line = { person, polarity: this.polarity, text };
    if (!this.has_more()) return line;
    const source = is_blank(this.source) ? {} : { source: source_given(this.source) };
    return { ...line, ...said_by(this.form), ...source };
  }
  #clear(): void {
    this.person = null;
    this.polarity = "praise";
    this.text = "";
    this.form = blank();
    this.source = source_form(null);
    this.#begun_on = this.form.on;
  }
}
