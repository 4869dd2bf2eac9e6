// What can be done to a note of the fuzzy folder, each with its words and its way back.
import type { NoteLine } from "../../door/calls";
import { as_fault, call, type Args, type Fault } from "../../door/door";
import { today } from "../../kit/clock";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";
import { words } from "./words";

type Change = Omit<Args<"folder.edit_note">, "id">;
export type NoteEdit = Omit<Change, "raised_on" | "raised_in" | "dismissed" | "dismissed_because">;

export class NoteDeeds {
  #did: Ways["did"];

  constructor(ways: Ways) {
    this.#did = ways.did;
  }

  /** For a sheet, which stays open and says what stood in the way; null when it was done. */
  edit = (note: NoteLine, edit: NoteEdit): Promise<Fault | null> =>
    this.#change(note, edit, words.saved_note);
  set_aside = (note: NoteLine, because: string): Promise<Fault | null> =>
    this.#change(note, { dismissed: true, dismissed_because: because }, words.aside_note);

  take_up = (note: NoteLine): Promise<boolean> =>
    this.#tell(this.#change(note, { dismissed: false }, words.taken_up_note));
  raise = (note: NoteLine): Promise<boolean> =>
    this.#tell(
      note.raised_on
        ? this.#change(note, { raised_on: null }, words.unraised_note)
        : this.#change(note, { raised_on: today() }, words.raised_note),
    );
  /** True when it is gone, false when it is not, "used" when a review rests on it and that was not said. */
  remove = async (note: NoteLine, though_used = false): Promise<boolean | "used"> => {
    const args = { id: note.id, ...(though_used ? { though_used } : {}) };
    const fault = await this.#try(() => call("folder.remove_note", args), words.removed_note);
    if (fault?.rule === "note.in_use") return "used";
    return this.#tell(Promise.resolve(fault));
  };

  #change(note: NoteLine, change: Change, said: string): Promise<Fault | null> {
    return this.#try(() => call("folder.edit_note", { id: note.id, ...change }), said);
  }
  async #try(deed_of: () => Promise<{ deed: number | null }>, said: string): Promise<Fault | null> {
    try {
      const { deed } = await deed_of();
      if (deed !== null) this.#did(said, deed);
      return null;
    } catch (thrown) {
      return as_fault(thrown);
    }
  }
  async #tell(work: Promise<Fault | null>): Promise<boolean> {
    const fault = await work;
    if (fault) toasts.trouble(fault.whole);
    return fault === null;
  }
}
