// Keys of a message in the list. The window hears them after the commands of the house, so that "G P" goes where it goes.
import { on } from "svelte/events";
import { in_text } from "../../kit/focus";
import { layers } from "../../kit/layers.svelte";

export interface RowKeys {
  /** The message whose row has the focus. */
  praise: (message: number) => void;
  improve: (message: number) => void;
  open: (message: number) => void;
  /** What is ticked is kept, wherever the focus is. */
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
    const row = event.target.closest<HTMLElement>("[data-message]");
    if (!row) return;
    const message = Number(row.dataset.message);
    // A button in the row has its own Enter.
    if (event.key === "Enter" && event.target.matches("input")) keys.open(message);
    else if (event.key === "p" || event.key === "P") keys.praise(message);
    else if (event.key === "i" || event.key === "I") keys.improve(message);
    else return;
    event.preventDefault();
  });
}
