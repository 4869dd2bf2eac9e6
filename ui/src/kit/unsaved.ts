// Everyone who may hold text that is not saved yet. Locking and leaving wait for them.
type Flush = () => Promise<boolean>;

const holders = new Set<Flush>();

/** `flush` saves what it holds and answers whether nothing is left. The answer here ends it. */
export function hold_text(flush: Flush): () => void {
  holders.add(flush);
  return () => holders.delete(flush);
}

/** True when every text is safe. */
export async function flush_all(): Promise<boolean> {
  const safe = await Promise.all([...holders].map((flush) => flush().catch(() => false)));
  return safe.every(Boolean);
}

/** The page may be going away: say so to everyone, at the moments a browser tells of. */
export function flush_when_leaving(): () => void {
  const leaving = () => void flush_all();
  const hidden = () => document.visibilityState === "hidden" && leaving();
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", leaving);
  window.addEventListener("blur", leaving);
  return () => {
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", leaving);
    window.removeEventListener("blur", leaving);
  };
}
