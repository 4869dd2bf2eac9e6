// What lies over the page, the topmost last. Everything below the topmost can be neither clicked nor heard.
import { untrack } from "svelte";

class Layers {
  #list = $state.raw<object[]>([]);

  /** Null while nothing lies over the page. */
  get top(): object | null {
    return this.#list.at(-1) ?? null;
  }
  /** Lays one on top; the answer takes it away. */
  lay(layer: object): () => void {
    this.#list = [...untrack(() => this.#list), layer];
    return () => {
      this.#list = untrack(() => this.#list).filter((other) => other !== layer);
    };
  }
}

export const layers = new Layers();
