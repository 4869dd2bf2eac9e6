// What the house says by itself, handed to whoever asked to hear it.
import type { Happening } from "./calls";
import { listen_to_the_house } from "./door";

type Kind = Happening["kind"];
type Of<K extends Kind> = Extract<Happening, { kind: K }>;
type Hear<K extends Kind> = (happening: Of<K>) => void;

const ears = new Map<Kind, Set<(happening: Happening) => void>>();

/** Hear one kind of happening; the answer stops it. */
export function on<K extends Kind>(kind: K, hear: Hear<K>): () => void {
  const set = ears.get(kind) ?? new Set();
  ears.set(kind, set);
  const ear = hear as (happening: Happening) => void;
  set.add(ear);
  return () => set.delete(ear);
}

/** Opened once by the frame; the answer closes it. */
export async function open_ears(): Promise<() => void> {
  return listen_to_the_house((happening) => {
    for (const ear of [...(ears.get(happening.kind) ?? [])]) ear(happening);
  });
}
