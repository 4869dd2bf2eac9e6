// The sections of a review in reading order, and where a point goes when it is moved.
import type { Id, ReviewPointLine, ReviewSection } from "../../door/calls";

export const SECTIONS: ReviewSection[] = ["summary", "went_well", "to_improve", "goals", "next_year"];
/** Whatever a form asks, these two are there. */
const ALWAYS: ReviewSection[] = ["went_well", "to_improve"];

/** Whether a section leaves open if a point is praise or to improve. */
export const leaves_open = (section: ReviewSection): boolean => !ALWAYS.includes(section);

export function sections_shown(
  points: readonly ReviewPointLine[],
  added: ReadonlySet<ReviewSection>,
): ReviewSection[] {
  return SECTIONS.filter(
    (section) =>
      ALWAYS.includes(section) || added.has(section) || points.some((point) => point.section === section),
  );
}
export const points_of = (points: readonly ReviewPointLine[], section: ReviewSection): ReviewPointLine[] =>
  points.filter((point) => point.section === section);

/** In the order they are read. */
export const in_order = (points: readonly ReviewPointLine[]): ReviewPointLine[] =>
  SECTIONS.flatMap((section) => points_of(points, section));

export interface Move {
  section: ReviewSection;
  /** Right behind this one; at the beginning of the section without. */
  after?: Id;
}

/** Where a point stands after one step up or down; null where there is nowhere to go. */
export function moved(
  points: readonly ReviewPointLine[],
  shown: readonly ReviewSection[],
  id: Id,
  step: 1 | -1,
): Move | null {
  const point = points.find((one) => one.id === id);
  if (!point) return null;
  const beside = points_of(points, point.section);
  const at = beside.findIndex((one) => one.id === id);
  const behind = (section: ReviewSection, one: ReviewPointLine | undefined): Move =>
    one ? { section, after: one.id } : { section };
  if (beside[at + step]) return behind(point.section, step > 0 ? beside[at + 1] : beside[at - 2]);
  const section = shown[shown.indexOf(point.section) + step];
  if (!section) return null;
  return step > 0 ? { section } : behind(section, points_of(points, section).at(-1));
}
