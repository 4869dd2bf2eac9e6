// Files dropped where a folder is shown are mail on its way in.
import type { Id } from "../../door/calls";
import { layers } from "../../kit/layers.svelte";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";
import { words } from "./words";

/** For a component's first lines; `about` says whose folder they are dropped on. */
export function take_dropped_mail(ways: Ways, about: () => Id | null): void {
  ways.offer("files.take_dropped", () => {
    // What lies over the page is not taken away by a file.
    if (layers.top) return toasts.say(words.drop_nowhere);
    const person = about();
    ways.go({ room: "mail", dropped: person ? { about: person } : {} });
  });
}
