const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: "Fuzzy folder",
  only_you: "Only you",
  private_line: "Only you see this folder. Nothing in it is shared unless you raise it yourself.",
  everybody: "Everybody",
  myself: "About me",
  whose: "About",
  both: "Both kinds",
  praise: "Praise",
  to_improve: "To improve",
  polarity: "Praise or to improve",
  up_to: (day: string) => `Up to ${day}`,
  newest: "Show the newest",
  quick_note: "Add a note",
  mail: "Bring mail in",
  empty_title: "Nothing kept yet",
  empty_text: "Keep one line when something happens: what it was, and what it meant.",
  no_match_title: "Nothing fits this choice",
  no_match_text: "Choose another person or both kinds of note.",
  no_mine_title: "Nothing about you yet",
  no_mine_text:
    "What you hear about how you manage is kept here. In a 1:1 it is kept by “Feedback about me”.",
  show_all: "Show all notes",
  loaded: (count: number) => `${n(count, "note", "notes")} shown`,
  list: "Notes",
};
