// The page's one clock: the wall clock of this laptop. A test sets it.
let fixed: Date | null = null;

export function set_clock(to: Date | null): void {
  fixed = to;
}
export function now(): Date {
  return fixed ? new Date(fixed) : new Date();
}
/** Today on this laptop, "YYYY-MM-DD". */
export function today(): string {
  return day_of(now());
}
/** The local day of a moment. */
export function day_of(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
/** The local wall time of a moment, "YYYY-MM-DDTHH:MM". */
export function wall_of(at: Date): string {
  return `${day_of(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
function two(n: number): string {
  return String(n).padStart(2, "0");
}
