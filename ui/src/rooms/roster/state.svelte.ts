// A roster on its way in: chosen, looked at, its columns named, and only then kept.
import type { Relation, RosterPreview } from "../../door/calls";
import type { Brought } from "../../door/names";
import { as_fault, call, type Fault } from "../../door/door";

export class RosterWizard {
  preview = $state.raw<RosterPreview | null>(null);
  busy = $state(false);
  fault = $state.raw<Fault | null>(null);
  #turn = 0;

  get to_bring(): number {
    return this.preview ? this.preview.added + this.preview.changed : 0;
  }

  choose = (): Promise<void> => this.#look(() => call("roster.preview", {}));

  /** Another column for a field; an empty one takes nothing. */
  map = async (field: string, column: string): Promise<void> => {
    const preview = this.preview;
    if (!preview) return;
    const mapping = { ...preview.mapping, [field]: column };
    if (column === "") delete mapping[field];
    await this.#look(() => call("roster.remap", { import: preview.import, mapping }));
  };

  /** What people are of whom nothing in the file says so. */
  place = async (otherwise: Relation): Promise<void> => {
    const preview = this.preview;
    if (!preview) return;
    const { import: id, mapping } = preview;
    await this.#look(() => call("roster.remap", { import: id, mapping, otherwise }));
  };

  apply = async (): Promise<Brought | null> => {
    if (!this.preview || this.busy) return null;
    this.busy = true;
    this.fault = null;
    try {
      return await call("roster.apply", { import: this.preview.import });
    } catch (thrown) {
      this.#say(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  };

  async #look(ask: () => Promise<RosterPreview>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    this.fault = null;
    try {
      const preview = await ask();
      if (turn === this.#turn) this.preview = preview;
    } catch (thrown) {
      if (turn === this.#turn) this.#say(thrown);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  #say(thrown: unknown): void {
    const fault = as_fault(thrown);
    if (!fault.silent) this.fault = fault;
  }
}
