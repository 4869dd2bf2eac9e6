// What a room may ask of the house around it. The frame answers; a room never sees the frame.
import { getContext, setContext } from "svelte";
import type { Day, Id, NoteLine, PersonLine, Today } from "../door/calls";
import type { Live } from "../door/live.svelte";
import type { IconName } from "../kit/icons";

export type Place =
  | { room: "today" }
  | { room: "people" }
  | { room: "person"; id: Id; tab?: PersonTab }
  | { room: "one_on_ones" }
  | { room: "one_on_one"; id: Id }
  | { room: "folder"; person?: Id; on?: Day }
  | { room: "mail"; dropped?: { about?: Id } }
  | { room: "captures" }
  | { room: "goals"; goal?: Id }
  | { room: "talks" }
  | { room: "talk"; id: Id }
  | { room: "reviews" }
  | { room: "review"; id: Id }
  | { room: "review_inputs"; id: Id }
  | { room: "review_talk"; id: Id }
  | { room: "calibration"; cycle: string }
  | { room: "search"; query?: string; person?: Id; kept?: Id }
  | { room: "history" }
  | { room: "settings"; task?: SettingsTask };

/** Work on the vault as a whole that settings starts by itself when come to for it. */
export type SettingsTask = "vault.backup" | "vault.check" | "vault.export";
export type PersonTab =
  "one_on_ones" | "folder" | "goals" | "talks" | "career" | "reviews" | "standing" | "about";

/** Something laid over the page, opened by whoever needs it. */
export type SheetRequest =
  | { sheet: "quick_note"; person?: Id }
  | { sheet: "plan"; person?: Id }
  | { sheet: "person"; id?: Id }
  | { sheet: "roster" }
  | { sheet: "calendar" }
  | { sheet: "templates" }
  | { sheet: "goal"; person?: Id; id?: Id; growth?: boolean }
  | { sheet: "grounds" }
  | { sheet: "review"; person?: Id }
  | { sheet: "cycle" }
  | { sheet: "talk_begin"; person?: Id; note?: NoteLine }
  | { sheet: "record_history"; record: Id; title: string }
  | { sheet: "palette" }
  | { sheet: "keys" };

/** A crumb of the path in the bar. */
export interface Crumb {
  text: string;
  to?: Place;
}

/** What a page puts into the bar above it. */
export interface Head {
  crumbs: Crumb[];
  /** Words beside the path, on the private ground. */
  tag?: string | undefined;
  /** The page's own buttons, the primary one last. Without any, the bar offers a quick note. */
  actions?: {
    text: string;
    icon?: IconName;
    look?: "primary" | "quiet" | "plain";
    keys?: string;
    run: () => void;
  }[];
  /** How far the page's subject has come, in steps. */
  steps?: { text: string; state: "done" | "now" | "ahead" }[] | undefined;
  /** Searching here means searching in this. */
  find?: { text: string; keys: string; run: () => void };
}

export interface Ways {
  /** Everybody who has not left, oneself too. Kept fresh by the frame, so that no room waits for it. */
  people: Live<PersonLine[]>;
  /** What the day holds. Kept fresh by the frame. */
  today: Live<Today>;
  go(place: Place): void;
  open(request: SheetRequest): void;
  /** What stands in the bar; the last crumb is the page itself. */
  head(head: Head): void;
  /** Whose page this is, so that the sidebar can show it; null when it is nobody's. */
  subject(person: Id | null): void;
  /** While mounted, this room carries out the command of that name. Call in a component's first lines. */
  offer(command: string, run: () => void): void;
  /** Only the page: while two people talk, nothing else is shown. */
  quiet(on: boolean): void;
  /** Carry out a command by its name. */
  start(command: string): void;
  show_theme(theme: "system" | "light" | "dark"): void;
  /** Cover what is private, or no longer. */
  present(on: boolean): Promise<void>;
  /**
   * Say what was done, with the way back: exactly these deeds, the last one first. Without any nothing is offered, since
   * the newest deed may be another one.
   */
  did(text: string, ...deeds: (number | null)[]): void;
  /** Take back a deed and say so. */
  undo(deed: number): Promise<void>;
}

const KEY = Symbol("ways");

export function give_ways(ways: Ways): void {
  setContext(KEY, ways);
}
export function use_ways(): Ways {
  return getContext<Ways>(KEY);
}
