import { tick } from "svelte";

/** Moves the focus to the first thing to do in there, where it is marked with `data-first`. */
export function focus_first(within: HTMLElement): boolean {
  const first = within.querySelector<HTMLElement>("[data-first]");
  first?.focus();
  return first !== null;
}

/** Moves the focus to the first field that is marked as wrong, once the page says so. */
export async function focus_wrong(form: HTMLElement): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Whether keys typed at this target are text and not commands. */
export function in_text(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute("contenteditable") === "true") return true;
  if (target.closest?.('[contenteditable="true"]')) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
}
