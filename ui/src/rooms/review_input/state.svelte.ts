// What others say: what is done to an input, each with its words and its way back, and what the list of them lacks.
import type { Id, InputLine, InputList, InputState } from "../../door/calls";
import { call } from "../../door/door";
import { flush_all } from "../../kit/unsaved";
import { attempt } from "../parts/attempt";
import type { Ways } from "../ways";
import { words } from "./words";

/** What the list lacks, as it is said. */
export function warnings_of({ inputs, one_sided }: InputList): string[] {
  const asked = inputs.find((one) => one.state !== "declined");
  return one_sided.map((what) =>
    what === "one_team" ? words.one_team : words.all_of[asked?.relation ?? "other"],
  );
}

/** How a state looks. */
export const TONE: Record<InputState, "plain" | "calm" | "grow" | "praise"> = {
  requested: "plain",
  received: "calm",
  written_up: "calm",
  sent_for_approval: "grow",
  approved: "praise",
  changes_asked: "grow",
  declined: "plain",
};

/** The words are being written or changed: the next step is in the text. */
export const is_to_write = ({ state, words: text }: InputLine): boolean =>
  state === "changes_asked" || state === "received" || (state === "written_up" && text.trim() === "");

export class InputDeeds {
  constructor(readonly ways: Ways) {}

  move = (id: Id, to: InputState, said: string): Promise<boolean> =>
    this.#tell(() => call("input.move", { id, to }), said);
  /** Exactly these words. */
  approve = (id: Id, exactly: string): Promise<boolean> =>
    this.#tell(() => call("input.approve", { id, words: exactly }), words.approved);
  remove = (id: Id): Promise<boolean> => this.#tell(() => call("input.remove", { id }), words.removed);

  /** Texts are saved first. */
  #tell(work: () => Promise<{ deed: number | null }>, said: string): Promise<boolean> {
    return attempt(async () => {
      await flush_all();
      const { deed } = await work();
      this.ways.did(said, deed);
    });
  }
}
