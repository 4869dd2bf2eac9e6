// The 1:1s that were, newest first, read page by page: ten years of them are never asked for at once.
import type { Id, MeetingLine } from "../../door/calls";
import { as_fault, type Fault } from "../../door/door";
import { recall_or_ask } from "../../door/kept";
import { day_part } from "../../kit/days";

export const PAGE = 100;

export class Earlier {
  value = $state.raw<MeetingLine[] | null>(null);
  fault = $state.raw<Fault | null>(null);
  slow = false;
  ended = $state(false);
  #to: string;
  #person: Id | undefined;
  #turn = 0;

  constructor(to: string, person?: Id) {
    this.#to = to;
    this.#person = person;
  }

  /** The same pages again, as far as they were read. */
  refresh = (): Promise<void> => this.#read(this.value?.length ?? 0, []);
  more = (): Promise<void> => this.#read((this.value?.length ?? 0) + 1, this.value ?? []);

  async #read(wanted: number, start: MeetingLine[]): Promise<void> {
    const turn = ++this.#turn;
    try {
      let lines = start;
      let ended = false;
      do {
        const page = await this.#page(lines);
        lines = [...lines, ...page.fresh];
        ended = page.ended;
      } while (lines.length < wanted && !ended);
      if (turn !== this.#turn) return;
      this.value = lines;
      this.ended = ended;
      this.fault = null;
    } catch (thrown) {
      if (turn === this.#turn) this.fault = as_fault(thrown);
    }
  }

  /** A page may end within a day, so the next one starts with that day and leaves out what is known. */
  async #page(known: MeetingLine[]): Promise<{ fresh: MeetingLine[]; ended: boolean }> {
    const last = known.at(-1);
    const person = this.#person;
    const page = await recall_or_ask("one_on_one.list", {
      to: last ? day_part(last.starts) : this.#to,
      limit: PAGE,
      ...(person ? { person } : {}),
    });
    const same_day = known.filter((one) => last && day_part(one.starts) === day_part(last.starts));
    const fresh = page.filter((one) => !same_day.some((other) => other.id === one.id));
    return { fresh, ended: page.length < PAGE || fresh.length === 0 };
  }
}
