/** A page comes in pieces: for so many frames it may grow before it is as it was left. */
const PATIENCE_FRAMES = 90;

/** How a page was left. */
export interface Left {
  /** How far down it was, in pixels. */
  read_to: number;
  /** Which of its rows had the focus. */
  row: number | null;
}

const rows_of = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>("[data-row]")];

/** How a page stands right now. */
export function how_left(page: HTMLElement): Left {
  const row = rows_of(page).findIndex((one) => one === document.activeElement);
  return { read_to: page.scrollTop, row: row < 0 ? null : row };
}

/**
 * Scrolls to where a page was left and focuses the row that had it, once they are there. A list that grows as it is
 * read is led on to its end until then. The answer gives up, and so does a hand that scrolls by itself.
 */
export function come_back(page: HTMLElement, { read_to, row }: Left): () => void {
  let patience = PATIENCE_FRAMES;
  let frame = 0;
  function step() {
    const reach = page.scrollHeight - page.clientHeight;
    const last = patience-- === 0;
    page.scrollTop = last ? read_to : Math.min(read_to, reach);
    const found = row === null ? undefined : rows_of(page)[row];
    // Whoever went on by keys meanwhile keeps the focus.
    if (found && document.activeElement === page) found.focus({ preventScroll: true });
    const is_there = reach >= read_to && (row === null || found !== undefined);
    if (!is_there && !last) frame = requestAnimationFrame(step);
    else stop();
  }
  function stop() {
    cancelAnimationFrame(frame);
    page.removeEventListener("wheel", stop);
    delete page.dataset.comingBack;
  }
  // Lists that grow as they are read look here whether somebody waits for them.
  page.dataset.comingBack = "";
  page.addEventListener("wheel", stop, { once: true, passive: true });
  step();
  return stop;
}
