// Short words about what just happened, with a way back.
export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "alert";
  undo: (() => void) | null;
}

const STAYS_MS = 8_000;
let next = 1;

class Toasts {
  list = $state.raw<Toast[]>([]);
  /** The newest one that was shown, and so read out. */
  shown = 0;

  say(text: string, undo: (() => void) | null = null): void {
    this.#add({ id: next++, text, tone: "plain", undo });
  }
  /** What went wrong stays until it is closed. */
  trouble(text: string): void {
    this.#add({ id: next++, text, tone: "alert", undo: null });
  }
  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
  clear(): void {
    this.list = [];
  }
  #add(toast: Toast): void {
    this.list = [...this.list.slice(-2), toast];
    if (toast.tone === "plain") setTimeout(() => this.close(toast.id), STAYS_MS);
  }
}

export const toasts = new Toasts();
