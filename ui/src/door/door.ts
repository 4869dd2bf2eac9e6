// The one way out of the page. Nothing else here touches the window; rooms ask by the name of a door.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Calls, Fault as FaultShape, Happening } from "./calls";
import { words } from "./words";

export type Name = keyof Calls;
export type Args<N extends Name> = Calls[N]["args"];
export type Reply<N extends Name> = Calls[N]["reply"];

/** What a call can fail with: a kind the screen acts on, a sentence, and the next step. */
export class Fault extends Error {
  readonly kind: FaultShape["kind"];
  readonly rule: string | null;
  readonly next: string | null;

  constructor(shape: FaultShape) {
    super(shape.sentence);
    this.name = "Fault";
    this.kind = shape.kind;
    this.rule = shape.rule;
    this.next = shape.next;
  }

  /** The sentence and the next step, as one text. */
  get whole(): string {
    return this.next ? `${this.message} ${this.next}` : this.message;
  }

  /** A native dialog was closed, or the user stopped a long call: nothing to complain about. */
  get silent(): boolean {
    return this.kind === "cancelled";
  }
}

/** What carries a call to the other side. The window by default; a test puts its own in place. */
export interface Carrier {
  call(name: string, args: object, job?: string, dropped?: boolean): Promise<unknown>;
  listen(hear: (happening: Happening) => void): Promise<() => void>;
}

const the_window: Carrier = {
  call: (name, args, job, dropped) =>
    invoke("call", { name, args, ...(job ? { job } : {}), ...(dropped ? { dropped } : {}) }),
  listen: (hear) => listen<Happening>("inglenook", (event) => hear(event.payload)),
};

let carrier: Carrier = the_window;

/** Only the preview and the tests change the carrier. */
export function carry_with(other: Carrier): void {
  carrier = other;
}

let heed: () => void = () => {};

/** Told before and after every call that may be a deed. */
export function heed_deeds(told: () => void): void {
  heed = told;
}

/** A call that only reads. */
export async function read<N extends Name>(name: N, args: Args<N>): Promise<Reply<N>> {
  try {
    return (await carrier.call(name, args)) as Reply<N>;
  } catch (thrown) {
    throw as_fault(thrown);
  }
}

/** `job` names a long call; `dropped` takes the next file dropped on the window instead of asking for one. */
export async function call<N extends Name>(
  name: N,
  args: Args<N>,
  job?: string,
  dropped?: boolean,
): Promise<Reply<N>> {
  heed();
  try {
    return (await carrier.call(name, args, job, dropped)) as Reply<N>;
  } catch (thrown) {
    throw as_fault(thrown);
  } finally {
    heed();
  }
}

export function listen_to_the_house(hear: (happening: Happening) => void): Promise<() => void> {
  return carrier.listen(hear);
}

/** Anything thrown, as a fault. What is not a fault by itself gets a plain sentence and shows no inside. */
export function as_fault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown && "sentence" in thrown) {
    return new Fault(thrown as FaultShape);
  }
  return new Fault({ kind: "machine", rule: null, sentence: words.broken, next: words.broken_next });
}
