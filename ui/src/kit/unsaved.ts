// Everyone who may hold text that is not saved yet. Locking and leaving wait for them.

/** A text as it is shown, and where it belongs, in the words of whoever saves it. */
export interface Held {
  place: object;
  text: string;
}

interface Holder {
  /** Saves what is held; true when nothing is left unsaved. */
  flush: () => Promise<boolean>;
  /** What no save has confirmed. */
  held: () => Held[];
}

const holders = new Set<Holder>();

/** The answer ends it. */
export function hold_text(holder: Holder): () => void {
  holders.add(holder);
  return () => holders.delete(holder);
}

/** True when every text is safe. */
export async function flush_all(): Promise<boolean> {
  const safe = await Promise.all([...holders].map((holder) => holder.flush().catch(() => false)));
  return safe.every(Boolean);
}

/** Every text that no save has confirmed. */
export function held_texts(): Held[] {
  return [...holders].flatMap((holder) => holder.held());
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

/** Long texts in forms that were typed into and not sent yet, as they stand now. */
export class OpenForms {
  #typed_into = new WeakSet<Element>();

  /** Notices typing from now on; the answer ends it. */
  watch(): () => void {
    const notice = (event: Event) => {
      const field = event.target;
      // What saves itself says by itself what no save has confirmed.
      if (field instanceof HTMLTextAreaElement && !field.hasAttribute("data-saves-itself")) this.#add(field);
    };
    document.addEventListener("input", notice, true);
    return () => document.removeEventListener("input", notice, true);
  }

  /** Each text with its label. */
  texts(): { label: string; text: string }[] {
    const fields = [...document.querySelectorAll("textarea")].filter(
      (field) => this.#typed_into.has(field) && field.value.trim() !== "",
    );
    return fields.map((field) => ({
      label: field.labels?.[0]?.textContent?.trim() ?? "",
      text: field.value,
    }));
  }

  #add(field: Element): void {
    this.#typed_into.add(field);
  }
}

/** While the answer is not called, no key changes a text: what is shown is what was handed over. */
export function hold_the_keys(): () => void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const kinds = ["keydown", "beforeinput", "paste", "drop", "cut"];
  for (const kind of kinds) window.addEventListener(kind, swallow, true);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, swallow, true);
  };
}
