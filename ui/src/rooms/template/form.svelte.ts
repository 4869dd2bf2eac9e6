// A template while it is written: its name and its sections, in order.
import type { Made, Aim, SectionKind, TemplateId, TemplateLine, TemplateSection } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { words } from "./words";

/** Every aim, in the order the missing ones are named. */
export const AIMS: Aim[] = ["career", "feedback", "personal", "environment", "about_manager"];

let next_key = 1;

/** A section in the form; the key stays with it wherever it is moved. */
export class SectionForm {
  readonly key = next_key++;
  kind = $state<SectionKind>("extra");
  title = $state("");
  brief = $state(false);
  aims = $state.raw<Aim[]>([]);

  constructor(from?: TemplateSection) {
    if (from) Object.assign(this, from);
  }

  /** Serves the aim, or no longer. */
  turn(aim: Aim): void {
    const others = this.aims.filter((one) => one !== aim);
    this.aims = others.length < this.aims.length ? others : [...others, aim];
  }
}

export class TemplateForm {
  name = $state("");
  sections = $state<SectionForm[]>([]);
  /** What it is a new version of; 0 for a new template. */
  readonly version: number;
  /** Only after an attempt to save is anything called wrong. */
  tried = $state(false);
  problem = $state<string | null>(null);
  busy = $state(false);
  missing = $derived(AIMS.filter((aim) => !this.sections.some((section) => section.aims.includes(aim))));
  readonly #id: TemplateId | null;
  readonly #before: string;
  readonly #sections_before: string;
  readonly #known: TemplateSection[];

  /** `from` is changed when it has an id, and copied otherwise; `all` knows what a section of a kind is usually for. */
  constructor(from: TemplateLine | null, all: TemplateLine[]) {
    this.#known = all.filter((line) => line.built_in).flatMap((line) => line.sections);
    this.#id = from?.id ?? null;
    this.version = this.#id === null ? 0 : from!.version;
    this.name = from?.name ?? "";
    this.sections = from?.sections.map((section) => new SectionForm(section)) ?? [];
    this.#before = this.written;
    this.#sections_before = JSON.stringify(from?.sections.map(as_sent) ?? []);
  }

  get is_new(): boolean {
    return this.#id === null;
  }
  get changed(): boolean {
    return this.written !== this.#before;
  }
  /** Another name alone is no other version. */
  get sections_changed(): boolean {
    return JSON.stringify(this.#sections()) !== this.#sections_before;
  }
  /** Everything that stands in the form. */
  get written(): string {
    return JSON.stringify([this.name.trim(), this.#sections()]);
  }
  get name_error(): string | null {
    return this.tried && !this.name.trim() ? words.name_missing : null;
  }
  is_bare(section: SectionForm): boolean {
    return this.tried && !section.title.trim();
  }

  add(): void {
    this.sections.push(new SectionForm());
  }
  take_out(at: number): void {
    this.sections.splice(at, 1);
  }
  /** By one, up or down; false at the ends. */
  move(at: number, by: 1 | -1): boolean {
    const to = at + by;
    if (to < 0 || to >= this.sections.length) return false;
    const [section] = this.sections.splice(at, 1);
    this.sections.splice(to, 0, section!);
    return true;
  }
  /** What nobody wrote yet is what a section of that kind usually is. */
  set_kind(section: SectionForm, kind: SectionKind): void {
    const usual = (of: SectionKind) => this.#known.find((one) => one.kind === of);
    const [before, after] = [usual(section.kind), usual(kind)];
    const untouched = section.aims.length === 0 || same(section.aims, before?.aims ?? []);
    if (untouched) section.aims = [...(after?.aims ?? [])];
    if (section.title.trim() === "" || section.title === before?.title) section.title = after?.title ?? "";
    section.kind = kind;
  }

  /** Whether it was kept. What the door refuses is said in its own words. */
  async save(): Promise<Made | null> {
    this.tried = true;
    this.problem = null;
    if (this.busy || !this.name.trim()) return null;
    if (this.sections.some((section) => !section.title.trim())) {
      this.problem = words.heading_missing;
      return null;
    }
    this.busy = true;
    try {
      const which = this.#id ? { id: this.#id } : {};
      return await call("template.save", { ...which, name: this.name.trim(), sections: this.#sections() });
    } catch (thrown) {
      this.problem = as_fault(thrown).whole;
      return null;
    } finally {
      this.busy = false;
    }
  }

  #sections(): TemplateSection[] {
    return this.sections.map(({ kind, title, brief, aims }) =>
      as_sent({ kind, title: title.trim(), brief, aims }),
    );
  }
}

function as_sent({ kind, title, brief, aims }: TemplateSection): TemplateSection {
  return { kind, title, brief, aims: [...aims] };
}
function same(a: Aim[], b: Aim[]): boolean {
  return a.length === b.length && a.every((aim) => b.includes(aim));
}
