// A review in one line on the page of whom it is about: how far it is, how it is made up, and what is next for the owner.
import type { BalanceLine, Day, ReviewLine } from "../../door/calls";
import { next_of, waits_for, type Waits } from "../parts/review_next";
import { words } from "./review_words";

/** Where a day still says what is next. Once the two have talked, the day for the talk says nothing any more. */
const BEFORE_THE_TALK: readonly ReviewLine["state"][] = ["draft", "ready", "shared", "reading"];

/** What is next for the owner, in words; with the day where one was set. `name` is whom the review is about. */
export function next_for_me(review: ReviewLine, name: string, own: boolean, day: Day): Waits {
  const { step, talk_at } = review.next;
  if (talk_at !== null || BEFORE_THE_TALK.includes(review.state)) {
    const dated = own ? waits_for(review, day, true) : next_of(review, day);
    if (dated.text !== "") return dated;
  }
  if (step === "self_review")
    return { text: own ? words.own_self_review : words.self_review(name), late: false };
  return { text: own ? words.own_next[review.state] : words.next[review.state](name), late: false };
}

/** "4 praise, 2 to improve" */
export function points_of({ praise, constructive }: BalanceLine): string {
  return praise + constructive === 0 ? words.no_points : words.points(praise, constructive);
}
