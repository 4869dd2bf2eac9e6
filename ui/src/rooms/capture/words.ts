import { count } from "../../kit/say";

export const words = {
  title: "Written while locked",
  today: "Today",
  only_you: "Only you",
  text: "Say whose folder each one goes into. It then is a note of the day it was written.",
  list: "Notes that wait",
  list_title: (notes: number) => `${count(notes, "note waits", "notes wait")}`,
  keys_hint: "J and K move, P praise, I to improve, Enter keeps.",
  add_person: "Add a person",

  note_of: (when: string) => `Note of ${when}`,
  about: (name: string) => `about “${name}”`,
  about_nobody: "no name",
  likely: "likely",
  to_choose: "choose whom",
  whose: "Whose folder",
  whose_missing: "Say whose folder it goes into.",
  keep: "Keep",
  keep_of: (when: string) => `Keep the note of ${when}`,
  keep_all: (notes: number) => `Keep ${count(notes, "note", "notes")}`,
  keep_covered: "Keep what has a folder",
  more: (notes: number) =>
    `${count(notes, "more waits", "more wait")}. ${notes === 1 ? "It is" : "They are"} shown once some of these are gone.`,

  kept: (notes: number) => `${count(notes, "note", "notes")} kept.`,
  kept_in: (name: string) => `Kept in ${name}’s fuzzy folder.`,
  kept_mine: "Kept in your own fuzzy folder.",
  kept_covered: "Kept.",
  kept_before: "It was kept before.",

  unread: (files: number) => `${count(files, "file", "files")} cannot be read`,
  unread_list: "What cannot be read",
  unread_sealed: "It is damaged, or it was sealed to another vault. It stays until you remove it.",
  unread_strange:
    "It is no note of Inglenook. It lies in the folder “captures” of your vault, and only you can take it out of there.",

  remove: (when: string) => `Remove the note of ${when}`,
  remove_file: (file: string) => `Remove ${file}`,
  remove_short: "Remove",
  remove_title: "Remove what waits",
  remove_note: (when: string) => `The note of ${when} was never in a folder.`,
  remove_unread: (file: string) => `Nobody has read ${file}.`,
  remove_sure: "What you remove here is gone, and nothing brings it back.",
  remove_yes: "Remove it for good",
  leave: "Leave it here",
  removed: "Removed for good.",

  none_title: "Nothing waits",
  none_text:
    "What you write down while the vault is locked waits here until you say whose folder it goes into.",
  to_folder: "Go to the fuzzy folder",
};
