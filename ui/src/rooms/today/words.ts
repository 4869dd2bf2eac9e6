import type { CareKind, ReminderKind } from "../../door/calls";
import { capital, count as counted, in_words } from "../../kit/say";

export const words = {
  due_title: "Around your 1:1s",
  due: {
    send_template: (name: string) => `Send ${name} the blank document`,
    read_history: (name: string) => `Read the last 1:1s with ${name}`,
    fill_document: (name: string) => `Fill in the document for ${name}`,
    document_due: (name: string) => `Your document for ${name} is due`,
    document_late: (name: string) => `${name}’s document has not arrived`,
    read_document: (name: string) => `Read what ${name} wrote`,
    send_notes: (name: string) => `Send ${name} the notes`,
    meet_again: (name: string) => `More than two weeks without ${name}`,
  } satisfies Record<ReminderKind, (name: string) => string>,
  captured_title: "Written while locked",
  captured: (count: number) => counted(count, "note written while locked", "notes written while locked"),
  captured_text: (count: number) => `Say whose folder ${count === 1 ? "it goes" : "they go"} into.`,
  captured_look: (count: number) => (count === 1 ? "Look at it" : "Look at them"),
  care_title: "Worth a thought",
  care: {
    notes_wait: (days) => `A point to improve waits for ${days} ${days === 1 ? "day" : "days"}`,
    goals_due: (goals) => `${goals === 1 ? "A goal" : `${goals} goals`} to look at`,
    no_goals: () => "No goal is being worked on",
    no_growth: () => "Nothing among the goals is growth",
    quiet_folder: (days) => `No note for ${days} ${days === 1 ? "day" : "days"}`,
    praise_waits: (days) => `Praise from ${days} ${days === 1 ? "day" : "days"} ago, not said yet`,
  } satisfies Record<CareKind, (count: number) => string>,
  more_care: (count: number) => `${count} more ${count === 1 ? "person" : "people"}`,
  nothing_planned: "Nothing planned today",
  conversations: (count: number) =>
    `${capital(in_words(count))} ${count === 1 ? "conversation" : "conversations"} today`,
  all_held: "All of today’s conversations are held",
  good_start: (name: string) => `Welcome, ${name}`,
  start_line: "Three ways to begin. Each takes a minute or two.",
  line_all_ready: (count: number) =>
    count === 1 ? "It is ready." : count === 2 ? "Both are ready." : `All ${in_words(count)} are ready.`,
  line_needs: (name: string, time: string) => `${name}’s at ${time} has nothing written yet.`,
  line_rest_ready: (count: number) =>
    count === 1 ? "The other one is ready." : `The other ${in_words(count)} are ready.`,
  line_some_open: (count: number) => `${capital(in_words(count))} have nothing written yet.`,
  line_next: (name: string, when: string) => `The next one is with ${name}, ${when}.`,
  line_none: "No 1:1 is planned. A plan takes a few seconds.",

  in_series: "In the series, nothing written yet",
  open: "Open",
  prepare: "Prepare",
  ready: "Ready",
  held: "Held",
  now: "Now",
  first_meeting: "first 1:1",
  minutes: (count: number) => `${count} min`,
  nothing_new: "Nothing new since last time",
  new_notes: (count: number, name: string) => `${count} new in ${name}’s fuzzy folder`,
  open_actions: (count: number) => `${count} open ${count === 1 ? "action" : "actions"}`,
  written: (count: number) => `${count} of 5 sections written`,
  ring: (count: number) => `${count} of 5 sections written`,

  six_months: "The last six months",
  no_ribbon:
    "Nobody is noted as your direct report yet. Edit a person to say so; their half year stands here.",
  new_person: "new",
  never_met: "not met yet",

  promises: "Promises",
  yours_first: "yours first",
  no_promises: "Nothing promised and open. Actions from 1:1s appear here.",
  more_promises: (count: number) => `${count} more`,
  follow_ups: "Follow-ups",
  follow_up: (number: number) => `Follow-up ${number}`,
  follow_ups_hint: "to improve, not yet raised",
  no_follow_ups: "Nothing is waiting to be raised.",
  more_notes: (count: number) => `${count} more in the fuzzy folder`,
  days_old: (days: number) => (days === 0 ? "kept today" : `kept ${days} ${days === 1 ? "day" : "days"} ago`),
  to_improve: "To improve",

  talks: "Talks that wait",
  more_talks: (count: number) => `${count} more`,

  begin_roster: "Bring in a roster",
  begin_roster_text:
    "A CSV file from your HR system: names, roles, teams. You see every row before anything is kept.",
  begin_person: "Add a person",
  begin_person_text: "A name is enough. The rest can follow.",
  begin_plan: "Plan a 1:1",
  begin_plan_text: "A day and a time. The five sections are laid out for you.",
  begin_plan_first: "Add a person first.",
};
