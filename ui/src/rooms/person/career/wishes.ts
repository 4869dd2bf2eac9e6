// Wishes by what they are about: what holds now, and what was said before.
import type { WishKind, WishLine } from "../../../door/calls";

/** In the order a first meeting asks. */
export const KINDS: WishKind[] = [
  "one_year",
  "three_years",
  "five_years",
  "interest",
  "like",
  "admired",
  "dislike",
  "next_role",
];
/** As they stand on the page: what is next comes first. */
const SHOWN: WishKind[] = ["next_role", ...KINDS.filter((kind) => kind !== "next_role")];
/** Of these only one can be true at a time; of the others several are said in one talk. */
const ONE_AT_A_TIME: WishKind[] = ["next_role", "one_year", "three_years", "five_years"];

export interface Said {
  kind: WishKind;
  /** What holds now; nothing when it was never asked. */
  now: WishLine[];
  /** Earlier wordings, the newest first. */
  earlier: WishLine[];
}

/** Every kind, whether or not something was said. The wishes of a kind come with the newest first. */
export function said_by_kind(wishes: WishLine[]): Said[] {
  return SHOWN.map((kind) => {
    const all = wishes.filter((wish) => wish.kind === kind);
    const newest = all[0]?.on;
    const together = ONE_AT_A_TIME.includes(kind) ? 1 : all.filter((wish) => wish.on === newest).length;
    return { kind, now: all.slice(0, together), earlier: all.slice(together) };
  });
}
