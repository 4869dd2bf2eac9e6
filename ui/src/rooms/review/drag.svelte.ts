// A piece of evidence dragged into the text by a pointer. Keys have a way of their own: Enter.
import { on } from "svelte/events";
import type { EvidenceLine, Id } from "../../door/calls";

/** A hand that shakes drags nothing. */
const FAR_PX = 6;

export interface Drop {
  /** The point it was let go over. */
  point: Id | null;
  left: number;
  top: number;
}

export class Drag {
  line = $state.raw<EvidenceLine | null>(null);
  left = $state(0);
  top = $state(0);
  width = $state(0);
  /** The point below the pointer. */
  over = $state<Id | null>(null);
  /** Whether the last press became a drag: then it is no click. */
  moved = false;
  #drop: (line: EvidenceLine, drop: Drop) => void;

  constructor(drop: (line: EvidenceLine, drop: Drop) => void) {
    this.#drop = drop;
  }

  begin(event: PointerEvent, line: EvidenceLine): void {
    if (event.button !== 0) return;
    const from = { left: event.clientX, top: event.clientY };
    const card = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.moved = false;
    this.width = card.width;
    const move = (now: PointerEvent) => {
      const far = Math.hypot(now.clientX - from.left, now.clientY - from.top) > FAR_PX;
      if (!this.line && !far) return;
      this.moved = true;
      this.line = line;
      this.left = card.left + now.clientX - from.left;
      this.top = card.top + now.clientY - from.top;
      const below = document.elementFromPoint(now.clientX, now.clientY);
      this.over = below?.closest<HTMLElement>("[data-point]")?.dataset.point ?? null;
    };
    const end = (now: PointerEvent) => {
      const within = document.elementFromPoint(now.clientX, now.clientY)?.closest("[data-text]");
      const drop = { point: this.over, left: now.clientX, top: now.clientY };
      const dropped = this.line !== null && now.type === "pointerup" && within;
      stop();
      if (dropped) this.#drop(line, drop);
    };
    const key = (pressed: KeyboardEvent) => pressed.key === "Escape" && stop();
    const ends = [
      on(window, "pointermove", move),
      on(window, "pointerup", end),
      on(window, "pointercancel", end),
      on(window, "keydown", key),
    ];
    const stop = () => {
      for (const one of ends) one();
      this.line = null;
      this.over = null;
      // The click that ends a drag comes after it.
      setTimeout(() => (this.moved = false), 0);
    };
  }
}
