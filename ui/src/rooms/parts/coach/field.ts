// The field that the coach reads beside: how it is found, selected in and written into.

const FIELD = 'textarea, [contenteditable="true"]';

/** The nearest text field above this element: beside it, or inside what stands beside it. */
export function field_above(root: Element): HTMLElement | null {
  for (let one = root.previousElementSibling; one; one = one.previousElementSibling) {
    const found = one.matches(FIELD) ? one : [...one.querySelectorAll(FIELD)].at(-1);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

/** A field whose letters can be counted and marked. */
export const is_plain = (field: HTMLElement | null): field is HTMLTextAreaElement =>
  field instanceof HTMLTextAreaElement;

export function select(field: HTMLTextAreaElement, { from, to }: { from: number; to: number }): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
}

/** Puts words into a field as if they were typed: one step of the field's own undo, and everybody hears of it. */
export function put(
  field: HTMLTextAreaElement,
  { from, to }: { from: number; to: number },
  words: string,
): void {
  select(field, { from, to });
  // The only way that the field's own undo knows of.
  const command = words === "" ? "delete" : "insertText";
  if (document.execCommand?.(command, false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
}
