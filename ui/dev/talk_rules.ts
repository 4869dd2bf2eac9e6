// What a talk may and may not, for the fake vault.
import type { Gap, TalkState } from "../src/door/calls";
import type { Args } from "../src/door/door";
import { add_days, parts_of } from "../src/kit/days";
import type { KeptTalk } from "./talks";

export const NEXT: Record<TalkState, TalkState[]> = {
  noticed: ["preparing"],
  preparing: ["ready"],
  ready: ["discussed", "preparing"],
  discussed: ["following"],
  following: ["improved", "escalated"],
  improved: ["closed", "following"],
  escalated: ["following", "closed"],
  closed: [],
};
export const AHEAD: TalkState[] = ["noticed", "preparing", "ready"];

export const refused = (rule: string, sentence: string, next = "") => ({
  ...{ kind: "refused" as const, rule, sentence, next: next || null },
});
export function gaps(talk: KeptTalk): Gap[] {
  const bare = (text: string) => text.trim() === "";
  const missing: [boolean, Gap][] = [
    [bare(talk.message), "message"],
    [bare(talk.example), "example"],
    [bare(talk.consequence), "consequence"],
    [!talk.is_owned, "ownership"],
    [talk.naming === "observed_myself" && !talk.seen_myself, "seen_myself"],
    [talk.naming === "facilitated" && bare(talk.facilitator), "facilitator"],
    [
      talk.is_touchy && bare(talk.class_because) && bare(talk.follow_up_by) && talk.notes.length === 0,
      "evidence",
    ],
  ];
  return missing.filter(([misses]) => misses).map(([, gap]) => gap);
}

export function checked(talk: KeptTalk): KeptTalk {
  if (talk.title.trim() === "") throw refused("talk.no_title", "A talk needs a subject.");
  if (!["noticed", "preparing"].includes(talk.state) && gaps(talk).length > 0)
    throw refused("talk.not_ready", "This talk is not ready: something is missing.", "Fill it in.");
  return talk;
}
export function moved(talk: KeptTalk, to: TalkState, day: string): KeptTalk {
  if (talk.state !== to && !NEXT[talk.state].includes(to))
    throw refused("talk.step", "A talk goes step by step.", "Take the step that comes next.");
  if (to === "following" && !(talk.next_check && talk.next_check > day))
    throw refused("talk.no_next_check", "Following up needs a day ahead.", "Choose that day first.");
  const closed_on = to === "closed" ? day : null;
  const discussed_on = to === "discussed" ? (talk.discussed_on ?? day) : talk.discussed_on;
  return checked({ ...talk, state: to, discussed_on, closed_on });
}

export function participants_fit(there: Args<"talk.hold">["participants"], talks: KeptTalk[]): void {
  const has = (part: string) => there.some((one) => one.part === part);
  const asks = (rule: string, sentence: string, next: string) => {
    throw refused(rule, sentence, next);
  };
  if (!has("manager")) asks("conversation.no_manager", "A manager is always present.", "Add yourself.");
  if (!has("employee"))
    asks("conversation.no_employee", "The person it is about was not there.", "Add them.");
  for (const talk of talks.filter((one) => one.naming === "facilitated")) {
    if (!has("facilitator") || !has("other"))
      asks("conversation.no_facilitator", "They and a facilitator have to be there.", "Add both.");
    if (!talk.is_facilitator_trained && !has("hr"))
      asks("conversation.untrained", "The facilitator is not trained, so HR has to be there.", "Add them.");
  }
  if (talks.some((one) => one.hr === "attends") && !has("hr"))
    asks("conversation.no_hr", "HR was to come along and is not there.", "Add somebody from HR.");
}
export function due_after(on: string): string {
  const day = add_days(on, 2);
  return add_days(day, { 5: 2, 6: 1 }[parts_of(day).weekday] ?? 0);
}
