// What stands above a review: how its draft is going.
import type { ReviewPage } from "../../door/calls";
import type { Autosave } from "../../kit/autosave.svelte";
import { now } from "../../kit/clock";
import { dotted, first_name, moment } from "../../kit/say";
import { words } from "./words";

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
