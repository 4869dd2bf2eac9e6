/** A page comes from the store in pieces: for so many frames it may grow before it is as tall as it was. */
const PATIENCE_FRAMES = 30;

/** Scrolls to where a page was left, once enough of it is there. The answer gives up. */
export function scroll_back(page: HTMLElement, to: number): () => void {
  let patience = PATIENCE_FRAMES;
  let frame = 0;
  function step() {
    if (page.scrollHeight - page.clientHeight >= to || patience-- === 0) page.scrollTop = to;
    else frame = requestAnimationFrame(step);
  }
  step();
  return () => cancelAnimationFrame(frame);
}
