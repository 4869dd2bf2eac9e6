// What pages that leave are printed on. Remembered on this laptop: it says nothing about anybody.
import type { SheetSize } from "../../door/calls";

const KEY = "inglenook.paper";

function kept(): SheetSize {
  try {
    return localStorage.getItem(KEY) === "letter" ? "letter" : "a4";
  } catch {
    return "a4";
  }
}

class Paper {
  #size = $state<SheetSize>(kept());
  get size(): SheetSize {
    return this.#size;
  }
  set size(to: SheetSize) {
    this.#size = to;
    try {
      localStorage.setItem(KEY, to);
    } catch {
      // Then it is chosen anew next time.
    }
  }
}

export const paper = new Paper();
