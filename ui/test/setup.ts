// What jsdom lacks and the page needs.
import { cleanup, configure } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";
import { NOW } from "../dev/people";
import { forget_answers } from "../src/door/kept";
import { set_clock } from "../src/kit/clock";
import { toasts } from "../src/kit/toasts.svelte";
import { paper } from "../src/rooms/parts/paper.svelte";

// A modal dialog: shown, and Esc cancels it, as the browser does.
HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute("open", "");
  const cancel = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && this.open) {
      this.dispatchEvent(new Event("cancel", { cancelable: true }));
    }
  };
  this.addEventListener("keydown", cancel);
};
HTMLDialogElement.prototype.close = function () {
  this.removeAttribute("open");
};
// ProseMirror asks where its text stands on the screen; nowhere, here.
const nowhere = () => ({
  x: 0,
  y: 0,
  top: 0,
  left: 0,
  right: 0,
  bottom: 0,
  width: 0,
  height: 0,
  toJSON: () => ({}),
});
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = nowhere;
document.elementFromPoint = () => null;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver;

// A busy machine is slow; a failed search says what it sought, not the whole page.
configure({
  asyncUtilTimeout: 15_000,
  getElementError: (message) => new Error((message ?? "").split("\n")[0]),
});

beforeEach(() => set_clock(NOW));
afterEach(() => {
  cleanup();
  toasts.clear();
  forget_answers();
  paper.size = "a4";
  document.body.innerHTML = "";
});
