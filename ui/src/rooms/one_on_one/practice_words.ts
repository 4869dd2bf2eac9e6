import type { DocumentState, Hint, Range, Reading, SectionKind, Topic } from "../../door/calls";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const about = {
  goals: "goals and career",
  opportunities: "opportunities",
  status: "status",
  learning: "learning",
  needs: "what they need from you",
  team: "the team",
  actions: "earlier actions",
  personal: "personal matters",
  extra: "the extra part",
} satisfies Record<SectionKind, string>;

/** What stands around a 1:1 and its document. */
export const words = {
  // the rhythm
  rhythm: {
    title: (name: string) => `Meetings with ${name}`,
    set_up: "Set up a series",
    change: "Change the series",
    every: (days: number, day: string, time: string) =>
      days === 7
        ? `Every week, ${day}s ${time}`
        : days === 14
          ? `Every second week, ${day}s ${time}`
          : days % 7 === 0
            ? `Every ${days / 7} weeks, ${day}s ${time}`
            : `Every ${days} days, ${time}`,
    first: "First time",
    time: "At",
    length: "Length",
    minutes: (count: number) => n(count, "minute", "minutes"),
    how_often: "How often",
    weekly: "Every week",
    second: "Every second week",
    sparser: "Less often",
    days: "Days between two meetings",
    because: "Why less often than every second week",
    because_hint: "Two weeks without a talk is the most that works for nearly everybody.",
    template: "New documents follow",
    built_in: "The usual template",
    at_ease: "Every second week is fine once both of you are at ease with these talks.",
    at_ease_mine: "I am at ease",
    at_ease_theirs: (name: string) => `${name} is at ease`,
    factors: "What the rhythm is chosen by",
    factors_hint: "A few words each, for you alone. Nothing is computed from them.",
    factors_on: (day: string) => `written down ${day}`,
    factor: {
      level: "Level",
      performance: "How the work goes",
      autonomy: "How far they work on their own",
      tenure_here: "Time with the organisation",
      tenure_on_team: "Time on this team",
      load: "What you have to carry",
    },
    gap: (days: number) => `${n(days, "day", "days")} since you last met`,
    moved: (moved: number, of: number) => `${moved} of the last ${of} moved`,
    end: "End the series",
    ended: "The series has ended. What took place stays.",
    saved: "Series saved.",
    save: "Save",
    cancel: "Cancel",
    day_off: "day off",
    not_opened: "not opened yet",
  },

  // preparation
  before: "Before you meet",
  prepared: "Prepared",
  done_of: (done: number, of: number) => `${done} of ${of} done`,
  reading: {
    history: "Read the last 1:1s",
    document: "Read the document",
    folder: "Look through the fuzzy folder",
  } satisfies Record<Reading, string>,
  reading_mine: {
    history: "Read the last 1:1s",
    document: "Fill in the document and hand it in",
    folder: "Look through what you noted",
  } satisfies Record<Reading, string>,
  after: {
    title: "After you met",
    understood: "You both understood the same, or the difference is written down",
    promises: "Every promise has a day",
    say: "Say so now",
    no_promises: "Nothing was promised",
    sent: "The notes are out",
    received: "You have the notes",
    done: "done",
    open: "open",
  },
  read_first: "Read what is known of them",
  read_theirs: (name: string) => `Read what ${name} wrote`,
  time_spent: (minutes: number) => (minutes < 1 ? "under a minute so far" : `${minutes} min so far`),
  time_usual: (minutes: number) => `usually ${Math.max(1, minutes)} min`,
  only_you_time: "Only you see how long you prepare.",
  history_due: (when: string) => `by ${when}`,

  document: {
    blank: "Nothing written yet",
    draft: "Being written",
    submitted: "Handed in",
    annotated: "Handed in, you wrote beside it",
    discussed: "Talked about",
    agreed: "Talked about, same understanding",
    agreed_with_difference: "Talked about, with a difference on record",
    sent: "Notes are out",
    archived: "Closed",
  } satisfies Record<DocumentState, string>,
  due: (when: string) => `due ${when}`,
  overdue: (when: string) => `was due ${when}`,
  hand_in: "Hand in",
  mark_handed_in: "Mark as handed in",
  not_handed_in: "Not handed in after all",
  invite: {
    write: "Write the invitation",
    again: (when: string) => `Invited ${when}`,
    title: "Invite to the first 1:1",
    hint: "It goes out two days before, with the blank document, so that there is time to think.",
    out: "It is out",
    noted: "Noted: the invitation is out.",
  },
  theirs_now: (name: string) =>
    `${name} handed this in, so the words are theirs. Write beside a section instead.`,

  hint: (hint: Hint): string => {
    switch (hint.kind) {
      case "no_opportunities":
        return hint.documents > 1
          ? `Nothing under opportunities in ${hint.documents} documents in a row. “No ideas” is rarely the whole story.`
          : "Nothing under opportunities. “No ideas” is rarely the whole story.";
      case "no_learning":
        return `Nothing learned in ${hint.documents} documents in a row. Talk about challenge.`;
      case "mostly_status":
        return "Status takes up most of the words. Leave room for career and the team.";
      case "quiet":
        return `Not a word on ${about[hint.about]} for ${n(Math.floor(hint.days / 7), "week", "weeks")}.`;
      case "odd_length":
        return "A first 1:1 takes 60 to 90 minutes.";
      case "first_not_held":
        return "The first 1:1, with the ground rules, was never held.";
    }
  },
  hints: "Worth a word",

  // the document
  goals_due: "To look at this time",
  range_label: "How far this reaches",
  range_ask: "How far does it reach?",
  range: {
    employee: "own work",
    team: "team",
    organisation: "organisation",
    company: "company",
    industry: "industry",
  } satisfies Record<Range, string>,
  brief: "one line is enough",
  personal: "never part of a review",
  talked: (title: string) => `Talked about: ${title}`,
  talked_short: "talked about",
  changed_since: "Changed since you read it",
  show_text: "Show the text",
  write_beside: "Write beside it",
  nothing: "nothing written",
  beside_what: (title: string) => `Beside ${title}`,
  beside_hint: "Only you see this.",
  keep: "Keep",
  share: "Share…",
  take_away: "Take away",
  edit: "Change",
  beside_kept: "Kept beside the section.",
  beside_gone: "Taken away.",
  carry: "Carry into the margin",
  carried: "Carried into the margin of this 1:1.",
  carried_along: "Carried along",
  from_folder: "from the fuzzy folder",

  // shared
  shared_on: (day: string) => `you, ${day}`,
  correction_on: (day: string) => `correction, ${day}`,
  share_title: (name: string) => `Share this with ${name}`,
  share_text: "What both of you will read",
  share_hint: (name: string, where: string) =>
    `It goes into the document, below “${where}”. ${name} reads it wherever the document goes. Your private note stays private.`,
  share_whole: "the whole document",
  share_yes: "Put it into the document",
  shared: "It is in the document now.",
  share_empty: "Write what is to be shared.",
  unshare: "Take out of the document",
  unshared: "Taken out of the document.",
  correct: "Add a correction",
  correct_title: "Add a correction",
  correct_hint: "A closed document stays as it is. A correction is added below it, with today’s day.",

  // the agenda
  agenda: "Agenda",
  add_point: "Add a point, Enter keeps it",
  add_point_label: "New point",
  open_because: "Why it stays open",
  remove_point: (text: string) => `Remove ${text}`,
  topic: {
    ground_rules: "Ground rules: what this hour is for, and what stays between you",
    goals: "Goals, where there are none yet",
    document: "The document: fill in a part of it together",
    cadence: "How often you meet",
    keeping_the_slot: "Keeping the slot, and what may outrank it",
    standing_aims: "What you both want from these talks",
  } satisfies Record<Topic, string>,
  plan_first: "This is the first one",
  plan_first_hint: "Over an hour, with the six things a first talk settles. Say that later ones are shorter.",
  first_kind: "First 1:1",
  follow_kind: "Follow-up",

  short_of_time: "Short of time? Even ten minutes are worth it.",
  make_it: (minutes: number) => `Make it ${minutes} min`,
  made_shorter: (minutes: number) => `It takes ${minutes} minutes now.`,
  take_needs: "Take as promises",
  feedback: {
    keep_it: "Feedback about me",
    title: "Feedback about me",
    text: "What you heard about how you manage",
    hint: (name: string) => `It goes into your own fuzzy folder, without ${name}’s name. Only you see it.`,
    polarity: "What it is",
    keep: "Keep",
    kept: "Kept in your own fuzzy folder.",
    empty: "Write what you heard.",
  },
  taken_needs: (count: number) =>
    count === 0 ? "All of it is promised already." : `${n(count, "promise", "promises")} added.`,

  // the meeting
  clock: "In the meeting",
  clock_line: (minutes: number, of: number) => `${minutes} of ${of} min`,
  clock_over: (minutes: number) => `${n(minutes, "minute", "minutes")} over`,
  phone_away: "Phone away. Inglenook keeps quiet.",

  // parting
  part: "We have met",
  part_title: "Before you leave",
  part_lead: (name: string) => `Read it through together. Did you and ${name} understand the same?`,
  same_mine: "I understood it this way",
  same_theirs: (name: string) => `${name} did too`,
  difference: "Where you differ",
  difference_hint: "A few words are enough. It stands in the document for both.",
  raised: "Talked about from the fuzzy folder",
  left: "Not ticked as talked about",
  follow: "A follow-up within 24 to 48 hours?",
  follow_late: "No working time lies within 24 to 48 hours. The next one is:",
  follow_none: "No follow-up",
  part_yes: "End the meeting",
  part_after: "What you both understood",
  part_kept: "Kept with this 1:1.",
  parted: "The meeting has ended. Send the notes next.",
  planned_follow: (when: string) => `Follow-up planned for ${when}.`,

  // sending
  send: "Send the notes",
  send_title: "Send the notes",
  since_end: (minutes: number) =>
    minutes < 1
      ? "You met just now. Notes are worth most while they are warm."
      : `You met ${minutes < 120 ? n(minutes, "minute", "minutes") : `${Math.floor(minutes / 60)} hours`} ago, and the notes are not out yet.`,
  sent_after: (minutes: number) =>
    `The notes were out ${minutes < 120 ? n(minutes, "minute", "minutes") : `${Math.floor(minutes / 60)} hours`} after you met.`,
  sent_yes: "They are out",
  sent_hint: (name: string) =>
    `${name} gets the document, what was shared below it, the agenda, what you both understood and who owes what. Your margin, your notes and personal sections stay here.`,
  by_mail: "Write an e-mail",
  by_file: "Save as a file",
  by_copy: "Copy the text",
  mail_open: "The message is in your mail program.",
  mail_cut: "The message is in your mail program. It was too long and is cut: attach the file.",
  written: (file: string) => `Saved as ${file}.`,
  copied: "Copied.",
};
