export const words = {
  title: "Kept searches",
  none: "None yet. Type or choose something, then keep it by name to find it here again.",
  keep: "Keep this search",
  keep_changed: (name: string) => `Keep the change in “${name}”`,
  keep_title: "Keep this search",
  rename_title: "Rename the search",
  name: "Name",
  name_hint: "What you would look for it by. The palette finds it as well.",
  name_missing: "Say in a few words what it finds.",
  cancel: "Cancel",
  yes: "Keep it",
  rename_yes: "Rename",
  rename: (name: string) => `Rename ${name}`,
  remove: (name: string) => `Remove ${name}`,
  kept: (name: string) => `Kept as “${name}”.`,
  renamed: (name: string) => `Now called “${name}”.`,
  changed: (name: string) => `“${name}” now asks what you see.`,
  removed: (name: string) => `“${name}” removed. What it finds stays.`,
  keys: (nth: number) => `Alt ${nth}`,

  /** What a search without words is named by at first. */
  in_words: (parts: string[]) => parts.join(", "),
  from: (day: string) => `from ${day}`,
  to: (day: string) => `to ${day}`,

  polarity: "Praise or to improve",
  any_polarity: "Either",
  /** Nothing typed, only chosen. */
  none_chosen: "Nothing kept fits these choices.",
  none_chosen_next: "Widen one of them.",
};
