// Mail on the table: read, looked at, picked from, and only then kept. It lies here until it is put away or the vault is
// locked, also while its owner looks at another page.
import type { Id, MailChoice, MailKept, MailLine, MailPreview } from "../../door/calls";
import { as_fault, call, read, type Args, type Fault } from "../../door/door";
import { LongCall } from "../../door/long.svelte";
import type { Ways } from "../ways";
import { as_sent, Choices } from "./choices.svelte";

/** As many as one call lists. */
const PAGE = 500;

/** What came of keeping. */
export interface Kept {
  notes: number;
  deed: number | null;
  /** The one whose folder all went into. */
  person: Id | null;
  /** The first message of them. */
  first: number;
}

export class MailTable {
  readonly work = new LongCall();
  readonly choices = new Choices();
  preview = $state.raw<MailPreview | null>(null);
  /** The new ones, as far as they were asked for. */
  lines = $state.raw<MailLine[]>([]);
  /** Whether those are all. */
  ended = $state(false);
  /** What stood in the way, of each piece that was to be read. */
  faults = $state.raw<Fault[]>([]);
  /** What was looked at is gone. */
  gone = $state(false);
  kept = $state.raw<Kept | null>(null);
  /** Ticked, and nobody has said whose folder. */
  missing = $state.raw<MailLine | null>(null);
  /** Grows with every reading: what shows the old one begins anew. */
  readings = $state(0);
  #turn = 0;
  #last = -1;

  choose = (): Promise<boolean> => this.#look((into) => this.work.run("mail.preview", into));
  choose_folder = (): Promise<boolean> => this.#look((into) => this.work.run("mail.preview_folder", into));
  paste = (text: string): Promise<boolean> =>
    this.#look((into) => this.work.run("mail.preview_text", { ...into, text }));
  /** Every file that was dropped. What one is refused for does not stop the others. */
  take_dropped = async (about: Id | null): Promise<void> => {
    if (this.work.running) return;
    if (this.preview === null) this.choices.about = about;
    const faults: Fault[] = [];
    for (;;) {
      const went_on = await this.#look((into) => this.work.run("mail.preview", into, true));
      faults.push(...this.faults);
      this.faults = faults;
      if (!went_on || this.gone) break;
    }
    if (this.preview === null) this.choices.about = null;
  };

  /** False when it was stopped, or there was nothing. */
  async #look(ask: (into: { import?: string }) => Promise<MailPreview | null>): Promise<boolean> {
    if (this.work.running) return false;
    this.faults = [];
    const preview = await ask(this.preview ? { import: this.preview.import } : {});
    if (!preview) return this.work.fault !== null && this.#say(this.work.fault);
    this.gone = false;
    this.kept = null;
    this.preview = preview;
    this.#turn++;
    this.lines = preview.lines.filter((line) => line.news === "new");
    this.#last = preview.lines.at(-1)?.message ?? -1;
    this.ended = preview.lines.length >= preview.found;
    this.readings++;
    return true;
  }

  /** How many would be ticked by themselves. */
  get #by_themselves(): number {
    if (!this.preview) return 0;
    return this.choices.about === null ? this.preview.certain : this.preview.new;
  }
  get ticked(): number {
    return this.preview ? this.choices.count(this.#by_themselves) : 0;
  }
  /** How many are known already or stand twice. */
  get known(): number {
    if (!this.preview) return 0;
    return this.ended ? this.preview.found - this.lines.length : this.preview.known;
  }
  /** Whether one message is all there is. */
  get alone(): MailLine | null {
    const { preview } = this;
    if (!preview || preview.found !== 1 || preview.new !== 1 || preview.unread.length > 0) return null;
    return this.lines[0] ?? null;
  }

  tick_none = (): void => this.choices.tick_none(this.preview?.found ?? 0, this.#by_themselves);

  more = async (): Promise<void> => {
    if (this.ended || !this.preview || this.work.running) return;
    const turn = ++this.#turn;
    await this.#ask(async (id) => {
      const next = await this.#page(id, "new", this.#last);
      if (turn !== this.#turn) return;
      this.lines = [...this.lines, ...next];
      this.#last = next.at(-1)?.message ?? this.#last;
      this.ended = next.length < PAGE;
    });
  };
  /** Something was kept or taken back: read again as far as it was read. */
  refresh = async (): Promise<void> => {
    if (!this.preview) return;
    const turn = ++this.#turn;
    const wanted = Math.max(this.lines.length, 1);
    await this.#ask(async (id) => {
      const lines: MailLine[] = [];
      let ended = false;
      while (!ended && lines.length < wanted) {
        const next = await this.#page(id, "new", lines.at(-1)?.message ?? -1);
        lines.push(...next);
        ended = next.length < PAGE;
      }
      // What was kept last is new again: it was taken back.
      const first = this.kept?.first ?? null;
      const [there] = first === null ? [] : await this.#page(id, "new", first - 1, 1);
      const taken_back = first !== null && there?.message === first;
      if (turn !== this.#turn) return;
      if (taken_back) {
        this.kept = null;
        this.choices.unsettle();
      }
      this.lines = lines;
      this.#last = lines.at(-1)?.message ?? -1;
      this.ended = ended;
    });
  };
  /** Messages after one, whatever is known of them. */
  any_after = async (after: number): Promise<MailLine[]> => {
    let lines: MailLine[] = [];
    await this.#ask(async (id) => void (lines = await this.#page(id, "all", after)));
    return lines;
  };

  /** Keeps what is ticked as one deed; null when nothing was kept, and `missing` or `faults` say why. */
  keep = async (): Promise<Kept | null> => {
    if (!this.preview || this.work.running || this.ticked === 0) return null;
    this.missing = this.choices.ticked().find(({ choice }) => choice.person === null)?.line ?? null;
    if (this.missing) return null;
    const choices = this.choices.ticked().flatMap(({ line, choice }) => as_sent(line, choice) ?? []);
    const listed = await this.#ask(async (id) => {
      const only = this.choices.about === null ? "certain" : "new";
      for (let last = -1; ;) {
        const next = await this.#page(id, only, last);
        for (const line of next)
          if (this.choices.ticks(line) && !this.choices.was_said(line.message)) {
            const choice = as_sent(line, this.choices.of(line));
            if (choice) choices.push(choice);
          }
        if (next.length < PAGE) break;
        last = next.at(-1)!.message;
      }
    });
    if (!listed) return null;
    const kept = await this.#keep(choices);
    if (kept) this.choices.settle(this.preview?.found ?? 0, this.#by_themselves);
    return kept;
  };
  /** Keeps one message alone. */
  keep_one = async (line: MailLine): Promise<Kept | null> => {
    const choice = as_sent(line, this.choices.of(line));
    const kept = choice ? await this.#keep([choice]) : null;
    if (kept) this.choices.settle_one(line);
    return kept;
  };
  async #keep(choices: MailChoice[]): Promise<Kept | null> {
    if (!this.preview || choices.length === 0) return null;
    this.faults = [];
    const reply: MailKept | null = await this.work.run("mail.keep", { import: this.preview.import, choices });
    if (!reply) {
      if (this.work.fault) this.#say(this.work.fault);
      return null;
    }
    const first = choices[0]!.person;
    const person = choices.every((choice) => choice.person === first) ? first : null;
    const messages = choices.map((choice) => choice.message);
    this.kept = {
      notes: reply.notes.length,
      deed: reply.deed,
      person,
      first: messages.reduce((a, b) => Math.min(a, b)),
    };
    return this.kept;
  }

  put_away = async (): Promise<void> => {
    const id = this.preview?.import;
    this.#clear();
    // Gone already, or gone with the next lock: nothing is left to do here.
    if (id) await call("mail.forget", { import: id }).catch(() => null);
  };

  /** True when it went through. */
  async #ask(work: (id: string) => Promise<void>): Promise<boolean> {
    if (!this.preview) return false;
    try {
      await work(this.preview.import);
      return true;
    } catch (thrown) {
      this.#say(as_fault(thrown));
      return false;
    }
  }
  #page(id: string, only: Args<"mail.found">["only"], after: number, limit = PAGE): Promise<MailLine[]> {
    const from = after < 0 ? {} : { after };
    return read("mail.found", { import: id, ...from, ...(only ? { only } : {}), limit });
  }
  /** Always true: something was said. */
  #say = (fault: Fault): true => {
    if (fault.rule === "mail.no_such_import" || fault.kind === "locked") {
      this.#clear();
      this.gone = true;
    } else if (!fault.silent) this.faults = [fault];
    return true;
  };
  /** For a sheet that asked by itself. */
  say = (fault: Fault): void => void this.#say(fault);
  #clear(): void {
    this.#turn++;
    this.preview = this.kept = this.missing = null;
    this.lines = [];
    this.faults = [];
    this.ended = this.gone = false;
    this.choices.clear();
  }
}

const tables = new WeakMap<object, MailTable>();

/** The one table of this house: it stays as it is while other pages are looked at. */
export function table_of(ways: Ways): MailTable {
  const table = tables.get(ways.people) ?? new MailTable();
  tables.set(ways.people, table);
  return table;
}
