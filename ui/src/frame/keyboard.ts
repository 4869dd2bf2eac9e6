// From a key press to a command, by the one table. Chords ("G T") wait a moment for their second key.
import { in_text } from "../kit/focus";
import type { Command } from "./commands";

const CHORD_MS = 1_200;
const NAMES: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** The key press as the table writes it: "Ctrl Shift N", "G", "?". */
export function stroke_of(event: KeyboardEvent): string {
  const base = NAMES[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const with_ctrl = event.ctrlKey || event.metaKey;
  const names: string[] = [];
  if (with_ctrl) names.push("Ctrl");
  if (event.altKey) names.push("Alt");
  // Shift is part of the letter for signs like "?".
  if (event.shiftKey && (with_ctrl || event.altKey)) names.push("Shift");
  return [...names, base].join(" ");
}

export interface KeyboardOptions {
  commands: readonly Command[];
  run: (id: string) => boolean;
  /** A sheet lies over the page: then only what leaves it as it is works at all. */
  covered: () => boolean;
}

/** Listens on the whole window; the answer ends it. */
export function listen_to_keys({ commands, run, covered }: KeyboardOptions): () => void {
  const by_keys = new Map<string, Command[]>();
  const starts = new Set<string>();
  for (const command of commands) {
    for (const keys of command.keys) {
      by_keys.set(keys, [...(by_keys.get(keys) ?? []), command]);
      const [first, second] = keys.split(" ");
      if (second && !["Ctrl", "Alt"].includes(first!)) starts.add(first!);
    }
  }
  let begun: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function press(event: KeyboardEvent) {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ["Shift", "Control", "Alt", "Meta"].includes(event.key)
    )
      return;
    const writing = in_text(event.target);
    const stroke = stroke_of(event);
    const chord = begun ? `${begun} ${stroke}` : null;
    clearTimeout(timer);
    begun = null;
    for (const keys of chord ? [chord, stroke] : [stroke]) {
      for (const command of by_keys.get(keys) ?? []) {
        if (writing && !command.in_text) continue;
        if (covered() && !command.over_sheet) continue;
        if (!run(command.id)) continue;
        event.preventDefault();
        return;
      }
    }
    // The window's own history knows no pages, only how to leave this one.
    if (stroke === "Alt ←" || stroke === "Alt →") event.preventDefault();
    if (starts.has(stroke) && !writing && !covered()) {
      begun = stroke;
      timer = setTimeout(() => (begun = null), CHORD_MS);
    }
  }
  window.addEventListener("keydown", press);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", press);
  };
}
