// What is seen first is asked for first; what lies below it comes when the page is there.

/** By then the first frame is on the screen. */
const SEEN_MS = 150;

/** For a component's first lines: false while its page is on its way to the screen, true from then on. */
export function first_look(): { readonly is_over: boolean } {
  let is_over = $state(false);
  $effect(() => {
    const soon = setTimeout(() => (is_over = true), SEEN_MS);
    return () => clearTimeout(soon);
  });
  return {
    get is_over() {
      return is_over;
    },
  };
}
