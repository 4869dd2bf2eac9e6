// What is decided about each note that waits, until it is kept. It stays while its owner looks at another page, and goes
// with the page when the vault locks; the note itself waits on as it was written.
import { SvelteMap } from "svelte/reactivity";
import type { CaptureLine, Choice, Id, Polarity } from "../../door/calls";
import type { Ways } from "../ways";

export interface Decided {
  /** The guess to begin with, where there is one. */
  person: Id | null;
  polarity: Polarity;
  text: string;
}

export class Decisions {
  #said = new SvelteMap<Id, Decided>();

  of(line: CaptureLine): Decided {
    return this.#said.get(line.id) ?? as_caught(line);
  }
  change(line: CaptureLine, change: Partial<Decided>): void {
    this.#said.set(line.id, { ...this.of(line), ...change });
  }
  forget(lines: readonly CaptureLine[]): void {
    for (const { id } of lines) this.#said.delete(id);
  }
  /** As it crosses the door; null while nobody said whose folder. */
  as_sent(line: CaptureLine): Choice | null {
    const { person, polarity, text } = this.of(line);
    if (person === null) return null;
    return {
      ...{ id: line.id, person },
      ...(polarity === line.polarity ? {} : { polarity }),
      ...(text.trim() === line.text.trim() ? {} : { text: text.trim() }),
    };
  }
}

function as_caught({ person, polarity, text }: CaptureLine): Decided {
  return { person: person?.id ?? null, polarity, text };
}

const decisions = new WeakMap<object, Decisions>();

/** Those of this house. */
export function decisions_of(ways: Ways): Decisions {
  const there = decisions.get(ways.people) ?? new Decisions();
  decisions.set(ways.people, there);
  return there;
}
