// Where a note came from, as the fields of a form hold it.
import type { Id, SourceGiven, SourceKind, SourceLine } from "../../door/calls";

export interface SourceForm {
  kind: SourceKind;
  who: string;
  /** One of the people; none is empty. */
  person: Id | "";
  text: string;
}

export const source_form = (source: SourceLine | null): SourceForm => ({
  kind: source?.kind ?? "said",
  who: source?.who ?? "",
  person: source?.person ?? "",
  text: source?.text ?? "",
});

/** Nothing but how it came is nothing to keep. */
export const is_blank = ({ who, person, text }: SourceForm): boolean =>
  !who.trim() && !person && !text.trim();

export const source_given = ({ kind, who, person, text }: SourceForm, subject = ""): SourceGiven => ({
  kind,
  who: who.trim(),
  ...(person ? { person } : {}),
  subject,
  text: text.trim(),
});
