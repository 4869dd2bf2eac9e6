import type { ReviewState, ReviewStep } from "../../door/calls";

/** Reviews on the page of whom they are about. */
export const words = {
  of: (cycle: string) => `Review of ${cycle}`,
  step: {
    self_review: "Self review",
    draft: "Draft",
    time_to_read: "Time to read",
    discussion: "Discussion",
    signed: "Closed",
  } satisfies Record<ReviewStep, string>,
  no_points: "no points yet",
  points: (praise: number, improve: number) => `${praise} praise, ${improve} to improve`,

  // what is next, where no day says it
  self_review: (name: string) => `Ask ${name} for the self review`,
  next: {
    draft: () => "Write it, then share it",
    ready: () => "Share it",
    shared: (name) => `Plan the talk with ${name}`,
    reading: (name) => `Plan the talk with ${name}`,
    discussed: (name) => `Ask ${name} to accept it`,
    follow_up: (name) => `Talk with ${name} again`,
    amended: (name) => `Ask ${name} to accept it`,
    accepted: () => "Close it, then both sign",
    accepted_with_disagreement: () => "Close it, then both sign",
    closed: () => "See that both have signed",
  } satisfies Record<ReviewState, (name: string) => string>,
  own_self_review: "Write your self review",
  own_next: {
    draft: "It is being written",
    ready: "It is being written",
    shared: "Read it before you talk",
    reading: "Read it before you talk",
    discussed: "Accept it, or say what you see differently",
    follow_up: "Talk about it again",
    amended: "Read what changed, then accept it",
    accepted: "It is closed next, then both sign",
    accepted_with_disagreement: "It is closed next, then both sign",
    closed: "See that both have signed",
  } satisfies Record<ReviewState, string>,
};
