// Every command of the house with its key, in one table. The palette, the keyboard and the map of keys
// are all made from it. A command with `where` is carried out by the room that offers it while mounted.
import { words } from "./words";

export type CommandGroup = "frame" | "go" | "make" | "page" | "vault";

export interface Command {
  id: string;
  title: string;
  group: CommandGroup;
  /** As written on the keyboard: "Ctrl K", "G T", "?". The first one is shown, every one works. */
  keys: string[];
  /** Also works while text is being typed; what a key alone would write into the text never does. */
  in_text?: boolean;
  /** Also works while a sheet lies over the page: it neither goes anywhere nor takes the sheet away. */
  over_sheet?: boolean;
}

const say = words.command;

export const commands = [
  { id: "frame.palette", title: say.palette, group: "frame", keys: ["Ctrl K"], in_text: true },
  { id: "frame.search", title: say.search, group: "frame", keys: ["Ctrl F"], in_text: true },
  {
    id: "folder.quick_note",
    title: say.quick_note,
    group: "frame",
    keys: ["Ctrl Shift N", "Ctrl N"],
    in_text: true,
    over_sheet: true,
  },
  { id: "history.undo", title: say.undo, group: "frame", keys: ["Ctrl Z"] },
  { id: "frame.back", title: say.back, group: "frame", keys: ["Alt ←"] },
  { id: "frame.forward", title: say.forward, group: "frame", keys: ["Alt →"] },
  { id: "frame.keys", title: say.keys, group: "frame", keys: ["?"] },
  {
    id: "settings.theme",
    title: say.theme,
    group: "frame",
    keys: ["Ctrl Shift L"],
    in_text: true,
    over_sheet: true,
  },
  {
    id: "settings.present",
    title: say.present,
    group: "frame",
    keys: ["F8"],
    in_text: true,
    over_sheet: true,
  },

  { id: "go.today", title: say.go_today, group: "go", keys: ["G T"] },
  { id: "go.people", title: say.go_people, group: "go", keys: ["G P"] },
  { id: "go.one_on_ones", title: say.go_one_on_ones, group: "go", keys: ["G O"] },
  { id: "go.folder", title: say.go_folder, group: "go", keys: ["G F"] },
  { id: "capture.look", title: say.captures, group: "go", keys: ["G W"] },
  { id: "go.goals", title: say.go_goals, group: "go", keys: ["G G"] },
  { id: "go.talks", title: say.go_talks, group: "go", keys: ["G D"] },
  { id: "go.reviews", title: say.go_reviews, group: "go", keys: ["G R"] },
  { id: "go.history", title: say.go_history, group: "go", keys: ["G H"] },
  { id: "go.settings", title: say.settings, group: "go", keys: ["Ctrl ,"], in_text: true },

  { id: "person.add", title: say.add_person, group: "make", keys: ["C P"] },
  { id: "one_on_one.plan", title: say.plan, group: "make", keys: ["C O"] },
  { id: "goal.add", title: say.goal, group: "make", keys: ["C G"] },
  { id: "talk.begin", title: say.talk, group: "make", keys: ["C D"] },
  { id: "review.add", title: say.review, group: "make", keys: ["C R"] },
  { id: "review.cycle", title: say.review_cycle, group: "make", keys: ["C B"] },
  { id: "calendar.open", title: say.calendar, group: "make", keys: ["C A"] },
  { id: "roster.import", title: say.roster, group: "make", keys: ["C I"] },
  { id: "mail.bring", title: say.mail, group: "make", keys: ["C M"] },
  { id: "goal.grounds", title: say.grounds, group: "make", keys: ["C V"] },
  { id: "template.edit", title: say.templates, group: "make", keys: ["C T"] },

  { id: "person.note", title: say.note_here, group: "page", keys: ["N"] },
  { id: "person.search", title: say.search_here, group: "page", keys: ["/"] },
  { id: "person.edit", title: say.edit_person, group: "page", keys: ["E"] },
  { id: "career.export_plan", title: say.plan_save, group: "page", keys: ["S"] },
  { id: "person.year_before", title: say.year_before, group: "page", keys: ["["] },
  { id: "person.year_after", title: say.year_after, group: "page", keys: ["]"] },
  {
    id: "one_on_one.advance",
    title: say.meeting_advance,
    group: "page",
    keys: ["Ctrl Enter"],
    in_text: true,
  },
  { id: "one_on_one.move", title: say.meeting_move, group: "page", keys: ["M"] },
  { id: "one_on_one.cancel", title: say.meeting_cancel, group: "page", keys: ["X"] },
  { id: "one_on_one.remove", title: say.meeting_remove, group: "page", keys: ["Delete"] },
  { id: "one_on_one.next", title: say.section_next, group: "page", keys: ["Alt ↓"], in_text: true },
  { id: "one_on_one.before", title: say.section_before, group: "page", keys: ["Alt ↑"], in_text: true },
  { id: "one_on_one.talked", title: say.talked, group: "page", keys: ["Alt T"], in_text: true },
  { id: "one_on_one.beside", title: say.beside, group: "page", keys: ["Alt B"], in_text: true },
  { id: "one_on_one.rhythm", title: say.rhythm, group: "page", keys: ["R"] },
  { id: "one_on_one.margin", title: say.margin, group: "page", keys: ["Alt M"], in_text: true },
  { id: "talk.advance", title: say.talk_advance, group: "page", keys: ["Alt Enter"], in_text: true },
  { id: "talk.read", title: say.talk_read, group: "page", keys: ["P"] },
  { id: "talk.give", title: say.talk_give, group: "page", keys: ["Alt G"], in_text: true },
  { id: "review.evidence", title: say.evidence, group: "page", keys: ["Alt E"], in_text: true },
  { id: "review.look", title: say.review_look, group: "page", keys: ["Alt L"], in_text: true },
  { id: "review.outline", title: say.review_outline, group: "page", keys: ["Alt O"], in_text: true },
  { id: "review.self", title: say.review_self, group: "page", keys: ["Alt R"], in_text: true },
  { id: "review.point", title: say.review_point, group: "page", keys: ["Alt N"], in_text: true },
  {
    id: "review.point_down",
    title: say.review_point_down,
    group: "page",
    keys: ["Alt Shift ↓"],
    in_text: true,
  },
  { id: "review.point_up", title: say.review_point_up, group: "page", keys: ["Alt Shift ↑"], in_text: true },
  { id: "review.share", title: say.review_share, group: "page", keys: ["Alt S"], in_text: true },
  { id: "review.export", title: say.review_export, group: "page", keys: ["Alt X"], in_text: true },
  { id: "review.inputs", title: say.review_inputs, group: "page", keys: ["Alt I"], in_text: true },
  { id: "review.discuss", title: say.review_discuss, group: "page", keys: ["Alt D"], in_text: true },
  { id: "review.cycle_dates", title: say.review_cycle_dates, group: "page", keys: ["D"] },
  { id: "review.calibrate", title: say.review_calibrate, group: "page", keys: ["Alt C"] },
  { id: "input.ask", title: say.input_ask, group: "page", keys: ["Alt A"], in_text: true },
  { id: "input.clock", title: say.input_clock, group: "page", keys: ["Alt Q"], in_text: true },
  { id: "review.agree", title: say.review_agree, group: "page", keys: ["Alt Shift A"], in_text: true },
  { id: "review.differ", title: say.review_differ, group: "page", keys: ["Alt Shift D"], in_text: true },
  { id: "review.park", title: say.review_park, group: "page", keys: ["Alt Shift P"], in_text: true },
  { id: "review.ask", title: say.review_ask, group: "page", keys: ["Alt Shift Q"], in_text: true },
  { id: "action.add", title: say.add_action, group: "page", keys: ["A"] },
  { id: "files.attach", title: say.attach, group: "page", keys: ["F"] },
  { id: "history.record", title: say.record_history, group: "page", keys: ["H"] },

  { id: "vault.lock", title: say.lock, group: "vault", keys: ["Ctrl L"], in_text: true, over_sheet: true },
  { id: "vault.backup", title: say.backup, group: "vault", keys: ["V B"] },
  { id: "vault.check", title: say.check, group: "vault", keys: ["V C"] },
  { id: "vault.export", title: say.export, group: "vault", keys: ["V E"] },
] as const satisfies Command[];

export type CommandId = (typeof commands)[number]["id"];

/** What lists, sheets and fields understand by themselves: shown in the map, not commands. */
export const list_keys = [
  { keys: ["J", "↓"], title: words.list_keys.down },
  { keys: ["K", "↑"], title: words.list_keys.up },
  { keys: ["Enter"], title: words.list_keys.open },
  { keys: ["Esc"], title: words.list_keys.close },
  { keys: ["Alt H"], title: words.list_keys.place },
  { keys: ["Alt K"], title: words.list_keys.keep_search },
  { keys: ["Alt 1"], title: words.list_keys.kept_search },
  { keys: ["Space"], title: words.list_keys.tick },
  { keys: ["P"], title: words.list_keys.praise },
  { keys: ["I"], title: words.list_keys.improve },
  { keys: ["Ctrl Enter"], title: words.list_keys.next_point },
  { keys: ["A"], title: words.list_keys.agreed },
  { keys: ["S"], title: words.list_keys.differs },
  { keys: ["P"], title: words.list_keys.park },
  { keys: ["Q"], title: words.list_keys.asked },
  { keys: ["N"], title: words.list_keys.their_point },
  { keys: ["Backspace"], title: words.list_keys.erase_point },
  { keys: ["J", "→"], title: words.list_keys.talk_next },
  { keys: ["K", "←"], title: words.list_keys.talk_before },
  { keys: ["A"], title: words.list_keys.talk_agree },
  { keys: ["D"], title: words.list_keys.talk_differ },
  { keys: ["P"], title: words.list_keys.talk_park },
  { keys: ["Q"], title: words.list_keys.talk_ask },
  { keys: ["N"], title: words.list_keys.talk_add },
];
