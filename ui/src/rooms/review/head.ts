// What stands above a review: its steps, how its draft is going.
import type { ReviewPage, ReviewStep } from "../../door/calls";
import type { Autosave } from "../../kit/autosave.svelte";
import { now } from "../../kit/clock";
import { dotted, first_name, moment } from "../../kit/say";
import type { Head } from "../ways";
import { words } from "./words";

const STEPS: ReviewStep[] = ["self_review", "draft", "time_to_read", "discussion", "signed"];

/** The five steps that anyone understands. */
export function steps_of(review: ReviewPage): NonNullable<Head["steps"]> {
  const at = STEPS.indexOf(review.next.step);
  const is_in = ["submitted", "taken"].includes(review.self_review?.state ?? "");
  const closed = review.state === "closed";
  return STEPS.map((step, n) => {
    const text =
      step === "self_review" && is_in
        ? words.step_self_in
        : step === "draft" && review.is_own
          ? words.step_draft_of(first_name(review.reviewer_name))
          : words.step[step];
    // One may write before the self review is in: then it is not done.
    const done = step === "self_review" ? is_in : n < at || (closed && n === at);
    return { text, state: n === at && !closed ? "now" : done ? "done" : "ahead" };
  });
}

const MOMENT_MS = 60_000;
function saved(saving: Autosave | null): string {
  if (saving?.state !== "saved" || !saving.at) return saving?.sentence.toLowerCase() ?? "";
  const is_new = now().getTime() - Date.parse(saving.at) < MOMENT_MS;
  return is_new ? words.saved : words.saved_at(moment(saving.at, now()));
}

/** "Your draft · 612 words · Maya wrote 840 · saved a moment ago" */
export function sub_line(review: ReviewPage, count: number, saving: Autosave | null): string {
  const theirs = review.self_review?.words ?? 0;
  const is_out = !["draft", "ready"].includes(review.state);
  return dotted([
    review.is_own ? words.own_draft : is_out ? words.your_review : words.draft,
    words.words(count),
    !review.is_own && theirs > 0 && words.they_wrote(first_name(review.person_name), theirs),
    saved(saving),
  ]);
}
