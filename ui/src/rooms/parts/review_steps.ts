// How far a review has come, for the bar above its pages.
import type { ReviewPage, ReviewStep } from "../../door/calls";
import { first_name } from "../../kit/say";
import type { Head } from "../ways";
import { words } from "./review_words";

const STEPS: ReviewStep[] = ["self_review", "draft", "time_to_read", "discussion", "signed"];

/** The five steps that anyone understands. */
export function steps_of(review: ReviewPage): NonNullable<Head["steps"]> {
  const at = STEPS.indexOf(review.next.step);
  const is_in = ["submitted", "taken"].includes(review.self_review?.state ?? "");
  // A closed review waits for both signatures, and only with them it is signed.
  const signatures = review.versions.find((one) => one.reason === "final")?.signatures ?? [];
  const signed = new Set(signatures.map((one) => one.part)).size === 2;
  return STEPS.map((step, n) => {
    const text =
      step === "self_review" && is_in
        ? words.step_self_in
        : step === "draft" && review.is_own
          ? words.step_draft_of(first_name(review.reviewer_name))
          : step === "signed" && n === at && !signed
            ? words.step_signing
            : words.step[step];
    // One may write before the self review is in: then it is not done.
    const done = step === "self_review" ? is_in : n < at || signed;
    return { text, state: n === at && !signed ? "now" : done ? "done" : "ahead" };
  });
}
