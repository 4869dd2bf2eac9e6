// New keys for the vault: a new recovery kit is shown, two of its groups are typed back, and only then the old kit
// and the old keys are gone.
import type { Kit } from "../../door/names";
import { as_fault, call } from "../../door/door";
import { toasts } from "../../kit/toasts.svelte";
import { sentences_of } from "./findings";
import { words } from "./words";

const plain = (text: string) => text.replace(/[\s-]/g, "").toUpperCase();

export class Rotation {
  passphrase = $state("");
  kit = $state.raw<Kit | null>(null);
  confirming = $state(false);
  typed = $state<[string, string]>(["", ""]);
  saved_as = $state<string | null>(null);
  busy = $state(false);
  problem = $state<string | null>(null);
  #done: () => void;

  constructor(done: () => void) {
    this.#done = done;
  }

  /** What the button that goes on says. */
  get next(): string {
    if (this.kit) return this.confirming ? words.confirm : words.kit_kept;
    return this.busy ? words.making_kit : words.make_kit;
  }

  go_on = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.kit) void this.make();
    else if (this.confirming) void this.#confirm(this.kit);
    else this.confirming = true;
  };

  make = (): Promise<void> =>
    this.#doing(async () => {
      this.kit = await call("vault.rotate", { passphrase: this.passphrase });
      this.passphrase = "";
    });

  save_kit = (format: "pdf" | "txt"): Promise<void> =>
    this.#doing(async () => {
      this.saved_as = (await call("vault.save_kit", { format })).file;
    });

  show_again = (): void => {
    this.confirming = false;
    this.problem = null;
  };

  #confirm({ ask, groups }: Kit): Promise<void> {
    const answers = this.typed.map(plain) as [string, string];
    if (answers.some((answer, n) => answer !== plain(groups[ask[n as 0 | 1]] ?? ""))) {
      this.problem = words.wrong_group;
      return Promise.resolve();
    }
    return this.#doing(async () => {
      const { findings } = await call("vault.confirm_rotation", { groups: answers });
      toasts.say([words.kit_done, ...sentences_of(findings)].join(" "));
      this.#done();
    });
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      const fault = as_fault(thrown);
      if (!fault.silent) this.problem = fault.whole;
    } finally {
      this.busy = false;
    }
  }
}
