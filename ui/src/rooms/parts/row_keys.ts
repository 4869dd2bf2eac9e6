// Keys of a row that is looked at and decided about. The window hears them after the commands of the house, so that "G P"
// goes where it goes.
import { on } from "svelte/events";
import { in_text } from "../../kit/focus";
import { layers } from "../../kit/layers.svelte";

export interface RowKeys {
  /** The row that has the focus, by its `data-key`. */
  praise: (key: string) => void;
  improve: (key: string) => void;
  /** Enter on its box; a button in the row has its own Enter. */
  open?: (key: string) => void;
  /** What is decided is kept, wherever the focus is. */
  keep: () => void;
}

export function row_keys(keys: RowKeys): () => void {
  return on(window, "keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || layers.top || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      return keys.keep();
    }
    if (in_text(event.target) || !(event.target instanceof HTMLElement)) return;
    const key = event.target.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (key === undefined) return;
    if (event.key === "Enter" && keys.open && event.target.matches("input")) keys.open(key);
    else if (event.key === "p" || event.key === "P") keys.praise(key);
    else if (event.key === "i" || event.key === "I") keys.improve(key);
    else return;
    event.preventDefault();
  });
}
