// A review being written, point by point: what is typed and not kept yet, where the keys were last, and what they do.
import { tick } from "svelte";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type {
  Id,
  Polarity,
  ReviewPage,
  ReviewPointLine,
  ReviewSection,
  ReviewText,
  TextPlace,
} from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { Autosave } from "../../kit/autosave.svelte";
import { now } from "../../kit/clock";
import { attempt } from "../parts/attempt";
import type { Ways } from "../ways";
import { Effort } from "./effort";
import { in_order, moved, points_of, sections_shown } from "./sections";
import { words } from "./words";

/** What may be written into a point. */
export interface Change {
  text?: string;
  message?: string;
  marked?: Polarity | null;
  is_soft?: boolean;
  is_touchy?: boolean;
}
/** A point on the page. */
export interface Editor {
  put_chip: (label: string, address: string, dropped?: { left: number; top: number }) => void;
  enter: () => void;
  look_at: (words: string) => void;
}
/** The part of a live page that is needed here. */
interface Source {
  readonly value: ReviewPage | null;
  refresh: () => Promise<void>;
}

type Save = (id: Id, change: Change) => Promise<void>;

/** One of the two texts of a point, ahead of what is kept. */
class Kept {
  now = $state("");
  readonly saving: Autosave;
  #kept: string;

  constructor(text: string, place: TextPlace, save: (text: string) => Promise<void>) {
    this.now = this.#kept = text;
    this.saving = new Autosave({
      place,
      save: async (text) => {
        if (text !== this.#kept) await save(text);
        this.#kept = text;
        return { at: now().toISOString() };
      },
      reason: (thrown) => as_fault(thrown).whole,
    });
  }
  type(text: string): void {
    this.now = text;
    this.saving.typed(text);
  }
  know(text: string): void {
    if (!this.saving.dirty) this.now = this.#kept = text;
  }
}

/**
 * One point's words. Its message saves itself as its paragraph does: one behind the other it would be handed over by
 * nobody when the vault locks, and lost where it is typed while the paragraph is on its way.
 */
export class Draft {
  #text: Kept;
  #message: Kept;

  constructor(point: ReviewPointLine, save: Save) {
    const { id } = point;
    const place = (message: boolean) => ({ kind: "review_point" as const, id, message });
    this.#text = new Kept(point.text, place(false), (text) => save(id, { text }));
    this.#message = new Kept(point.message, place(true), (message) => save(id, { message }));
  }
  get text(): string {
    return this.#text.now;
  }
  get message(): string {
    return this.#message.now;
  }
  get savings(): Autosave[] {
    return [this.#text.saving, this.#message.saving];
  }
  /** Whether the paragraph holds what no save has confirmed. */
  get holds_text(): boolean {
    return this.#text.saving.dirty;
  }
  type({ text, message }: { text?: string; message?: string }): void {
    if (text !== undefined) this.#text.type(text);
    if (message !== undefined) this.#message.type(message);
  }
  /** What is kept now, unless something newer is being typed. */
  know(point: ReviewPointLine): void {
    this.#text.know(point.text);
    this.#message.know(point.message);
  }
  /** Save now what is held. */
  async flush(): Promise<void> {
    await Promise.all(this.savings.map((saving) => saving.flush()));
  }
  /** It is on no page any more: what is held is still saved. */
  async end(): Promise<void> {
    await Promise.all(this.savings.map((saving) => saving.end()));
  }
}

export class Writing {
  readonly of: ReviewText;
  readonly drafts = new SvelteMap<Id, Draft>();
  /** Sections that were asked for and hold nothing yet. */
  readonly added = new SvelteSet<ReviewSection>();
  /** The point that the keys are in, or were last. */
  last = $state<Id | null>(null);
  #source: Source;
  #ways: Ways;
  // Nothing is shown by it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #editors = new Map<Id, Editor>();
  #effort = new Effort();
  #busy = false;

  constructor(of: ReviewText, source: Source, ways: Ways) {
    this.of = of;
    this.#source = source;
    this.#ways = ways;
  }

  get points(): ReviewPointLine[] {
    const review = this.#source.value;
    return (this.of === "review" ? review?.points : review?.self_review?.points) ?? [];
  }
  get shown(): ReviewSection[] {
    return sections_shown(this.points, this.added);
  }
  get open(): boolean {
    const review = this.#source.value;
    if (this.of === "review") return review?.is_open ?? false;
    return !["submitted", "taken"].includes(review?.self_review?.state ?? "");
  }
  text_of(point: ReviewPointLine): string {
    return this.drafts.get(point.id)?.text ?? point.text;
  }
  /** The saving that is in trouble, else one that is under way, else the newest. */
  get saving(): Autosave | null {
    const all = [...this.drafts.values()].flatMap((draft) => draft.savings);
    const one = (state: Autosave["state"]) => all.find((saving) => saving.state === state);
    const saved = all.filter((saving) => saving.state === "saved");
    saved.sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
    return one("failed") ?? one("saving") ?? one("waiting") ?? saved[0] ?? null;
  }

  /** For as long as the point is on the page; the answer ends it. */
  draft(point: ReviewPointLine): { draft: Draft; end: () => void } {
    const draft = new Draft(point, this.#save);
    this.drafts.set(point.id, draft);
    const end = () => {
      void draft.end();
      if (this.drafts.get(point.id) === draft) this.drafts.delete(point.id);
    };
    return { draft, end };
  }
  mount(id: Id, editor: Editor): () => void {
    this.#editors.set(id, editor);
    return () => {
      if (this.#editors.get(id) === editor) this.#editors.delete(id);
    };
  }
  /** A key was pressed in the text. */
  key(): void {
    this.#effort.key(performance.now());
  }
  #save = async (id: Id, change: Change): Promise<void> => {
    const review = this.#source.value;
    if (!review) return;
    const seconds = this.#effort.take();
    const timed = seconds > 0 ? { seconds } : {};
    try {
      // What is left out stays as it is, the mark as well.
      await call("review.save_point", {
        id,
        review: review.id,
        ...change,
        ...timed,
      });
    } catch (thrown) {
      this.#effort.give_back(seconds);
      throw thrown;
    }
  };

  /** The keys go there, at the end or to these words. */
  enter(id: Id | null | undefined, at?: string): void {
    const editor = id ? this.#editors.get(id) : undefined;
    if (at) editor?.look_at(at);
    else editor?.enter();
  }
  async #enter_soon(id: Id | null | undefined): Promise<void> {
    await this.#source.refresh();
    await tick();
    this.enter(id);
  }
  /** One at a time: a second key press waits for nobody and does nothing. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await attempt(work);
    } finally {
      this.#busy = false;
    }
  }
  set(id: Id, change: Change): Promise<void> {
    return this.#alone(() => this.#save(id, change));
  }
  /** A new point behind another, or at the end of a section. */
  add(where: { after?: Id; section: ReviewSection }, begin: Change = {}): Promise<void> {
    return this.#alone(async () => {
      const review = this.#source.value;
      if (!review || !this.open) return;
      const of = this.of === "review" ? {} : { of: this.of };
      const args = { review: review.id, ...of, ...where, ...begin };
      const { id } = await call("review.save_point", args);
      await this.#enter_soon(id);
    });
  }
  /** A new point behind the one the keys are in. */
  async add_here(): Promise<void> {
    const here = this.points.find((point) => point.id === this.last);
    await this.add(here ? { after: here.id, section: here.section } : { section: "went_well" });
  }
  /** Takes a point out; the keys go to the one before. */
  erase(id: Id, told = false): Promise<void> {
    return this.#alone(async () => {
      const order = in_order(this.points);
      const at = order.findIndex((point) => point.id === id);
      const beside = order[at - 1] ?? order[at + 1];
      await this.drafts.get(id)?.flush();
      const { deed } = await call("review.remove_point", { id });
      if (told) this.#ways.did(words.removed, deed);
      await this.#enter_soon(beside?.id);
    });
  }
  /** Moves the point that the keys are in. */
  move(step: 1 | -1): Promise<void> {
    return this.#alone(async () => {
      const id = this.last;
      const to = id && this.open ? moved(this.points, this.shown, id, step) : null;
      if (!id || !to) return;
      await this.drafts.get(id)?.flush();
      await call("review.move_point", { id, ...to });
      await this.#enter_soon(id);
    });
  }
  /** To the next point, or the one before. */
  go(step: 1 | -1): void {
    const order = in_order(this.points);
    if (order.length === 0) return;
    const here = document.activeElement?.closest<HTMLElement>("[data-point]")?.dataset.point;
    const at = order.findIndex((point) => point.id === here);
    const to = at < 0 ? (step > 0 ? 0 : order.length - 1) : (at + step + order.length) % order.length;
    this.enter(order[to]?.id);
  }
  /** A chip, where the keys were last; without any point yet it begins one. */
  async put(
    chip: { label: string; address: string; polarity: Polarity | null },
    drop?: { point: Id | null; left: number; top: number },
  ): Promise<void> {
    const section: ReviewSection = chip.polarity === "constructive" ? "to_improve" : "went_well";
    const there = (id: Id | null | undefined) => (id && this.#editors.has(id) ? id : null);
    const fitting = points_of(this.points, section).at(-1);
    const id = there(drop?.point) ?? there(this.last) ?? there(fitting?.id);
    const editor = id ? this.#editors.get(id) : undefined;
    if (editor) return editor.put_chip(chip.label, chip.address, drop?.point === id ? drop : undefined);
    await this.add({ section }, { text: `[${chip.label}](${chip.address})` });
  }
  put_into(id: Id, label: string, address: string): void {
    this.#editors.get(id)?.put_chip(label, address);
  }
}
