// Answers that are still true. A page that is come back to shows what it showed, at once, and asks only when something
// was written since. In memory only: the page starts anew when the vault locks.
import { heed_deeds, read, type Args, type Name, type Reply } from "./door";
import { on } from "./events";

/** "In 20 minutes" does not stay true by itself. */
const TRUE_FOR_MS = 60_000;
/** The pages that somebody goes to and fro between. */
const MOST = 60;

interface Kept {
  answer: unknown;
  since: number;
}

const kept = new Map<string, Kept>();
/** Grows with every write: an answer asked for before one is not kept. */
let writes = 0;

/** Nothing is known any more. */
export function forget_answers(): void {
  writes++;
  kept.clear();
}
on("changed", forget_answers);
// A text on its way to the disk: whoever comes back meanwhile must not be shown, and go on from, what stood there before.
heed_deeds(forget_answers);

/** What was answered last time, while it is still true. */
export function recall<N extends Name>(name: N, args: Args<N>): Reply<N> | null {
  const found = kept.get(key(name, args));
  return found && performance.now() - found.since < TRUE_FOR_MS ? (found.answer as Reply<N>) : null;
}

/** Asks, and keeps the answer. */
export async function ask<N extends Name>(name: N, args: Args<N>): Promise<Reply<N>> {
  const before = writes;
  const answer = await read(name, args);
  // How the vault itself stands changes without a write.
  if (before === writes && !name.startsWith("vault.")) {
    const oldest = kept.keys().next();
    if (kept.size >= MOST && !oldest.done) kept.delete(oldest.value);
    kept.set(key(name, args), { answer, since: performance.now() });
  }
  return answer;
}

/** The kept answer, or a fresh one. */
export async function recall_or_ask<N extends Name>(name: N, args: Args<N>): Promise<Reply<N>> {
  return recall(name, args) ?? ask(name, args);
}

function key(name: Name, args: object): string {
  return `${name} ${JSON.stringify(args)}`;
}
