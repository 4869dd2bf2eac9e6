// One answer about where somebody would like to go, while it is written.
import type { Args } from "../../../door/door";
import type { WishKind, WishLine } from "../../../door/calls";
import { words } from "./words";

export class WishForm {
  text = $state("");
  unknown = $state(false);
  why = $state("");
  /** How they know that they would not want a role; nobody answers that for them. */
  known = $state<"first_hand" | "assumed" | "">("");
  /** When a next role is expected; empty for no day. */
  expected_on = $state("");
  /** Nobody allows it for them. */
  may_plan = $state(false);
  errors = $state<{ text: string | null; why: string | null; known: string | null }>({
    text: null,
    why: null,
    known: null,
  });
  problem = $state<string | null>(null);

  constructor(wish?: WishLine) {
    if (!wish) return;
    this.text = wish.text;
    this.unknown = wish.unknown;
    this.why = wish.why;
    this.expected_on = wish.expected_on ?? "";
    this.may_plan = wish.may_plan;
    if (wish.kind === "dislike" && !wish.unknown) this.known = wish.first_hand ? "first_hand" : "assumed";
  }

  /** Whether it can be kept; what is missing is said beside its field. */
  check(kind: WishKind): boolean {
    const asks_why = kind === "dislike" && !this.unknown;
    this.problem = null;
    this.errors = {
      text: this.unknown || this.text.trim() ? null : words.text_missing,
      why: asks_why && !this.why.trim() ? words.why_missing : null,
      known: asks_why && this.known === "" ? words.known_missing : null,
    };
    return Object.values(this.errors).every((error) => error === null);
  }

  /** What the door is told. */
  answer(kind: WishKind): Omit<Args<"career.save_wish">, "id" | "person"> {
    const of_dislike =
      kind === "dislike" && !this.unknown
        ? { why: this.why.trim(), first_hand: this.known === "first_hand" }
        : {};
    const is_role = kind === "next_role" && !this.unknown;
    const of_role =
      kind === "next_role"
        ? { expected_on: (is_role && this.expected_on) || null, may_plan: is_role && this.may_plan }
        : {};
    return { kind, text: this.text.trim(), unknown: this.unknown, ...of_dislike, ...of_role };
  }
}
