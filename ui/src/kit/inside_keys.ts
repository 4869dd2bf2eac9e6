// J/K and the arrows within a list that has the focus already: for a second list beside one that `list_keys` walks.
import { on } from "svelte/events";
import { in_text } from "./focus";

export function inside_keys(list: HTMLElement): () => void {
  list.dataset.list = "";
  return on(list, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || in_text(event.target)) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
    const active = document.activeElement;
    // What else stands in a row comes after what carries the mark.
    const at = rows.findLastIndex(
      (row) => row === active || row.compareDocumentPosition(active!) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const to = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    event.preventDefault();
    to?.focus();
    to?.scrollIntoView?.({ block: "nearest" });
  });
}
