// What the palette shows for a few letters: commands, people and kept searches together, the best fit first, what was
// used lately before the rest.
import type { PersonLine, SavedSearchLine } from "../door/calls";
import { fit } from "../kit/fuzzy";
import type { Command } from "./commands";

export type PaletteRow =
  | { kind: "command"; key: string; command: Command }
  | { kind: "person"; key: string; person: PersonLine }
  | { kind: "kept"; key: string; search: SavedSearchLine }
  | { kind: "search"; key: string; text: string };

/** Enough to choose from without reading for long; with no letters every command is shown. */
const MOST = 12;

export function palette_rows(
  query: string,
  commands: readonly Command[],
  people: readonly PersonLine[],
  recent: readonly string[],
  kept: readonly SavedSearchLine[] = [],
): PaletteRow[] {
  const order = (id: string) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  const text = query.trim();
  const as_row = (command: Command): PaletteRow => ({ kind: "command", key: command.id, command });
  if (text === "") {
    return [...commands].sort((a, b) => order(a.id) - order(b.id)).map(as_row);
  }
  const scored: { row: PaletteRow; score: number }[] = [];
  for (const command of commands) {
    const score = fit(text, command.title);
    const lately = recent.includes(command.id) ? 3 - order(command.id) * 0.2 : 0;
    if (score !== null) scored.push({ row: as_row(command), score: score + lately });
  }
  for (const person of people) {
    const score = fit(text, person.name);
    if (score !== null) scored.push({ row: { kind: "person", key: person.id, person }, score });
  }
  for (const search of kept) {
    const score = fit(text, search.name);
    if (score !== null) scored.push({ row: { kind: "kept", key: search.id, search }, score });
  }
  scored.sort((a, b) => b.score - a.score);
  const rows = scored.slice(0, MOST).map(({ row }) => row);
  return [...rows, { kind: "search", key: "search", text }];
}
