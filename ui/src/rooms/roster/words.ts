const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: "Bring in a roster",
  choose_text:
    "Choose a CSV file with one person a row and a heading row. Nothing is kept until you have seen what it would change.",
  choose: "Choose the file",
  another: "Choose another file",
  reading: "Reading",
  file: (name: string) => `From ${name}`,
  counts: (added: number, changed: number, unchanged: number) =>
    `${n(added, "person", "people")} to add, ${changed} to change, ${unchanged} as they are.`,
  rejected: (count: number) =>
    `${n(count, "row", "rows")} cannot be read and ${count === 1 ? "is" : "are"} left out:`,
  row: "Row",
  column: "Column",
  why: "Why",
  more_rejected: (count: number) => `and ${count} more`,
  mapping: "Which column is what",
  not_taken: "Not taken",
  otherwise: "What they are to you",
  unplaced: (count: number) =>
    `The file does not say it of ${n(count, "person", "people")}. Only direct reports stand on Today; each can be changed later.`,
  they_are: "They are",
  sample: "The first rows",
  apply: (count: number) =>
    count === 0 ? "Nothing to bring in" : `Bring in ${n(count, "person", "people")}`,
  cancel: "Cancel",
  applied: (added: number, changed: number) =>
    changed === 0
      ? `${n(added, "person", "people")} added.`
      : `${n(added, "person", "people")} added, ${changed} changed.`,
  fields: {
    name: "Name",
    role: "Role",
    level: "Level",
    site: "Site",
    team: "Team",
    manager: "Manager",
    relation: "Relation to you",
    employment: "Employment",
    started_on: "Started on",
    left_on: "Left on",
    email: "E-mail",
    phone: "Phone",
  } as Record<string, string>,
};
