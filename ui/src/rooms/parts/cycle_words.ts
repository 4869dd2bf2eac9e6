const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the figures of a folder’s year say. They hint, and never judge. */
export const words = {
  title: (year: string) => `${year} in figures`,
  before: "Figures of the year before",
  after: "Figures of the year after",
  quarters: "Quarter by quarter",
  quarter: (from: string, to: string) => `${from} to ${to}`,
  praise: (count: number) => `${count} praise`,
  constructive: (count: number) => `${count} to improve`,
  empty: "nothing kept",
  empty_yet: "nothing yet",
  to_come: "to come",
  not_here: "not here yet",
  none: "Nothing kept in this year.",
  counted: (praise: number, constructive: number) => `${praise} praise, ${constructive} to improve`,
  share: (counted: string, percent: number) => `${counted}: ${percent} % praise`,
  band: "50 to 70 % is even",
  glowing: "Mostly praise. What could be better is missing.",
  short_changed: "Mostly points to improve. What went well is missing.",
  recent: "More than half happened in the last 60 days.",
  recent_then: "More than half happened in the last 60 days of the year.",
  quiet: (days: number) => `No note for ${n(days, "day", "days")}.`,
  waiting: (count: number, days: number) =>
    count === 1
      ? `1 point to improve has waited ${n(days, "day", "days")} to be talked about.`
      : `${count} points to improve wait to be talked about, the oldest for ${n(days, "day", "days")}.`,
};
