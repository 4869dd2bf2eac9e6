// Where the window is, and where it was. In memory only: nothing about people goes into an address.
import type { Place } from "../rooms/ways";

interface Stop {
  place: Place;
  /** How far down its page was, in pixels, when it was left. */
  read_to: number;
}

export class Router {
  #stops = $state.raw<Stop[]>([{ place: { room: "today" }, read_to: 0 }]);
  #at = $state(0);
  /** How far down the page is right now; the window says. */
  reads_at: () => number = () => 0;

  get place(): Place {
    return this.#stops[this.#at]!.place;
  }
  /** Where the page was left, or its top when it is new. */
  get read_to(): number {
    return this.#stops[this.#at]!.read_to;
  }
  get can_back(): boolean {
    return this.#at > 0;
  }
  get can_forward(): boolean {
    return this.#at < this.#stops.length - 1;
  }
  /** One word for the place, so that a room is made anew for another subject. */
  get key(): string {
    const place = this.place;
    return JSON.stringify(place);
  }

  go = (place: Place): void => {
    if (JSON.stringify(place) === JSON.stringify(this.place)) return;
    this.#leave();
    this.#stops = [...this.#stops.slice(0, this.#at + 1), { place, read_to: 0 }].slice(-100);
    this.#at = this.#stops.length - 1;
  };
  back = (): void => {
    this.#leave();
    if (this.can_back) this.#at--;
  };
  forward = (): void => {
    this.#leave();
    if (this.can_forward) this.#at++;
  };

  #leave(): void {
    this.#stops[this.#at]!.read_to = this.reads_at();
  }
}
