// Arithmetic on days written "YYYY-MM-DD". No zones: a day is a day.
const DAY_MS = 86_400_000;

export interface DayParts {
  year: number;
  /** 0..11 */
  month: number;
  date: number;
  /** 0 is Monday */
  weekday: number;
}

export function parts_of(day: string): DayParts {
  const at = new Date(utc(day));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    date: at.getUTCDate(),
    weekday: (at.getUTCDay() + 6) % 7,
  };
}
/** Whole days from one day to another; negative when `to` is earlier. */
export function days_between(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}
export function add_days(day: string, count: number): string {
  return new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10);
}
/** The Monday of a day's week. */
export function monday_of(day: string): string {
  return add_days(day, -parts_of(day).weekday);
}
/** The day of a wall time. */
export function day_part(wall: string): string {
  return wall.slice(0, 10);
}
/** "HH:MM" of a wall time. */
export function time_part(wall: string): string {
  return wall.slice(11, 16);
}
export function year_of(day: string): number {
  return Number(day.slice(0, 4));
}
function utc(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}
