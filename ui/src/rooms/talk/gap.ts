// The way to what a talk still misses.
import type { Gap } from "../../door/calls";

const FIELD: Record<Gap, string> = {
  message: "[data-testid=talk-message]",
  example: "[data-testid=talk-example]",
  consequence: "[data-testid=talk-consequence]",
  ownership: "#talk-gap-ownership input",
  seen_myself: "#talk-gap-seen_myself input",
  facilitator: "[data-testid=talk-facilitator]",
  evidence: "[data-testid=talk-because]",
};

/** Puts the cursor where it is filled in. */
export function to_gap(gap: Gap): void {
  const there = document.querySelector<HTMLElement>(FIELD[gap]);
  there?.focus();
  there?.scrollIntoView?.({ block: "center" });
}
