// What the fake vault holds, and its deeds: every write can be taken back by its number.
import type {
  ActionLine,
  AttachmentLine,
  DeedLine,
  EvidenceLine,
  Fault,
  GoalLine,
  Happening,
  MeetingLine,
  NoteLine,
  Person,
  ReviewPage,
  Rhythm,
  Story,
  Section,
  Settings,
  Version,
} from "../src/door/calls";
import type { VaultStatus } from "../src/door/names";
import { now } from "../src/kit/clock";
import { a_crowd_caught, some_caught, type Caught } from "./capture";
import { crowded, LONG_TEXT } from "./crowd";
import type { KeptSource } from "./folder";
import * as full from "./full";
import { sample_inputs, type KeptInput } from "./inputs";
import type { MailHeap } from "./mail";
import { people, TODAY } from "./people";
import { sample_evidence, sample_reviews } from "./review_sample";
import { around, rhythms, type Around } from "./practice";

export interface Holdings {
  people: Person[];
  notes: NoteLine[];
  /** Where notes came from. */
  sources: KeptSource[];
  meetings: MeetingLine[];
  sections: Record<string, Section[]>;
  margins: Record<string, string>;
  around: Record<string, Around>;
  rhythms: Record<string, Rhythm>;
  /** Where a meeting comes from and where it went. */
  stories: Record<string, Story>;
  actions: ActionLine[];
  goals: GoalLine[];
  reviews: ReviewPage[];
  /** What a review may rest on besides the notes of the folder, by review. */
  evidence: Record<string, EvidenceLine[]>;
  /** What others say for a review. */
  inputs: KeptInput[];
  files: (AttachmentLine & { record: string })[];
}

export function fault(kind: Fault["kind"], sentence: string, next: string | null = null): Fault {
  return { kind, rule: null, sentence, next };
}

export class FakeHouse {
  hold: Holdings;
  status: VaultStatus;
  settings: Settings = {
    lock_after_minutes: 10,
    theme: "system",
    presenting: false,
    reminders: true,
    reminders_name_people: false,
    quiet_from: "18:00",
    quiet_until: "08:00",
    cycle_month: 1,
  };
  deeds: (DeedLine & { before: string })[] = [];
  versions: Record<string, Version[]> = {};
  passphrase = "four quiet words here";
  /** Files that were dropped on the window and not taken yet. */
  dropped = 0;
  /** Caught while it was locked. No deed takes them back: they are no records. */
  captures: Caught[];
  /** What lies in the mail that is brought in. */
  mail: MailHeap = "many";
  backup_age: number | null = 3;
  #ears = new Set<(happening: Happening) => void>();
  #next = 100;

  constructor(state: VaultStatus["state"], empty: boolean, crowd: boolean) {
    this.hold = {
      people: structuredClone(empty ? people.slice(0, 1) : people),
      notes: empty ? [] : full.notes(),
      sources: empty ? [] : full.sources(),
      meetings: empty ? [] : full.meetings(),
      sections: {},
      margins: empty ? {} : { m1: full.margin },
      around: {},
      rhythms: empty ? {} : rhythms(),
      stories: {},
      actions: empty ? [] : full.actions(),
      goals: empty ? [] : full.goals(),
      reviews: empty ? [] : sample_reviews(),
      evidence: empty ? {} : sample_evidence(),
      inputs: empty ? [] : sample_inputs(),
      files: empty ? [] : full.files(),
    };
    if (crowd) this.hold = crowded(this.hold);
    this.captures = empty ? [] : crowd ? a_crowd_caught(LONG_TEXT) : some_caught();
    if (empty) this.backup_age = null;
    this.status = {
      state,
      folder: "/home/dana/.local/share/inglenook",
      label: "Dana’s vault",
      keychain: false,
      demo: false,
      reason: state === "damaged" ? "3 changes since 18 November could not be brought back." : null,
      lock_after_minutes: 10,
    };
  }

  id(prefix: string): string {
    return `${prefix}${this.#next++}`;
  }
  hear(ear: (happening: Happening) => void): () => void {
    this.#ears.add(ear);
    return () => this.#ears.delete(ear);
  }
  tell(happening: Happening): void {
    if (happening.kind === "dropped") this.dropped = happening.files;
    for (const ear of [...this.#ears]) ear(happening);
  }
  sections_of(meeting: string): Section[] {
    return (this.hold.sections[meeting] ??= full.sections(meeting));
  }
  around_of(meeting: string): Around {
    return (this.hold.around[meeting] ??= around(meeting));
  }
  name_of(person: string): string {
    return this.hold.people.find((one) => one.id === person)?.name ?? "";
  }

  /** One named write. Everything is told about it, and it can be undone. */
  /** What a door says of the record it made by the newest deed. */
  made(id: string): { id: string; deed: number } {
    return { id, deed: this.deeds.length };
  }
  /** What a door says once the newest deed is done. */
  saved(): { at: string; deed: number } {
    return { at: now().toISOString(), deed: this.deeds.length };
  }
  deed<T>(
    name: string,
    sentence: string,
    write: () => T,
    undoes: number | null = null,
  ): { deed: number; value: T } {
    const before = JSON.stringify(this.hold);
    const value = write();
    const deed = this.deeds.length + 1;
    this.deeds.push({ deed, name, at: now().toISOString(), sentence, undone: false, undoes, before });
    this.tell({ kind: "changed", seq: deed });
    return { deed, value };
  }
  undo(deed: number | undefined): { deed: number; sentence: string } {
    const target = deed
      ? this.deeds.find((one) => one.deed === deed)
      : this.deeds.findLast((one) => !one.undone && one.undoes === null);
    if (!target || target.undone) throw fault("refused", "There is nothing to take back.");
    const done = this.deed(
      "history.undo",
      target.sentence,
      () => {
        target.undone = true;
        this.hold = JSON.parse(target.before) as Holdings;
      },
      target.deed,
    );
    return { deed: done.deed, sentence: target.sentence };
  }
  keep_version(record: string, label: string, before: string, after: string): void {
    const list = (this.versions[record] ??= []);
    list.unshift({
      deed: this.deeds.length + 1,
      name: "write",
      at: now().toISOString(),
      sentence: `${label} changed`,
      fields: [{ field: "text", label, before: before || null, after }],
      undone: false,
    });
  }
  get today(): string {
    return TODAY;
  }
}
