// A talk: what is done to it, each with its words and its way back, and the order of a list of talks.
import type { Day, Id, TalkLine, TalkState } from "../../door/calls";
import { call, type Args } from "../../door/door";
import { add_days, parts_of } from "../../kit/days";
import { flush_all } from "../../kit/unsaved";
import { attempt } from "../parts/attempt";
import type { Ways } from "../ways";
import { words } from "./words";

export type Change = Omit<Args<"talk.save">, "id">;
type Move = Omit<Args<"talk.set_state">, "id" | "to">;
/** States a talk is moved to by hand. Discussed is what writing down a conversation makes of it. */
export type Moved = Exclude<TalkState, "noticed" | "discussed">;

const AHEAD: readonly TalkState[] = ["noticed", "preparing", "ready"];
/** Whether it waits to be talked about. */
export const is_ahead = ({ state }: Pick<TalkLine, "state">): boolean => AHEAD.includes(state);
export const is_prepared = ({ state }: Pick<TalkLine, "state">): boolean =>
  state !== "noticed" && state !== "preparing";

export class TalkDeeds {
  constructor(
    readonly id: Id,
    readonly ways: Ways,
  ) {}

  /** A text on its way while somebody types. The first word of the message begins the preparation. */
  write = async (talk: TalkLine, change: Change): Promise<{ at: string }> => {
    const prepares = "message" in change || "example" in change || "consequence" in change;
    if (talk.state === "noticed" && prepares) await call("talk.set_state", { id: this.id, to: "preparing" });
    return call("talk.save", { id: this.id, ...change });
  };
  change = (change: Change, said = words.changed): Promise<boolean> =>
    this.#tell(() => call("talk.save", { id: this.id, ...change }), said);

  /** Texts are saved first. */
  move = async (to: Moved, more: Move = {}): Promise<boolean> => {
    await flush_all();
    return this.#tell(() => call("talk.set_state", { id: this.id, to, ...more }), words.moved[to]);
  };
  /** What was only noticed is prepared on the way. */
  make_ready = async (talk: TalkLine): Promise<boolean> => {
    await flush_all();
    return attempt(async () => {
      const deeds: (number | null)[] = [];
      const steps: TalkState[] = talk.state === "noticed" ? ["preparing", "ready"] : ["ready"];
      for (const to of steps) deeds.push((await call("talk.set_state", { id: this.id, to })).deed);
      this.ways.did(words.made_ready, ...deeds);
    });
  };
  remove = (): Promise<boolean> => this.#tell(() => call("talk.remove", { id: this.id }), words.removed);
  /** Takes out something that belongs to it. */
  take_out = (
    what: "conversation" | "follow_up" | "check_in" | "consult",
    id: Id,
    said: string,
  ): Promise<boolean> => this.#tell(() => call(`talk.remove_${what}`, { id }), said);
  check_in = (change: Args<"talk.save_check_in">, said: string): Promise<boolean> =>
    this.#tell(() => call("talk.save_check_in", change), said);
  conversation = (change: Args<"talk.save_conversation">): Promise<boolean> =>
    this.#tell(() => call("talk.save_conversation", change), words.changed);

  #tell(work: () => Promise<{ deed: number | null }>, said: string): Promise<boolean> {
    return attempt(async () => {
      const { deed } = await work();
      if (deed !== null) this.ways.did(said, deed);
    });
  }
}

/** The day by which an answer may come: two days later, and never on a weekend. */
export function answer_by(on: Day): Day {
  const day = add_days(on, 2);
  return add_days(day, { 5: 2, 6: 1 }[parts_of(day).weekday] ?? 0);
}

type GroupKey = keyof typeof words.group;
const GROUP_OF: Record<TalkState, GroupKey> = {
  ...{ noticed: "prepare", preparing: "prepare", ready: "talk", discussed: "follow" },
  ...{ following: "follow", escalated: "follow", improved: "better", closed: "closed" },
};

/** Talks by what is next: what waits first, closed ones last. */
export function in_groups(talks: TalkLine[]): { key: GroupKey; items: TalkLine[] }[] {
  const of = (talk: TalkLine): GroupKey => (talk.waits.length > 0 ? "waits" : GROUP_OF[talk.state]);
  return (Object.keys(words.group) as GroupKey[])
    .map((key) => ({ key, items: talks.filter((talk) => of(talk) === key) }))
    .filter(({ items }) => items.length > 0);
}

/** A text in pieces, those that name somebody marked. */
export function marked(text: string, names: string[]): { text: string; name: boolean }[] {
  const given = names.flatMap((name) => [name, name.split(" ")[0]!].filter((part) => part.length >= 2));
  if (given.length === 0 || text === "") return [{ text, name: false }];
  const longest = given.sort((a, b) => b.length - a.length);
  const escaped = longest.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
  return text
    .split(pattern)
    .map((part, n) => ({ text: part, name: n % 2 === 1 }))
    .filter((part) => part.text !== "");
}
