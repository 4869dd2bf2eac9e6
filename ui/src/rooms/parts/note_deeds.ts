// What can be done to a note of the fuzzy folder, each with its words and its way back.
import type { Id, NoteKind, NoteLine, Polarity } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { today } from "../../kit/clock";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";
import { words } from "./words";

export interface NoteEdit {
  text?: string;
  polarity?: Polarity;
  kind?: NoteKind;
  on?: string;
}

export class NoteDeeds {
  #did: Ways["did"];

  constructor(ways: Ways) {
    this.#did = ways.did;
  }

  edit = (note: NoteLine, edit: NoteEdit): Promise<boolean> => this.#change(note.id, edit, words.saved_note);
  raise = (note: NoteLine): Promise<boolean> =>
    note.raised_on
      ? this.#change(note.id, { raised_on: null }, words.unraised_note)
      : this.#change(note.id, { raised_on: today() }, words.raised_note);
  set_aside = (note: NoteLine): Promise<boolean> =>
    this.#change(
      note.id,
      { dismissed: !note.dismissed },
      note.dismissed ? words.taken_up_note : words.aside_note,
    );
  remove = async (note: NoteLine): Promise<boolean> => {
    try {
      const { deed } = await call("folder.remove_note", { id: note.id });
      this.#did(words.removed_note, deed);
      return true;
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
      return false;
    }
  };

  async #change(
    id: Id,
    change: NoteEdit & { raised_on?: string | null; dismissed?: boolean },
    said: string,
  ): Promise<boolean> {
    try {
      const { deed } = await call("folder.edit_note", { id, ...change });
      if (deed !== null) this.#did(said, deed);
      return true;
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
      return false;
    }
  }
}
