// Names for answers that rooms hand around.
import type { Reply } from "./door";

export type VaultStatus = Reply<"vault.status">;
export type Unlocked = Reply<"vault.unlock">;
/** A recovery code being made: its groups, and which two must be typed back. */
export type Kit = Reply<"vault.create">;
export type Checked = Reply<"vault.check">;
export type Brought = Reply<"roster.apply">;
export type Found = Reply<"search.find">;
