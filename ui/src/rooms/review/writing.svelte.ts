// A review being written, point by point: what is typed and not kept yet, where the keys were last, and what they do.
import { tick } from "svelte";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Id, Polarity, ReviewPage, ReviewPointLine, ReviewSection, ReviewText } from "../../door/calls";
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

/** One point's words, ahead of what is kept. */
export class Draft {
  readonly saving: Autosave;
  text = $state("");
  message = $state("");
  #kept: { text: string; message: string };

  constructor(point: ReviewPointLine, save: (id: Id, change: Change) => Promise<void>) {
    this.#kept = { text: point.text, message: point.message };
    this.text = point.text;
    this.message = point.message;
    this.saving = new Autosave({
      place: { kind: "review_point", id: point.id },
      save: async (text) => {
        const message = this.message;
        const change: Change = {
          ...(text === this.#kept.text ? {} : { text }),
          ...(message === this.#kept.message ? {} : { message }),
        };
        if (Object.keys(change).length > 0) await save(point.id, change);
        this.#kept = { text, message };
        return { at: now().toISOString() };
      },
      reason: (thrown) => as_fault(thrown).whole,
    });
  }
  type(change: { text?: string; message?: string }): void {
    Object.assign(this, change);
    this.saving.typed(this.text);
  }
  /** What is kept now, unless something newer is being typed. */
  know(point: ReviewPointLine): void {
    if (this.saving.dirty) return;
    this.#kept = { text: point.text, message: point.message };
    this.text = point.text;
    this.message = point.message;
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
    const all = [...this.drafts.values()].map((draft) => draft.saving);
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
      void draft.saving.end();
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
      await this.drafts.get(id)?.saving.flush();
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
      await this.drafts.get(id)?.saving.flush();
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
