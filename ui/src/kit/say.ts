// Numbers and days as people say them.
import { add_days, day_part, days_between, parts_of, time_part } from "./days";
import { day_of, wall_of } from "./clock";
import { words } from "./words";

/** "one person", "3 people": the number and the right word. */
export function count(n: number, one: string, many: string): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}
/** The number as a word up to twelve, then in figures. */
export function in_words(n: number): string {
  return words.numbers[n] ?? grouped(n);
}
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
/** 60000 as "60,000". */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
/** The size of a file: "340 bytes", "12 KB", "1.8 MB". */
export function size_of(bytes: number): string {
  if (bytes < 1_000) return count(bytes, words.byte, words.bytes);
  if (bytes < 1_000_000) return words.kilobytes(String(Math.round(bytes / 1_000)));
  return words.megabytes((bytes / 1_000_000).toFixed(1));
}
export function first_name(name: string): string {
  return apart(name.trim().split(/\s+/)[0] ?? name);
}
/** A name written from right to left is set apart, or it would turn the numbers beside it around. */
export function apart(name: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}
/** "a, b and c" */
export function list_of(items: string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${words.and} ${items.at(-1)}`;
}

/** "19 November", with the year when it is another one than today's. */
export function long_day(day: string, today: string): string {
  const at = parts_of(day);
  const year = at.year === parts_of(today).year ? "" : ` ${at.year}`;
  return `${at.date} ${words.months[at.month]}${year}`;
}
/** "Thursday 19 November" */
export function full_day(day: string, today: string): string {
  return `${weekday(day)} ${long_day(day, today)}`;
}
/** "17 Nov" */
export function short_day(day: string, today: string): string {
  const at = parts_of(day);
  const year = at.year === parts_of(today).year ? "" : ` ${at.year}`;
  return `${at.date} ${words.months[at.month]?.slice(0, 3)}${year}`;
}
export function weekday(day: string): string {
  return words.weekdays[parts_of(day).weekday] ?? "";
}
/** "January 2025" */
export function month_year(day: string): string {
  const at = parts_of(day);
  return `${words.months[at.month]} ${at.year}`;
}

/** "today", "yesterday", "2 days ago", "a week ago", "7 weeks ago", "2 years ago" */
export function ago(day: string, today: string): string {
  const days = days_between(day, today);
  if (days <= 0) return words.today;
  if (days === 1) return words.yesterday;
  if (days < 7) return words.days_ago(days);
  if (days < 14) return words.week_ago;
  if (days < 112) return words.weeks_ago(Math.floor(days / 7));
  if (days < 730) return words.months_ago(Math.floor(days / 30.4));
  return words.years_ago(Math.floor(days / 365.25));
}
/** A coming day: "today", "tomorrow", "Thursday", "19 November" */
export function coming(day: string, today: string): string {
  const days = days_between(today, day);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days > 1 && days < 7) return weekday(day);
  return long_day(day, today);
}
/** What is owed by a day: "due tomorrow", "due 24 Nov", "2 days over", "6 weeks over" */
export function due(day: string, today: string): { text: string; late: boolean; soon: boolean } {
  const days = days_between(today, day);
  if (days < 0) return { text: over(-days), late: true, soon: false };
  const when = days < 7 ? coming(day, today) : short_day(day, today);
  return { text: words.due(when), late: false, soon: days <= 1 };
}
function over(days: number): string {
  if (days < 14) return words.days_over(days);
  if (days < 112) return words.weeks_over(Math.floor(days / 7));
  return words.months_over(Math.floor(days / 30.4));
}
/** From now to a wall time: "in 2 h", "in 20 min", "now", "" when it is not within a day. */
export function until(wall: string, now: Date): string {
  const minutes = Math.round((Date.parse(`${wall}:00Z`) - Date.parse(`${wall_of(now)}:00Z`)) / 60_000);
  if (minutes < -60 || minutes > 24 * 60) return "";
  if (minutes <= 0) return words.now;
  if (minutes < 60) return words.in_minutes(minutes);
  return words.in_hours(Math.round(minutes / 60));
}
/** A moment in UTC as the local wall says it: "10:42", "yesterday 10:42", "12 Nov, 10:42" */
export function moment(instant: string, now: Date): string {
  const wall = wall_of(new Date(instant));
  const today = day_of(now);
  const day = day_part(wall);
  if (day === today) return time_part(wall);
  if (day === add_days(today, -1)) return `${words.yesterday} ${time_part(wall)}`;
  if (days_between(day, today) < 7) return `${weekday(day).slice(0, 3)} ${time_part(wall)}`;
  return `${short_day(day, today)}, ${time_part(wall)}`;
}
/** "3 years", "5 months", "this month" */
export function span_of_months(months: number): string {
  if (months < 1) return words.this_month;
  if (months < 24) return count(months, words.month, words.months_word);
  return count(Math.floor(months / 12), words.year, words.years_word);
}

/** Facts about one thing in a line; where it breaks, the dot stays at the end. Empty ones are left out. */
export const dotted = (facts: readonly (string | null | undefined | false)[]): string =>
  facts.filter(Boolean).join("\u00a0· ");
