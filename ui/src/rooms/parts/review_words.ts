import type { ReviewStep } from "../../door/calls";

type Say = (by: string) => string;
type SayOf = (name: string, by: string) => string;

// What a review waits for, in words: short where its name stands beside it, whole where it stands alone.
export const words = {
  today: "today",
  tomorrow: "tomorrow",
  by: (day: string) => `by ${day}`,
  at: (day: string, time: string) => `${day} ${time}`,
  on: (day: string, time: string) => `${day}, ${time}`,

  next: {
    self_review: (by) => `Self review ${by}`,
    draft: (by) => `Share ${by}`,
    time_to_read: (by) => `Discuss ${by}`,
    discussion: (by) => `Discuss ${by}`,
    signed: (by) => `Sign ${by}`,
  } satisfies Record<ReviewStep, Say>,
  was_due: (day: string) => `Was due on ${day}`,
  talk: (when: string) => `Talk ${when}`,
  talk_on: (when: string) => `Talk on ${when}`,
  talk_was: (day: string) => `Talk was on ${day}`,

  waits: {
    self_review: (name, by) => `The self review of ${name} is due ${by}`,
    draft: (name, by) => `Share the review of ${name} ${by}`,
    time_to_read: (name, by) => `Talk with ${name} about the review ${by}`,
    discussion: (name, by) => `Talk with ${name} about the review ${by}`,
    signed: (name, by) => `Sign the review of ${name} ${by}`,
  } satisfies Record<ReviewStep, SayOf>,
  was: {
    self_review: (name, day) => `The self review of ${name} was due on ${day}`,
    draft: (name, day) => `The review of ${name} was to be shared by ${day}`,
    time_to_read: (name, day) => `The talk with ${name} about the review was due on ${day}`,
    discussion: (name, day) => `The talk with ${name} about the review was due on ${day}`,
    signed: (name, day) => `The review of ${name} was to be signed by ${day}`,
  } satisfies Record<ReviewStep, SayOf>,
  talk_with: (name: string, when: string) => `Talk with ${name} about the review, ${when}`,
  talk_with_was: (name: string, day: string) => `The talk with ${name} about the review was on ${day}`,

  own_waits: {
    self_review: (by) => `Hand in your self review ${by}`,
    draft: (by) => `Your own review comes ${by}`,
    time_to_read: (by) => `Talk about your own review ${by}`,
    discussion: (by) => `Talk about your own review ${by}`,
    signed: (by) => `Sign your own review ${by}`,
  } satisfies Record<ReviewStep, Say>,
  own_was: {
    self_review: (day) => `Your self review was due on ${day}`,
    draft: (day) => `Your own review was to come by ${day}`,
    time_to_read: (day) => `The talk about your own review was due on ${day}`,
    discussion: (day) => `The talk about your own review was due on ${day}`,
    signed: (day) => `Your own review was to be signed by ${day}`,
  } satisfies Record<ReviewStep, Say>,
  own_talk: (when: string) => `Talk about your own review, ${when}`,
  own_talk_was: (day: string) => `The talk about your own review was on ${day}`,

  // the five steps that anyone understands
  step: {
    self_review: "Self review",
    draft: "Your draft",
    time_to_read: "Time to read",
    discussion: "Discussion",
    signed: "Signed",
  } satisfies Record<ReviewStep, string>,
  step_signing: "Signing",
  step_self_in: "Self review in",
  step_draft_of: (name: string) => `${name} writes`,
};
