// A goal while it is written.
import type { Asked, GoalLine, GoalState, Id, Letter } from "../../door/calls";
import { call, type Args } from "../../door/door";
import { figure } from "../parts/goal_look";
import { words } from "./words";

/** Typing that pauses so long is looked at. */
const ASK_AFTER_MS = 400;

const EMPTY = {
  ...{ title: "", text: "", measure: "", achievable: "", relevant: "", category: "", comment: "" },
  ...{ start_value: "", target: "", starts_on: "", due: "", ground: "", review_days: "", because: "" },
};

export class GoalForm {
  person = $state<Id | null>(null);
  fields = $state({ ...EMPTY });
  is_growth = $state(false);
  state = $state<GoalState>("proposed");
  /** Whether somebody said whose words these are since the form was opened. */
  own_said = $state<boolean | null>(null);
  errors = $state<{ who: string | null; title: string | null; because: string | null }>({
    ...{ who: null, title: null, because: null },
  });
  #before: GoalLine | null;
  #worded: string;

  constructor(person: Id | null, before: GoalLine | null, is_growth = false) {
    this.#before = before;
    this.person = before?.person ?? person;
    this.is_growth = before?.is_growth ?? is_growth;
    if (before) {
      const { title, text, measure, achievable, relevant, category, comment } = before;
      this.fields = {
        ...{ title, text, measure, achievable, relevant, category, comment, because: "" },
        start_value: before.start_value ? figure(before.start_value) : "",
        target: before.target ? figure(before.target) : "",
        starts_on: before.starts_on ?? "",
        due: before.due ?? "",
        ground: before.ground ?? "",
        review_days: String(before.review_days ?? ""),
      };
    }
    this.#worded = this.#words();
  }

  get is_new(): boolean {
    return this.#before === null;
  }
  /** Whether the words of a goal that was there are other ones now. */
  get is_reworded(): boolean {
    return !this.is_new && this.#words() !== this.#worded;
  }
  /** Agreed words are only worded anew for a reason. */
  get asks_why(): boolean {
    const agreed = !["proposed", "endorsed"].includes(this.#before?.state ?? "proposed");
    return agreed && this.is_reworded;
  }
  /** An endorsement holds for the words it was given for. */
  get falls_back(): boolean {
    return this.#before?.state === "endorsed" && this.is_reworded;
  }
  /** Words that somebody else changed are no longer their person's own, until that is said. */
  get own_words(): boolean {
    return this.own_said ?? (this.#before?.own_words_on != null && !this.is_reworded);
  }

  #words(): string {
    const { title, text, measure, achievable, relevant, start_value, target, due } = this.fields;
    return JSON.stringify(
      [title, text, measure, achievable, relevant, start_value, target, due].map((one) => one.trim()),
    );
  }

  /** Whether it can be kept; what is missing is said beside its field. */
  check(): boolean {
    this.errors = {
      who: this.person ? null : words.who_missing,
      title: this.fields.title.trim() ? null : words.goal_missing,
      because: this.asks_why && !this.fields.because.trim() ? words.because_missing : null,
    };
    return Object.values(this.errors).every((error) => error === null);
  }

  /** What the door is told. Nobody says of their own goal whose words it has. */
  answer(is_mine: boolean): Args<"goal.save"> {
    const { fields } = this;
    const of_new = this.is_new ? { state: this.state } : { id: this.#before!.id };
    return {
      ...of_new,
      person: this.person!,
      title: fields.title.trim(),
      text: fields.text.trim(),
      measure: fields.measure.trim(),
      achievable: fields.achievable.trim(),
      relevant: fields.relevant.trim(),
      category: fields.category.trim(),
      ground: fields.ground || null,
      starts_on: fields.starts_on || null,
      due: fields.due || null,
      start_value: fields.start_value.trim(),
      target: fields.target.trim(),
      is_growth: this.is_growth,
      // A number field is empty or a number, whatever it began as.
      review_days: Number(fields.review_days ?? "") || null,
      comment: fields.comment.trim(),
      ...(is_mine ? {} : { own_words: this.own_words }),
      ...(this.asks_why ? { because: fields.because.trim() } : {}),
    };
  }

  /** What is looked at while it is written; nothing before the first word. */
  asking(): Args<"goal.questions"> | null {
    const { title, text, measure, achievable, relevant, ground, due, target } = this.fields;
    if (!title.trim()) return null;
    return {
      ...{ title, text, measure, achievable, relevant, target },
      ...(ground ? { ground } : {}),
      ...(due ? { due } : {}),
    };
  }
}

/** For a component's first lines: what could still be said, asked while somebody types. Nothing waits for it. */
export function asked_while_typing(
  form: GoalForm,
  first: Asked[],
): { readonly of: Partial<Record<Letter, string>> } {
  let asked = $state.raw(first);
  let turn = 0;
  $effect(() => {
    const asking = form.asking();
    const mine = ++turn;
    if (!asking) {
      asked = [];
      return;
    }
    const soon = setTimeout(() => {
      void call("goal.questions", asking).then(
        (found) => {
          if (mine === turn) asked = found;
        },
        // A figure that is half typed; what was asked before stays.
        () => undefined,
      );
    }, ASK_AFTER_MS);
    return () => clearTimeout(soon);
  });
  return {
    get of() {
      return Object.fromEntries(
        asked.map(({ letter, question }) => [letter, words.asked[letter][question]]),
      ) as Partial<Record<Letter, string>>;
    },
  };
}
