const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The goals of a year: as they were when it began, and now. */
export const words = {
  title: (cycle: string) => `${cycle}, then and now`,
  before: "The year before",
  after: "The year after",
  none: "No goal in this year.",
  not_begun: "not begun yet",
  same: "words as they were",
  reworded: "worded anew",
  looks: (count: number) => n(count, "look", "looks"),
  obstacles: (count: number, open: number) =>
    `${n(count, "thing", "things")} in the way${open > 0 ? `, ${open} still` : ", none any more"}`,
  show: (title: string) => `Then and now: ${title}`,
  then: (day: string) => `As of ${day}`,
};
