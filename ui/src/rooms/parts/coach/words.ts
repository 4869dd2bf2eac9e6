export const words = {
  title: "Places to look at",
  places: (count: number) => (count === 1 ? "1 place to look at" : `${count} places to look at`),
  nothing: "Nothing to look at now",
  not_read: (why: string) => `Not read just now. ${why}`,
  key: "Alt H",
  key_hint: "Alt H goes from one place to the next, Alt Shift H back.",
  /** What a screen reader says at a place. */
  at: (nth: number, of: number, rule: string, excerpt: string) => `${nth} of ${of}. ${rule}: “${excerpt}”.`,

  before: "Before",
  after: "Better",
  instead: "Put instead",
  put: (text: string) => `Put “${text}” instead`,
  changed: "The words there have changed meanwhile.",

  set_aside: "Set aside",
  why: "Why does it not apply here?",
  why_kept: "Enter keeps it. It is not asked again while this sentence stays as it is.",
  why_here: "Enter keeps it until this page or sheet is closed.",
  why_missing: "Say in a few words why.",
  was_set_aside: "Set aside. It is not asked again here.",

  aside: (count: number) => (count === 1 ? "1 set aside" : `${count} set aside`),
  aside_title: "Set aside before",
  aside_all: "From every field that is kept together with this one.",
  take_up: "Take up again",
  take_up_this: (rule: string, because: string) => `Take up again: ${rule}, ${because}`,
  was_taken_up: "Taken up again.",
};
