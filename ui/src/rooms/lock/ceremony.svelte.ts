// Making a vault, in three steps. The vault exists only once both ways in were proven.
import type { Kit, Unlocked } from "../../door/names";
import { call } from "../../door/door";
import { Work } from "../../door/work.svelte";
import { words } from "./words";

export const SHORTEST_PASSPHRASE = 12;

export type Step = "secret" | "kit" | "confirm";

export class CeremonyState extends Work {
  step = $state<Step>("secret");
  name = $state("");
  passphrase = $state("");
  again = $state("");
  tried = $state(false);
  kit = $state.raw<Kit | null>(null);
  saved_as = $state<string | null>(null);
  typed = $state<[string, string]>(["", ""]);
  problem = $state<string | null>(null);
  #made: (unlocked: Unlocked) => void;

  constructor(made: (unlocked: Unlocked) => void) {
    super();
    this.#made = made;
  }

  get name_error(): string | null {
    return this.tried && this.name.trim() === "" ? words.no_name : null;
  }
  get passphrase_error(): string | null {
    const missing = SHORTEST_PASSPHRASE - [...this.passphrase].length;
    return this.tried && missing > 0 ? words.too_weak(missing) : null;
  }
  get again_error(): string | null {
    return this.tried && !this.passphrase_error && this.again !== this.passphrase ? words.differ : null;
  }

  create = async (): Promise<void> => {
    this.tried = true;
    if (this.name_error || this.passphrase_error || this.again_error) return;
    await this.run(async () => {
      this.kit = await call("vault.create", { owner_name: this.name.trim(), passphrase: this.passphrase });
      this.passphrase = "";
      this.again = "";
      this.step = "kit";
    });
  };

  save_kit = (format: "pdf" | "txt"): Promise<void> =>
    this.run(async () => {
      const { file } = await call("vault.save_kit", { format });
      this.saved_as = file;
    });

  kept = (): void => {
    this.typed = ["", ""];
    this.problem = null;
    this.step = "confirm";
  };
  show_again = (): void => {
    this.step = "kit";
  };

  confirm = async (): Promise<void> => {
    if (!this.kit) return;
    const [first, second] = this.typed.map(plain_group) as [string, string];
    this.problem = null;
    if (first === "" || second === "") {
      this.problem = words.both_needed;
      return;
    }
    const [a, b] = this.kit.ask;
    if (first !== plain_group(this.kit.groups[a] ?? "") || second !== plain_group(this.kit.groups[b] ?? "")) {
      this.problem = words.wrong_group;
      return;
    }
    await this.run(async () => {
      const unlocked = await call("vault.confirm_kit", { groups: [first, second] });
      this.kit = null;
      this.#made(unlocked);
    });
  };
}

/** A group as it is compared: no spaces or dashes, capital letters. */
export function plain_group(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}
