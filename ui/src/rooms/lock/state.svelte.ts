// The way in: what was typed, what was answered.
import type { Unlocked, VaultStatus } from "../../door/names";
import { as_fault, call, type Fault } from "../../door/door";
import { words } from "./words";

export class LockState {
  with_kit = $state(false);
  secret = $state("");
  busy = $state(false);
  fault = $state.raw<Fault | null>(null);
  problem = $state<string | null>(null);
  /** The vault says something is lost; the user may go on without it. */
  damage = $state.raw<{ sentence: string; next: string | null } | null>(null);
  #opened: (unlocked: Unlocked) => void;

  constructor(status: VaultStatus, opened: (unlocked: Unlocked) => void) {
    this.#opened = opened;
    if (status.state === "damaged" && status.reason) this.damage = { sentence: status.reason, next: null };
  }

  switch_way = (): void => {
    this.with_kit = !this.with_kit;
    this.secret = "";
    this.fault = null;
    this.problem = null;
  };

  unlock = async (accept_loss = false): Promise<void> => {
    if (this.secret.trim() === "") {
      this.problem = words.too_short;
      return;
    }
    const way = this.with_kit ? { kit: this.secret } : { passphrase: this.secret };
    await this.#try(accept_loss ? { ...way, accept_loss } : way);
  };

  unlock_with_keychain = (): Promise<void> => this.#try({ keychain: true });

  async #try(args: {
    passphrase?: string;
    kit?: string;
    keychain?: boolean;
    accept_loss?: boolean;
  }): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fault = null;
    this.problem = null;
    try {
      const unlocked = await call("vault.unlock", args);
      this.secret = "";
      this.#opened(unlocked);
    } catch (thrown) {
      const fault = as_fault(thrown);
      if (fault.kind === "damaged") this.damage = { sentence: fault.message, next: fault.next };
      else if (!fault.silent) this.fault = fault;
    } finally {
      this.busy = false;
    }
  }
}

/** The greeting and the line under it, by the hour. */
export function greeting(hour: number): { hello: string; line: string } {
  if (hour >= 4 && hour < 12) return { hello: words.good_morning, line: words.unlock_morning };
  if (hour >= 12 && hour < 18) return { hello: words.good_afternoon, line: words.unlock_later };
  return { hello: words.good_evening, line: words.unlock_evening };
}
