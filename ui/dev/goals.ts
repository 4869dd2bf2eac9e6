// The doors of goals onto the fake vault.
import type { CategoryLine, EntryLine, GoalLine } from "../src/door/calls";
import { year_of } from "../src/kit/days";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";
import { goal_line, is_open, is_worded_as, typed, wording } from "./goal_line";
import { all, entry, goal_parts, questions } from "./goal_parts";
import { TODAY } from "./people";

const MOST_DAYS = 366;
const refused = (rule: string, sentence: string, next = "") => ({
  ...{ kind: "refused" as const, rule, sentence, next },
});

export function goal_answers(house: FakeHouse): Partial<Answers> {
  const parts = () => goal_parts(house);
  const find = (id: string) => house.hold.goals.find((one) => one.id === id)!;
  const put = (goal: GoalLine) => {
    const there = house.hold.goals.some((one) => one.id === goal.id);
    house.hold.goals = there
      ? house.hold.goals.map((one) => (one.id === goal.id ? goal : one))
      : [...house.hold.goals, goal];
  };
  const keep_words = (goal: GoalLine, because: string | null) => {
    const kept = (parts().wordings[goal.id] ??= []);
    if (because !== null) kept.push(wording(house.id("gw"), goal, "revised", because));
    else if (!kept.some((one) => one.reason === "started"))
      kept.push(wording(house.id("gw"), goal, "started"));
  };
  const story_of = (id: string) =>
    Object.values(parts().entries).find((story) => story.some((one) => one.id === id))!;
  const add = (goal: string, fields: Partial<EntryLine>) => {
    const made = entry(house.id("e"), house.today, "", fields);
    (parts().entries[goal] ??= []).push(made);
    return made;
  };
  const move = (name: string, id: string, to: GoalLine["state"], more: Partial<GoalLine> = {}) => {
    house.deed(name, `${find(id).title} is ${to}`, () => {
      put({ ...find(id), state: to, ...more });
      if (to === "active") keep_words(find(id), null);
    });
    return house.saved();
  };

  return {
    "goal.list": ({ person, only_open }) =>
      all(house).filter((one) => (!person || one.person === person) && (!only_open || is_open(one.state))),
    "goal.get": ({ id }) => {
      const goal = all(house).find((one) => one.id === id);
      if (!goal) throw { kind: "refused", rule: "record.missing", sentence: "It is not there.", next: null };
      return {
        goal,
        questions: questions(goal),
        story: parts().entries[id] ?? [],
        wordings: parts().wordings[id] ?? [],
      };
    },
    "goal.questions": (asked) => questions({ ...asked, target: typed(asked.target) }),
    "goal.save": ({ id: given, start_value, target, own_words, because = "", state, ...change }) => {
      const id = given ?? house.id("g");
      const before = given ? find(given) : null;
      const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const goal = {
        ...(before ?? goal_line({ id, person: change.person, title: "" })),
        ...told,
        ...(start_value === undefined ? {} : { start_value: typed(start_value) }),
        ...(target === undefined ? {} : { target: typed(target) }),
      };
      if (goal.review_days !== null && (goal.review_days < 1 || goal.review_days > MOST_DAYS))
        throw refused("goal.review_days", "A goal is looked at every day at most, once a year at least.");
      if (goal.starts_on && goal.due && goal.due <= goal.starts_on)
        throw refused("goal.ends_before_it_starts", "This goal is due before it starts.");
      const is_new_wording = before !== null && !is_worded_as(before, goal);
      const is_agreed = before !== null && before.state !== "proposed" && before.state !== "endorsed";
      if (is_new_wording && is_agreed && because.trim() === "")
        throw refused("wording.no_reason", "An agreed goal is worded anew for a reason.", "Say why.");
      if (is_new_wording && !is_agreed) Object.assign(goal, { state: "proposed", endorsed_on: null });
      if (is_new_wording && own_words === undefined) goal.own_words_on = null;
      if (own_words !== undefined) goal.own_words_on = own_words ? (goal.own_words_on ?? house.today) : null;
      if (!before) goal.state = state ?? "proposed";
      house.deed("goal.save", `Goal saved: ${goal.title}`, () => {
        if (before && is_new_wording && is_agreed) keep_words(before, because.trim());
        put(goal);
        if (!before && goal.state === "active") keep_words(goal, null);
      });
      return { ...house.made(id), questions: questions(goal) };
    },
    "goal.endorse": ({ id, start }) =>
      move("goal.endorse", id, start ? "active" : "endorsed", { endorsed_on: house.today }),
    "goal.set_state": ({ id, to, outcome = "" }) => {
      if (to === "dropped" && outcome.trim() === "")
        throw refused("goal.drop_reason", "Dropping a goal asks for a reason.");
      const ended_on = is_open(to) ? null : house.today;
      return move("goal.set_state", id, to, { ended_on, outcome: outcome.trim() });
    },
    "goal.reviewed": ({ id, text = "", value }) => {
      const figure = typed(value);
      house.deed("goal.reviewed", `Looked at: ${find(id).title}`, () => {
        add(id, { text, value: figure, has_moved: text.trim() !== "" || figure !== null });
        put({ ...find(id), reviewed_on: house.today });
      });
      return house.saved();
    },
    "goal.add_entry": ({ goal, kind, text, value, on = house.today }) => {
      const figure = typed(value);
      const { value: made } = house.deed("goal.add_entry", `Entry added: ${text}`, () =>
        add(goal, { kind, text, value: figure, on, has_moved: kind === "progress" }),
      );
      return house.made(made.id);
    },
    "goal.edit_entry": ({ id, text, value, on, resolved_on }) => {
      const figure = typed(value);
      house.deed("goal.edit_entry", "Entry changed", () => {
        const kept = story_of(id).find((one) => one.id === id)!;
        if (text !== undefined) kept.text = text;
        if (value !== undefined) kept.value = figure;
        if (on !== undefined) kept.on = on;
        if (resolved_on !== undefined) kept.resolved_on = resolved_on;
      });
      return house.saved();
    },
    "goal.remove_entry": ({ id }) => {
      house.deed("goal.remove_entry", "Entry taken out", () => {
        const story = story_of(id);
        story.splice(
          story.findIndex((one) => one.id === id),
          1,
        );
      });
      return house.saved();
    },
    "goal.cycle": ({ person, on = house.today }) => {
      const year = year_of(on);
      const [from, to] = [`${year}-01-01`, `${year}-12-31`];
      const goals = all(house)
        .filter((one) => one.person === person && (!one.ended_on || one.ended_on >= from))
        .filter((one) => year === year_of(TODAY) || (one.starts_on ?? TODAY) <= to)
        .map((now) => {
          const kept = (parts().wordings[now.id] ?? []).find((one) => one.on >= from);
          const open = now.state === "proposed" || now.state === "endorsed";
          const then = kept ?? (open ? null : wording(now.id, now, "cycle", "", from));
          const same = then && is_worded_as({ ...now, ...then, id: now.id, state: now.state }, now);
          const story = (parts().entries[now.id] ?? []).filter((one) => one.on >= from && one.on <= to);
          return { then, now, is_reworded: then !== null && !same, story };
        });
      return { cycle: String(year), from, to, goals };
    },
    "goal.categories": () => {
      const used = (name: string) => house.hold.goals.filter((one) => one.category === name).length;
      const others = [...new Set(house.hold.goals.map((one) => one.category))].filter(
        (name) => name !== "" && !parts().kinds.includes(name),
      );
      const line = (name: string, is_named: boolean): CategoryLine => ({ name, goals: used(name), is_named });
      return [...parts().kinds.map((name) => line(name, true)), ...others.map((name) => line(name, false))];
    },
    "goal.save_categories": ({ names }) => {
      house.deed("goal.save_categories", "Kinds of goals named", () => {
        parts().kinds = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
      });
      return house.saved();
    },
    "goal.rename_category": ({ from, to }) => {
      house.deed("goal.rename_category", `${from} is ${to}`, () => {
        parts().kinds = [...new Set(parts().kinds.map((name) => (name === from ? to : name)))];
        for (const goal of house.hold.goals) if (goal.category === from) goal.category = to;
      });
      return house.saved();
    },
    "goal.grounds": () =>
      parts().grounds.map((one) => ({
        ...one,
        holds: !one.until || one.until >= house.today,
        goals: house.hold.goals.filter((goal) => goal.ground === one.id).length,
      })),
    "goal.save_ground": ({ id: given, kind, title, text, until }) => {
      if (parts().grounds.some((one) => one.id !== given && one.title === title))
        throw refused("ground.twice", "There is one with these words already.");
      const id = given ?? house.id("gr");
      house.deed("goal.save_ground", `Kept: ${title}`, () => {
        const before = parts().grounds.find((one) => one.id === id) ?? { text: "", until: null };
        const line = { id, kind, title, text: text ?? before.text, holds: true, goals: 0 };
        const ground = { ...line, until: until === undefined ? before.until : until };
        parts().grounds = given
          ? parts().grounds.map((one) => (one.id === id ? ground : one))
          : [...parts().grounds, ground];
      });
      return house.made(id);
    },
    "goal.remove_ground": ({ id }) => {
      house.deed("goal.remove_ground", "Taken away", () => {
        parts().grounds = parts().grounds.filter((one) => one.id !== id);
        for (const goal of house.hold.goals) if (goal.ground === id) goal.ground = null;
      });
      return house.saved();
    },
  };
}
