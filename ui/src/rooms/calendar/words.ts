import type { EventKind, NewsKind } from "../../door/calls";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: "Calendar",
  bring_title: "Bring in from a calendar file",
  bring_text:
    "Series and single 1:1s, and days off. Nothing is kept before you have looked at it; the same file twice changes nothing.",
  choose: "Choose an .ics file",
  another: "Another file",
  reading: "Reading…",
  take_title: "Take your 1:1s along",
  take_text:
    "One .ics file with every series and 1:1, for any calendar program. It is not encrypted, and carries no text.",
  with_names: "With names",
  save: "Save as .ics",
  saved: (file: string) => `Saved as ${file}.`,
  close: "Close",
  cancel: "Cancel",
  file: (name: string) => `from ${name}`,
  found: (count: number) => n(count, "event to choose from", "events to choose from"),
  none: "Nothing in this file can become a 1:1 or a day off.",
  kind: { series: "Series", meeting: "1:1", day_off: "Day off" } satisfies Record<EventKind, string>,
  news: { new: "new", changed: "changed", unchanged: "as it is" } satisfies Record<NewsKind, string>,
  every: (days: number) =>
    days === 7 ? "every week" : days === 14 ? "every second week" : `every ${days} days`,
  minutes: (count: number) => `${count} min`,
  who: (summary: string) => `With whom: ${summary}`,
  because: (summary: string) => `Why less often than every second week: ${summary}`,
  because_label: "Why less often than every second week",
  nobody: "with nobody yet",
  nameless: "Only the person is missing",
  take: (summary: string) => `Bring in: ${summary}`,
  no_title: "without a title",
  unused: (count: number) => n(count, "event is left out", "events are left out"),
  more_unused: (count: number) => `and ${count} more`,
  apply: (count: number) => `Bring in ${n(count, "event", "events")}`,
  applied: (added: number, changed: number) =>
    added + changed === 0 ? "Nothing was new." : `${added} added, ${changed} changed.`,
  who_missing: (summary: string) => `Say with whom: ${summary}.`,
};
