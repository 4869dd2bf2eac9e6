// J/K and the arrows walk a list, Enter opens: for any element whose rows carry `data-row`.
// A row is a link or button and takes the focus itself, so the browser does the rest.
import { in_text } from "./focus";
import { layers } from "./layers.svelte";

export function list_keys(list: HTMLElement): () => void {
  function press(event: KeyboardEvent) {
    // A list below a sheet leaves the keys to the sheet.
    if (layers.top && !list.closest("dialog")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || in_text(event.target)) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
    if (rows.length === 0) return;
    const inside = list.contains(document.activeElement);
    const other_list = (document.activeElement as HTMLElement | null)?.closest(
      "[data-list], [role=tablist], [role=listbox], fieldset",
    );
    if (!inside && other_list) return;
    // What else stands in a row comes after what carries the mark.
    const active = document.activeElement;
    const at = !inside
      ? -1
      : rows.findLastIndex(
          (row) => row === active || row.compareDocumentPosition(active!) & Node.DOCUMENT_POSITION_FOLLOWING,
        );
    const to = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    event.preventDefault();
    rows[to]?.focus();
    rows[to]?.scrollIntoView?.({ block: "nearest" });
  }
  list.dataset.list = "";
  // Heard from anywhere on the page, so the first J needs no click before it.
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
