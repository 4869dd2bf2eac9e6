// Where the window is, and where it was. In memory only: nothing about people goes into an address.
import type { Place } from "../rooms/ways";

export class Router {
  #places = $state.raw<Place[]>([{ room: "today" }]);
  #at = $state(0);

  get place(): Place {
    return this.#places[this.#at]!;
  }
  get can_back(): boolean {
    return this.#at > 0;
  }
  get can_forward(): boolean {
    return this.#at < this.#places.length - 1;
  }
  /** One word for the place, so that a room is made anew for another subject. */
  get key(): string {
    const place = this.place;
    return JSON.stringify(place);
  }

  go = (place: Place): void => {
    if (JSON.stringify(place) === JSON.stringify(this.place)) return;
    this.#places = [...this.#places.slice(0, this.#at + 1), place].slice(-100);
    this.#at = this.#places.length - 1;
  };
  back = (): void => {
    if (this.can_back) this.#at--;
  };
  forward = (): void => {
    if (this.can_forward) this.#at++;
  };
}
