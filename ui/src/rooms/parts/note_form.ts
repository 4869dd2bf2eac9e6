// What a note says beside its first line, as the fields of a form hold it.
import type { Day, Id, NoteKind } from "../../door/calls";
import type { Args, Fault } from "../../door/door";

export interface NoteForm {
  kind: NoteKind;
  on: Day;
  example: string;
  consequence: string;
  metric: string;
  /** As one line of words. */
  tags: string;
  goals: Id[];
}
export type Said = Required<Pick<Args<"folder.keep_note">, keyof NoteForm>>;

/** What is sent to the vault. */
export function said_by({ kind, on, example, consequence, metric, tags, goals }: NoteForm): Said {
  return {
    ...{ kind, on, example: example.trim(), consequence: consequence.trim(), metric: metric.trim() },
    tags: tags.split(/[\s,]+/).filter(Boolean),
    goals: [...goals],
  };
}

const FIELD_OF: [RegExp, "on" | "metric" | "tags"][] = [
  [/^metric\./, "metric"],
  [/^tag\./, "tags"],
  [/^note\.on_/, "on"],
];
/** The field that a refusal is about, by its rule. */
export const field_of = (fault: Fault | null): "on" | "metric" | "tags" | null =>
  FIELD_OF.find(([rule]) => rule.test(fault?.rule ?? ""))?.[1] ?? null;
