// What waits around a talk, and where it stands, in words.
import type { Day, TalkLine, TalkPage, Waits } from "../../door/calls";
import { day_part, days_between } from "../../kit/days";
import { ago, first_name, short_day } from "../../kit/say";
import { words } from "./talk_words";

/** What can only be said in full by what belongs to the talk. */
const ASKS_FOR_MORE: readonly Waits[] = ["answer", "silence", "telling", "praise"];
export const asks_for_more = (talk: TalkLine): boolean =>
  talk.waits.some((what) => ASKS_FOR_MORE.includes(what));

/**
 * A sentence for each thing that waits, the most urgent first. `page` says more where it is known. Who was asked is
 * `named` only while nobody else looks on.
 */
export function waits_in_words(
  talk: TalkLine,
  day: Day,
  page: TalkPage | null = null,
  named = true,
): string[] {
  const name = first_name(talk.person_name);
  const unanswered = (page?.conversations ?? []).filter((one) => one.answered_on === null);
  const say: Record<Waits, () => string> = {
    talk: () => words.not_talked(talk.days_to_raise),
    answer: () => {
      const due = unanswered.map((one) => one.response_due).sort()[0];
      if (due === undefined) return words.answer_due;
      return due < day ? words.answer_since(short_day(due, day)) : words.answer_today;
    },
    silence: () => {
      const since = unanswered.map((one) => day_part(one.at)).sort()[0];
      return words.silence(since === undefined ? 7 : days_between(since, day));
    },
    check: () =>
      talk.next_check === null || talk.next_check === day
        ? words.check_today
        : words.check_since(short_day(talk.next_check, day)),
    telling: () => {
      const asked = page?.check_ins.find((one) => one.is_untold);
      if (!asked?.answered_on) return words.told_somehow(name);
      const who = asked.person === null ? asked.from : first_name(asked.from);
      return words.told(named ? who : words.somebody, days_between(asked.answered_on, day), name);
    },
    praise: () => words.unsaid(page?.praise_gap ?? 2),
    hr: () => words.ask_hr,
  };
  return talk.waits.map((what) => say[what]());
}

/** Where a talk stands, and what comes next. */
export function stands(talk: TalkLine, day: Day): string {
  const on = (at: Day | null) => (at === null ? "" : short_day(at, day));
  switch (talk.state) {
    case "noticed":
      return words.noticed_on(ago(talk.first_seen, day));
    case "preparing":
      return words.misses(talk.gaps.length);
    case "ready":
      return words.may_be_held;
    case "discussed":
      return words.talked_on(on(talk.discussed_on));
    case "following":
      return talk.next_check === null ? words.no_next_look : words.next_look(on(talk.next_check));
    case "improved":
      return words.improved;
    case "escalated":
      return words.with_hr;
    case "closed":
      return words.closed_on(on(talk.closed_on), talk.outcome);
  }
}
