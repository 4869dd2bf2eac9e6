import type { GoalState, MeetingState, NoteKind, Polarity, Relation } from "../../door/calls";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  more: "Show more",
  empty: "empty",
  kit_code: "Recovery code",
  save_pdf: "Save as PDF",
  save_text: "Save as text",
  kit_saved: (file: string) => `Saved as ${file}.`,

  polarity: { praise: "Praise", constructive: "To improve" } satisfies Record<Polarity, string>,
  note_kind: {
    delivery: "Delivery",
    leadership: "Leadership",
    difficulty: "Difficulty",
    other: "Other",
  } satisfies Record<NoteKind, string>,
  relation: {
    me: "Me",
    direct_report: "Direct report",
    my_manager: "My manager",
    peer: "Peer",
    partner: "Partner",
    hr: "HR",
    skip_level: "Skip level",
    other: "Other",
  } satisfies Record<Relation, string>,
  meeting_state: {
    planned: "Planned",
    prepped: "Prepared",
    in_progress: "Now",
    held: "Held",
    notes_sent: "Notes sent",
    closed: "Closed",
    moved: "Moved",
    cancelled: "Cancelled",
  } satisfies Record<MeetingState, string>,
  goal_state: {
    proposed: "Proposed",
    endorsed: "Endorsed",
    active: "Active",
    achieved: "Achieved",
    partly_achieved: "Partly achieved",
    missed: "Missed",
    dropped: "Dropped",
  } satisfies Record<GoalState, string>,

  // a note
  not_raised: "not yet raised",
  days_not_raised: (days: number) => `${n(days, "day", "days")}, not yet raised`,
  raised: (day: string) => `raised ${day}`,
  dismissed: "set aside",
  carry: "Carry into the margin",
  mark_raised: "Mark as raised",
  not_raised_yet: "Not raised after all",
  set_aside: "Set aside",
  take_up: "Take up again",
  edit: "Edit",
  remove: "Remove",
  history: "History",
  note_text: "Note",
  note_kind_label: "About",
  note_day: "On",
  note_polarity: "Kind of note",
  save: "Save",
  cancel: "Cancel",
  removed_note: "Note removed.",
  raised_note: "Marked as raised.",
  unraised_note: "Marked as not yet raised.",
  aside_note: "Note set aside.",
  taken_up_note: "Note taken up again.",
  saved_note: "Note changed.",
  note_actions: (day: string) => `Note of ${day}`,
  note_empty: "A note needs a few words.",
  note_about: (name: string, day: string) => `${name}, note of ${day}`,
  note_files: (count: number) => n(count, "file", "files"),

  // a meeting
  minutes: (count: number) => `${count} min`,
  no_headline: "nothing written yet",
  slot: "in the series, not opened yet",
  day_off: "day off",

  // an action
  they_promised: (name: string) => `${name} promised`,
  you: "You",
  since: (day: string) => `since ${day}`,
  no_due: "no date",
  ticked: (text: string) => `Done: ${text}`,
  unticked: (text: string) => `Open again: ${text}`,
  edit_this: (text: string) => `Change: ${text}`,
  edit_action: "Change the action",
  action_text: "What was promised",
  action_empty: "Say in one line what is to be done.",
  action_owner: "Who owes it",
  action_due: "By",
  action_changed: "Action changed.",
  drop_action: "No longer owed",
  drop_reason: "Why it is no longer owed",
  drop_reason_hint: "A few words. The action leaves the lists and stays in the history.",
  drop_reason_missing: "Say why it is no longer owed.",
  drop_yes: "Drop it",
  action_dropped: "Action dropped.",

  // files
  files: "Files",
  attach: "Attach a file",
  no_files: "None yet. Choose one or drop it here: a copy, up to 25 MB, is kept encrypted in the vault.",
  copy_in_the_open: "A copy that you save out of the vault is not encrypted.",
  save_copy: (name: string) => `Save a copy of ${name}`,
  remove_file: (name: string) => `Remove ${name}`,
  files_attached: (count: number) =>
    count === 1
      ? "File attached. The original stays where it was."
      : `${count} files attached. The originals stay where they were.`,
  drop_nowhere:
    "Nothing was attached. Open a 1:1, a note, a goal, a review draft or what is known of a person, and drop the file there.",
  file_removed: (name: string) => `${name} removed.`,
  copy_saved: (name: string) => `Saved as ${name}. This copy is not encrypted.`,

  // a goal, a review
  goal_due: (when: string) => `by ${when}`,
  review_of: (cycle: string) => `Review of ${cycle}`,
  words: (count: number) => n(count, "word", "words"),

  week: (parts: string[]) => parts.join(", "),
  week_of: (day: string) => `Week of ${day}`,
  week_met: "met",
  week_moved: "moved",
  week_praise: (count: number) => `${count} praise`,
  week_constructive: (count: number) => `${count} to improve`,
  ribbon_met: (name: string, met: number, of: number) =>
    `${name}: met in ${met} of ${n(of, "week", "weeks")}`,
  ribbon: (name: string, met: number, of: number, praise: number, constructive: number) =>
    `${name}: met in ${met} of ${n(of, "week", "weeks")}, ${praise} praise, ${constructive} to improve`,
};
