// Chips: links in a text that lead to a record of the house, `[2 Oct](inglenook:note/…)`. As in domain/review/chip.rs.

const SCHEME = "inglenook:";
const RECORD = /^inglenook:([a-z_]+)\/([\w-]+)$/;
const IN_TEXT = /\]\((inglenook:[^)\s]+)\)/g;

/** Whether an address is the house's own. */
export const is_chip = (address: string): boolean => address.startsWith(SCHEME);

/** The address of a chip to a record. */
export const address_of = (noun: string, id: string): string => `${SCHEME}${noun}/${id}`;

/** The record that an address leads to. */
export function record_of(address: string): { noun: string; id: string } | null {
  const found = RECORD.exec(address);
  return found ? { noun: found[1]!, id: found[2]! } : null;
}

/** The records of a noun that a text has chips to. */
export function linked(markdown: string, noun: string): Set<string> {
  const records = [...markdown.matchAll(IN_TEXT)].map(([, address]) => record_of(address!));
  return new Set(records.flatMap((one) => (one?.noun === noun ? [one.id] : [])));
}
