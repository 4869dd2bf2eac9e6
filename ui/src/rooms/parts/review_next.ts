// What a review waits for: the talk where one is planned, else its step and the day that was set for it.
import type { Day, ReviewLine, WallTime } from "../../door/calls";
import { day_part, days_between, time_part } from "../../kit/days";
import { first_name, short_day, weekday } from "../../kit/say";
import { words } from "./review_words";

/** Words, and whether the day is over. */
export interface Waits {
  text: string;
  late: boolean;
}

/** "today 10:00", "Thu 10:00", "4 Dec, 10:00" */
function at(talk: WallTime, day: Day): string {
  const on = day_part(talk);
  const ahead = days_between(day, on);
  if (ahead === 0) return words.at(words.today, time_part(talk));
  if (ahead === 1) return words.at(words.tomorrow, time_part(talk));
  if (ahead < 7) return words.at(weekday(on).slice(0, 3), time_part(talk));
  return words.on(short_day(on, day), time_part(talk));
}
/** "today", "by tomorrow", "by 4 Dec" */
function until(by: Day, day: Day): string {
  const ahead = days_between(day, by);
  if (ahead === 0) return words.today;
  return words.by(ahead === 1 ? words.tomorrow : short_day(by, day));
}

/** For a line that names the review already; empty where nothing waits. */
export function next_of(review: ReviewLine, day: Day): Waits {
  const { step, by, is_late, talk_at } = review.next;
  if (talk_at !== null && step !== "signed") {
    const ahead = days_between(day, day_part(talk_at));
    if (ahead < 0) return { text: words.talk_was(short_day(day_part(talk_at), day)), late: true };
    return { text: (ahead < 2 ? words.talk : words.talk_on)(at(talk_at, day)), late: false };
  }
  if (by === null) return { text: "", late: false };
  if (is_late) return { text: words.was_due(short_day(by, day)), late: true };
  return { text: words.next[step](until(by, day)), late: false };
}

/** A whole sentence, also about one's own review. */
export function waits_for(review: ReviewLine, day: Day, is_own: boolean): Waits {
  const { step, by, is_late, talk_at } = review.next;
  const name = first_name(review.person_name);
  const say = (own: string, of: string, late: boolean) => ({ text: is_own ? own : of, late });
  if (talk_at !== null && step !== "signed") {
    const on = short_day(day_part(talk_at), day);
    if (day_part(talk_at) < day) return say(words.own_talk_was(on), words.talk_with_was(name, on), true);
    const when = at(talk_at, day);
    return say(words.own_talk(when), words.talk_with(name, when), false);
  }
  if (by === null) return { text: "", late: false };
  const on = short_day(by, day);
  if (is_late) return say(words.own_was[step](on), words.was[step](name, on), true);
  const ends = until(by, day);
  return say(words.own_waits[step](ends), words.waits[step](name, ends), false);
}
