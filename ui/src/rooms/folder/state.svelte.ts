// A long folder, read page by page: newest first, the next page when the end comes near.
import type { Day, Id, NoteLine, Polarity } from "../../door/calls";
import { as_fault, type Fault } from "../../door/door";
import { recall_or_ask } from "../../door/kept";
import { add_days } from "../../kit/days";

export const PAGE = 200;

export interface Choice {
  person: Id | "";
  polarity: Polarity | "";
  /** Start at this day instead of the newest. */
  up_to: Day | null;
}

export class FolderPages {
  notes = $state.raw<NoteLine[]>([]);
  loaded = $state(false);
  ended = $state(false);
  fault = $state.raw<Fault | null>(null);
  #choice: Choice;
  #turn = 0;
  #busy = false;

  constructor(choice: Choice) {
    this.#choice = choice;
  }

  /** Another choice: start over. */
  choose(choice: Choice): Promise<void> {
    this.#choice = choice;
    this.notes = [];
    this.loaded = false;
    this.ended = false;
    return this.refresh();
  }

  /** The same choice, read again as far as it was read. */
  async refresh(): Promise<void> {
    const wanted = this.notes.length;
    await this.#read(async () => {
      let notes = await this.#page(null);
      while (notes.length < wanted) {
        const next = await this.#page(notes.at(-1)!);
        if (next.length === 0) break;
        notes = [...notes, ...next];
      }
      return notes;
    });
  }

  more = async (): Promise<void> => {
    const last = this.notes.at(-1);
    if (this.ended || this.#busy || !last) return;
    await this.#read(async () => {
      const next = await this.#page(last);
      this.ended = next.length === 0;
      return [...this.notes, ...next];
    });
  };

  async #read(read: () => Promise<NoteLine[]>): Promise<void> {
    const turn = ++this.#turn;
    this.#busy = true;
    try {
      const notes = await read();
      if (turn !== this.#turn) return;
      this.notes = notes;
      this.loaded = true;
      this.fault = null;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = as_fault(thrown);
    } finally {
      if (turn === this.#turn) this.#busy = false;
    }
  }

  /** The page after a note. A page holds whole days, so the next one starts with the day before. */
  async #page(after: NoteLine | null): Promise<NoteLine[]> {
    const { person, polarity, up_to } = this.#choice;
    const before = after?.on ?? (up_to ? add_days(up_to, 1) : undefined);
    return recall_or_ask("folder.list", {
      limit: PAGE,
      ...(person ? { person } : {}),
      ...(polarity ? { polarity } : {}),
      ...(before ? { before } : {}),
    });
  }
}
