// What is done around the talk, each with its words and its way back. Texts are saved first.
import type { Id, ReviewPointLine, TalkStep } from "../../door/calls";
import { call, type Args } from "../../door/door";
import { flush_all } from "../../kit/unsaved";
import type { Work } from "../../door/work.svelte";
import { attempt } from "../parts/attempt";
import type { Ways } from "../ways";
import { words } from "./words";

type Said = Omit<Args<"review.discuss_point">, "id">;

export class TalkDeeds {
  constructor(
    readonly id: Id,
    readonly ways: Ways,
  ) {}

  /** A step around the talk; why not is said where it was asked. */
  step = (work: Work, to: TalkStep, said: string): Promise<void> =>
    work.run(async () => {
      await flush_all();
      const { deed } = await call("review.move_talk", { id: this.id, to });
      this.ways.did(said, deed);
    });
  amend = (work: Work): Promise<void> =>
    work.run(async () => {
      await flush_all();
      const { number, deed } = await call("review.amend", { id: this.id });
      this.ways.did(words.amended(number), deed);
    });

  /** One of three at most: the newest word counts. */
  agree = (point: ReviewPointLine): Promise<boolean> =>
    this.#mark(
      point,
      point.is_agreed
        ? { is_agreed: false }
        : {
            is_agreed: true,
            ...(point.is_parked ? { is_parked: false } : {}),
            ...(point.disagreement ? { disagreement: "" } : {}),
          },
    );
  park = (point: ReviewPointLine): Promise<boolean> =>
    this.#mark(point, {
      is_parked: !point.is_parked,
      ...(point.is_agreed ? { is_agreed: false } : {}),
    });
  /** While somebody types. */
  say = async (point: ReviewPointLine, said: Said): Promise<{ at: string }> => {
    const differs = !!said.disagreement?.trim() && point.is_agreed;
    return call("review.discuss_point", { id: point.id, ...said, ...(differs ? { is_agreed: false } : {}) });
  };
  #mark(point: ReviewPointLine, said: Said): Promise<boolean> {
    return attempt(async () => {
      await flush_all();
      await call("review.discuss_point", { id: point.id, ...said });
    });
  }
}
