/** Rows kept ready above and below the view, so that a fast scroll shows no holes. */
const SPARE = 3;

/** Which rows of a list must be on the page: `from` inclusive, `to` exclusive. */
export function visible_rows(
  count: number,
  row_height: number,
  scrolled: number,
  view_height: number,
): { from: number; to: number } {
  const first = Math.floor(scrolled / row_height) - SPARE;
  const last = Math.ceil((scrolled + view_height) / row_height) + SPARE;
  return { from: Math.min(count, Math.max(0, first)), to: Math.max(0, Math.min(count, last)) };
}
