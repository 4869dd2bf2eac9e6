// Keys of a small form inside a sheet: they leave the form and not the sheet. Heard where they are pressed, before the
// sheet hears them.
import { on } from "svelte/events";

export function on_escape(leave: () => void): (form: HTMLElement) => () => void {
  return (form) =>
    on(form, "keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    });
}
