// Where a 1:1 comes from and where it went, in words.
import type { Elsewhere, Id, MeetingPage, Side } from "../../door/calls";
import { day_part, time_part } from "../../kit/days";
import { first_name, long_day } from "../../kit/say";
import { words } from "./words";

export interface StoryLine {
  text: string;
  /** The other 1:1, where there is one to look at. */
  to: Id | null;
}

/** One line a turn of the story. Why and at whose wish is left out where others look on. */
export function story_lines(meeting: MeetingPage, day: string, looked_on: boolean): StoryLine[] {
  const { story, state, person } = meeting;
  const when = (other: Elsewhere) => `${long_day(day_part(other.starts), day)}, ${time_part(other.starts)}`;
  const why = (by: Side | null, reason: string) => {
    if (looked_on) return "";
    const wish = by === null ? "" : by === "mine" ? words.my_wish : words.their_wish(first_name(person.name));
    return [wish, reason.trim() && `: ${reason.trim()}`].join("");
  };
  const lines: StoryLine[] = [];
  if (story.follows) lines.push({ text: words.takes_up(when(story.follows)), to: story.follows.id });
  if (story.moved_from) {
    const { id, by, reason } = story.moved_from;
    lines.push({ text: words.moved_from(when(story.moved_from), why(by, reason)), to: id });
  }
  if (state === "moved") {
    const { moved_to, by, reason } = story;
    const text = moved_to
      ? words.moved_to(when(moved_to), why(by, reason))
      : words.moved_away(why(by, reason));
    lines.push({ text, to: moved_to?.id ?? null });
  }
  if (state === "cancelled")
    lines.push({ text: words.cancelled_told(why(story.by, story.reason)), to: null });
  return lines;
}
