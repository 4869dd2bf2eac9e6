// Where the window is, and where it was. In memory only: nothing about people goes into an address.
import type { Left } from "../kit/come_back";
import type { Place } from "../rooms/ways";

interface Stop {
  place: Place;
  left: Left;
}

const NEW: Left = { read_to: 0, row: null };

export class Router {
  #stops = $state.raw<Stop[]>([{ place: { room: "today" }, left: NEW }]);
  #at = $state(0);
  /** How the page stands right now; the window says. */
  how_it_stands: () => Left = () => NEW;

  get place(): Place {
    return this.#stops[this.#at]!.place;
  }
  /** How the page was left; a new one begins at its top. */
  get left(): Left {
    return this.#stops[this.#at]!.left;
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
    this.#stops = [...this.#stops.slice(0, this.#at + 1), { place, left: NEW }].slice(-100);
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
    this.#stops[this.#at]!.left = this.how_it_stands();
  }
}
