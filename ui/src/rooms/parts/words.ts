import type { GoalState, MeetingState, NoteKind, Polarity, Relation } from "../../door/calls";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
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
    in_progress: "Now",
    held: "Held",
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

  // a meeting
  minutes: (count: number) => `${count} min`,
  no_headline: "nothing written yet",

  // an action
  you: "You",
  since: (day: string) => `since ${day}`,
  no_due: "no date",
  ticked: (text: string) => `Done: ${text}`,
  unticked: (text: string) => `Open again: ${text}`,

  week: (parts: string[]) => parts.join(", "),
  week_of: (day: string) => `Week of ${day}`,
  week_met: "met",
  week_moved: "moved",
  week_praise: (count: number) => `${count} praise`,
  week_constructive: (count: number) => `${count} to improve`,
  ribbon: (name: string, met: number, of: number, praise: number, constructive: number) =>
    `${name}: met in ${met} of ${n(of, "week", "weeks")}, ${praise} praise, ${constructive} to improve`,
};
