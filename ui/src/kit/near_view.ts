/** How far below the view counts as near: a screen, so that a fast wheel finds rows. */
const NEAR = "900px";

/** Calls once, when the element comes near what is seen. Where nothing can be seen, at once. */
export function near_view(then: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    if (typeof IntersectionObserver === "undefined") {
      then();
      return () => {};
    }
    const look = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        look.disconnect();
        then();
      },
      { root: element.closest("main"), rootMargin: `0px 0px ${NEAR} 0px` },
    );
    // Not in the frame that shows the first rows: they are to be seen first. Further down somebody is waiting.
    const is_waited_for = element.closest("[data-coming-back]") !== null;
    const soon = setTimeout(() => look.observe(element), is_waited_for ? 0 : 120);
    return () => {
      clearTimeout(soon);
      look.disconnect();
    };
  };
}
