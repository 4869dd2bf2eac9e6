// The frame's own state while the vault is open: the place, the sheet above it, who offers which command.
import { SvelteMap } from "svelte/reactivity";
import { as_fault, call } from "../door/door";
import type { Finding, Id, UnsavedText } from "../door/calls";
import { presenting } from "../kit/presenting.svelte";
import { toasts } from "../kit/toasts.svelte";
import { hold_the_keys } from "../kit/unsaved";
import type { Head, SheetRequest, Ways } from "../rooms/ways";
import { type CommandId } from "./commands";
import { hand_over } from "./hand_over";
import { QuickNoteDraft } from "./quick_note.svelte";
import { Router } from "./router.svelte";
import { next_theme, set_theme, type Theme } from "./theme.svelte";
import { words } from "./words";

/** The lock that was announced comes within two seconds. */
const LOCK_COMES_WITHIN_MS = 3_000;
/** Sheets that nothing is lost with: the draft of a quick note outlives it. */
const IN_PASSING: ReadonlySet<SheetRequest["sheet"]> = new Set([
  "palette",
  "keys",
  "quick_note",
  "record_history",
]);

export class House {
  router = new Router();
  draft = new QuickNoteDraft();
  head = $state.raw<Head>({ crumbs: [] });
  /** What lies over the page by the frame, the topmost last. */
  sheets = $state.raw<SheetRequest[]>([]);
  /** Whose page is open. */
  subject = $state<Id | null>(null);
  /** Asked to lock while some text could not be saved. */
  lock_refused = $state(false);
  /** Two people talk: only the page is shown. */
  quiet = $state(false);
  findings = $state.raw<Finding[]>([]);
  /** Texts from before the last lock that could not be put back. */
  left_over = $state.raw<UnsavedText[]>([]);
  /** Commands used last, newest first. */
  recent = $state.raw<string[]>([]);
  #offers = new SvelteMap<string, (() => void)[]>();

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  /** Commands the frame carries out itself. The rest is offered by the room that is open. */
  #own: Partial<Record<CommandId, () => void>> = {
    "frame.palette": () => this.open({ sheet: "palette" }),
    "frame.search": () => this.router.go({ room: "search" }),
    "folder.quick_note": () => this.open({ sheet: "quick_note" }),
    "history.undo": () => void this.undo(),
    "frame.back": () => this.router.back(),
    "frame.forward": () => this.router.forward(),
    "frame.keys": () => this.open({ sheet: "keys" }),
    "settings.theme": () => void this.change_theme(),
    "settings.present": () => void this.present(!presenting.on),
    "go.today": () => this.router.go({ room: "today" }),
    "go.people": () => this.router.go({ room: "people" }),
    "go.one_on_ones": () => this.router.go({ room: "one_on_ones" }),
    "go.folder": () => this.router.go({ room: "folder" }),
    "go.goals": () => this.router.go({ room: "goals" }),
    "go.talks": () => this.router.go({ room: "talks" }),
    "go.reviews": () => this.router.go({ room: "reviews" }),
    "go.history": () => this.router.go({ room: "history" }),
    "go.settings": () => this.router.go({ room: "settings" }),
    "person.add": () => this.open({ sheet: "person" }),
    "one_on_one.plan": () => this.open({ sheet: "plan", ...this.#subject() }),
    "goal.add": () => this.open({ sheet: "goal", ...this.#subject() }),
    "talk.begin": () => this.open({ sheet: "talk_begin", ...this.#subject() }),
    "review.add": () => this.open({ sheet: "review", ...this.#subject() }),
    "review.cycle": () => this.open({ sheet: "cycle" }),
    "calendar.open": () => this.open({ sheet: "calendar" }),
    "roster.import": () => this.open({ sheet: "roster" }),
    "mail.bring": () => this.router.go({ room: "mail" }),
    "vault.lock": () => void this.lock(),
    "vault.backup": () => this.router.go({ room: "settings", task: "vault.backup" }),
    "vault.check": () => this.router.go({ room: "settings", task: "vault.check" }),
    "vault.export": () => this.router.go({ room: "settings", task: "vault.export" }),
  };

  can(id: string): boolean {
    return id in this.#own || (this.#offers.get(id)?.length ?? 0) > 0;
  }

  /** Carries a command out; false when nobody can right now. */
  run = (id: string): boolean => {
    const run = this.#offers.get(id)?.at(-1) ?? this.#own[id as CommandId];
    if (!run) return false;
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, 12);
    run();
    return true;
  };

  /** One sheet takes another's place, unless it is only looked into: then what was begun stays below it. */
  open = (request: SheetRequest): void => {
    const below = IN_PASSING.has(request.sheet)
      ? this.sheets.filter(({ sheet }) => !IN_PASSING.has(sheet))
      : [];
    this.sheets = [...below, request];
  };
  close = (request: SheetRequest): void => {
    this.sheets = this.sheets.filter((other) => other !== request);
  };

  did = (text: string, ...deeds: (number | null)[]): void => {
    const done = deeds.filter((deed) => deed !== null).reverse();
    const back = async (): Promise<void> => {
      for (const deed of done) await this.undo(deed);
    };
    toasts.say(text, done.length > 0 ? () => void back() : null);
  };
  /** Takes back a deed, the newest when none is named, and says so. */
  undo = async (deed?: number): Promise<void> => {
    try {
      const { sentence } = await call("history.undo", deed === undefined ? {} : { deed });
      toasts.say(words.undone(sentence));
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
    }
  };

  /** Locks, once every text is saved or kept for the next opening. The page then starts anew by the event. */
  lock = async (): Promise<void> => {
    if (!(await this.#hand_over())) {
      this.lock_refused = true;
      return;
    }
    await this.lock_now();
  };
  /** A lock was announced. Until it comes nothing more is typed; should it not come, all goes on. */
  hand_over_and_wait = async (): Promise<void> => {
    const let_go = hold_the_keys();
    const durable = await this.#hand_over();
    setTimeout(() => {
      let_go();
      this.lock_refused = !durable;
    }, LOCK_COMES_WITHIN_MS);
  };
  #hand_over(): Promise<boolean> {
    return hand_over(this.draft.texts());
  }

  look_for_left_over = async (): Promise<void> => {
    // Where it cannot be asked for, it stays where it is.
    this.left_over = await call("vault.left_over", {}).catch(() => []);
  };
  forget_left_over = async (): Promise<void> => {
    try {
      await call("vault.forget_left_over", {});
      this.left_over = [];
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
    }
  };
  lock_now = async (): Promise<void> => {
    this.lock_refused = false;
    try {
      await call("vault.lock", {});
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
    }
  };

  /** Covers what is private, or no longer. At once; keeping it may fail, and then it is said. */
  present = async (on: boolean): Promise<void> => {
    presenting.on = on;
    try {
      await call("settings.save", { ...(await call("settings.get", {})), presenting: on });
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
    }
  };

  change_theme = async (): Promise<void> => {
    const theme: Theme = next_theme();
    set_theme(theme);
    try {
      await call("settings.save", { ...(await call("settings.get", {})), theme });
    } catch (thrown) {
      toasts.trouble(as_fault(thrown).whole);
    }
  };

  /** What a room is given; `offer` is wired to the room's life by the window. */
  ways(): Omit<Ways, "offer" | "people" | "today"> {
    return {
      go: (place) => this.router.go(place),
      open: this.open,
      head: (head) => (this.head = head),
      subject: (person) => (this.subject = person),
      quiet: (on) => (this.quiet = on),
      start: (command) => void this.run(command),
      show_theme: set_theme,
      present: (on) => this.present(on),
      did: this.did,
      undo: this.undo,
    };
  }

  offer(id: string, run: () => void): () => void {
    this.#offers.set(id, [...(this.#offers.get(id) ?? []), run]);
    return () => {
      this.#offers.set(
        id,
        (this.#offers.get(id) ?? []).filter((other) => other !== run),
      );
    };
  }

  #subject(): { person?: string } {
    return this.subject === null ? {} : { person: this.subject };
  }
}
