// Before the vault locks: whatever no save has confirmed is handed over, sealed on the other side, and put where it
// belongs when the vault is opened next.
import { call } from "../door/door";
import type { UnsavedText } from "../door/calls";
import { flush_all, held_texts, OpenForms } from "../kit/unsaved";

/** A call carries two megabytes; a letter takes up to four bytes. */
const MOST_LETTERS = 400_000;

export const forms = new OpenForms();

interface Labelled {
  label: string;
  text: string;
}

/** Everything that is shown and not saved, the draft of a quick note included, shown or not. */
function unsaved(quick_note: Labelled[]): UnsavedText[] {
  const held = held_texts().map(({ place, text }) => ({ place: place as UnsavedText["place"], text }));
  const drafted = new Set(quick_note.map(({ text }) => text));
  const shown = [...quick_note, ...forms.texts().filter(({ text }) => !drafted.has(text))];
  return [...held, ...shown.map(({ label, text }) => ({ place: { kind: "form" as const, label }, text }))];
}

/**
 * Hands over first, because that waits for nobody, then saves, then hands over what is still not saved.
 * True when everything is on the disk.
 */
export async function hand_over(quick_note: Labelled[]): Promise<boolean> {
  const first = unsaved(quick_note);
  try {
    if (first.length > 0) await send(first, false);
    await flush_all();
    return await send(unsaved(quick_note), true);
  } catch {
    return false;
  }
}

async function send(texts: UnsavedText[], ends: boolean): Promise<boolean> {
  const parts: UnsavedText[][] = [[]];
  let letters = 0;
  for (const text of texts) {
    letters += text.text.length;
    if (letters > MOST_LETTERS && parts.at(-1)!.length > 0) {
      parts.push([]);
      letters = text.text.length;
    }
    parts.at(-1)!.push(text);
  }
  let durable = true;
  for (const [n, part] of parts.entries()) {
    const last = n === parts.length - 1;
    ({ durable } = await call("vault.hand_over", { texts: part, begins: n === 0, ends: ends && last }));
  }
  return durable;
}
