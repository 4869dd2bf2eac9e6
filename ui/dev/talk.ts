// Hard talks of the fake vault: the same rules as the house, as far as the page can tell.
import type { TalkLine, TalkPage, Waits } from "../src/door/calls";
import { now, wall_of } from "../src/kit/clock";
import { day_part, days_between } from "../src/kit/days";
import type { Answers } from "./fake_door";
import type { FakeHouse, Holdings } from "./fake_house";
import { packet_answers } from "./packet";
import { AHEAD, checked, due_after, gaps, moved, NEXT, participants_fit, refused } from "./talk_rules";
import { many, noticed, plan_of_sample, sample, type KeptTalk, type Talks } from "./talks";

type WithTalks = Holdings & { talking?: Talks };

/** What was given, without what was left out. */
const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;

function talking(house: FakeHouse): Talks {
  return ((house.hold as WithTalks).talking ??= {
    ...{ talks: [], conversations: [], looks: [], asked: [], turns: [] },
  });
}

function praise_gap(all: Talks, id: string): number {
  const looks = all.looks.filter((one) => one.talk === id).reverse();
  const last = looks.findIndex((one) => one.found !== "better" || one.said_aloud !== "");
  return last < 0 ? looks.length : last;
}
const untold = (day: string) => (one: Talks["asked"][number]) =>
  one.told_on === null && one.answered_on !== null && days_between(one.answered_on, day) > 7;

function line(house: FakeHouse, talk: KeptTalk): TalkLine {
  const all = talking(house);
  const day = house.today;
  const open = talk.state !== "closed";
  const days_to_raise = Math.max(0, days_between(talk.first_seen, talk.discussed_on ?? day));
  const unanswered = all.conversations.filter((one) => one.talks.includes(talk.id) && !one.answered_on);
  const silence = unanswered.some((one) => days_between(day_part(one.at), day) >= 7);
  const overdue = open && talk.next_check !== null && talk.next_check <= day;
  const checks_held = all.looks.filter((one) => one.talk === talk.id).length;
  const waits: [boolean, Waits][] = [
    [AHEAD.includes(talk.state) && days_to_raise >= 14, "talk"],
    [silence, "silence"],
    [!silence && unanswered.some((one) => one.response_due <= day), "answer"],
    [overdue, "check"],
    [all.asked.filter((one) => one.talk === talk.id).some(untold(day)), "telling"],
    [praise_gap(all, talk.id) >= 2, "praise"],
    [talk.hr === "unsure" && !all.turns.some((one) => one.talk === talk.id), "hr"],
  ];
  return {
    ...talk,
    ...{ days_to_raise, checks_held, checks_due: checks_held + Number(overdue), gaps: gaps(talk) },
    person_name: house.name_of(talk.person),
    next_states: NEXT[talk.state],
    waits: waits.filter(([yes]) => open && yes).map(([, what]) => what),
  };
}

/** What Today says of them. */
export const waiting_talks = (house: FakeHouse): TalkLine[] =>
  talking(house)
    .talks.map((talk) => line(house, talk))
    .filter((talk) => talk.waits.length > 0);

function page(house: FakeHouse, id: string): TalkPage {
  const all = talking(house);
  const talk = all.talks.find((one) => one.id === id);
  if (!talk) throw refused("record.missing", "It is not there.");
  const said = [talk.message, talk.example, talk.consequence].join("\n");
  const plan = house.hold.actions.filter((one) => one.talk === id);
  const of = <T extends { talk: string }>(list: T[]) => list.filter((one) => one.talk === id);
  return {
    talk: line(house, talk),
    named: house.hold.people
      .filter((one) => one.relation !== "me" && one.id !== talk.person)
      .filter((one) => new RegExp(`\\b${one.name.split(" ")[0]}\\b`).test(said))
      .map((one) => ({ person: one.id, name: one.name })),
    notes: house.hold.notes.filter((one) => talk.notes.includes(one.id)),
    conversations: all.conversations.filter((one) => one.talks.includes(id)),
    plan,
    plan_lacks_their_idea: plan.length > 0 && !plan.some((one) => one.author === talk.person),
    follow_ups: of(all.looks),
    praise_gap: praise_gap(all, id),
    check_ins: of(all.asked).map((one) => ({ ...one, is_untold: untold(house.today)(one) })),
    hr: of(all.turns),
  };
}

export function talk_answers(house: FakeHouse): Partial<Answers> {
  if (house.hold.meetings.length > 0) {
    (house.hold as WithTalks).talking = sample();
    house.hold.actions.push(...plan_of_sample());
    if (house.hold.people.length > 40) talking(house).talks.push(...many(house.hold.people));
  }
  const all = () => talking(house);
  const find = (id: string) => all().talks.find((one) => one.id === id)!;
  const put = (talk: KeptTalk) => (all().talks = all().talks.map((one) => (one.id === talk.id ? talk : one)));
  const write = (name: string, sentence: string, work: () => void) => {
    house.deed(name, sentence, work);
    return house.saved();
  };
  const remove = (list: "conversations" | "looks" | "asked" | "turns", id: string) =>
    write("talk.remove_part", "Taken out", () =>
      Object.assign(all(), { [list]: all()[list].filter((one) => one.id !== id) }),
    );
  return {
    "talk.list": ({ person, only_open }) =>
      all()
        .talks.filter((one) => (!person || one.person === person) && (!only_open || one.state !== "closed"))
        .map((one) => line(house, one)),
    "talk.get": ({ id }) => page(house, id),
    "talk.begin": ({ person, title, first_seen, notes = [] }) => {
      const oldest = house.hold.notes.filter((one) => notes.includes(one.id)).at(-1)?.on;
      const fresh = noticed(house.id("t"), person, title.trim(), first_seen ?? oldest ?? house.today);
      const talk = checked({ ...fresh, notes });
      write("talk.begin", `Talk begun: ${title}`, () => all().talks.push(talk));
      return house.made(talk.id);
    },
    "talk.save": ({ id, ...change }) => {
      const talk = checked({ ...find(id), ...given(change) } as KeptTalk);
      return write("talk.save", "Talk changed", () => put(talk));
    },
    "talk.set_state": ({ id, to, ...change }) => {
      const talk = moved({ ...find(id), ...given(change) } as KeptTalk, to, house.today);
      return write("talk.set_state", "Talk moved on", () => put(talk));
    },
    "talk.remove": ({ id }) =>
      write("talk.remove", "Talk removed", () => (all().talks = all().talks.filter((one) => one.id !== id))),
    "talk.hold": ({
      talks,
      at = wall_of(now()),
      participants,
      outcome = "",
      differences = "",
      response_due,
    }) => {
      participants_fit(participants, talks.map(find));
      const on = day_part(at);
      const id = house.id("k");
      write("talk.hold", "Talk held", () => {
        const answer = { answered_on: null, answer: "", response_due: response_due ?? due_after(on) };
        all().conversations.push({ id, talks, at, participants, outcome, differences, ...answer });
        for (const talk of talks.map(find))
          if (AHEAD.includes(talk.state)) put({ ...moved(talk, "discussed", on), discussed_on: on });
      });
      return house.made(id);
    },
    "talk.save_conversation": ({ id, ...change }) =>
      write("talk.save_conversation", "Conversation changed", () =>
        Object.assign(
          all().conversations.find((one) => one.id === id)!,
          given(change),
        ),
      ),
    "talk.remove_conversation": ({ id }) => remove("conversations", id),
    "talk.follow_up": ({ talk: id, on = house.today, found, text = "", said_aloud = "", next_check }) => {
      const before = { ...find(id), ...given({ next_check }) } as KeptTalk;
      const follows = before.state === "discussed" || before.state === "following";
      const talk = follows ? moved(before, "following", house.today) : before;
      const look = { id: house.id("l"), talk: id, on, found, text, said_aloud };
      write("talk.follow_up", "Looked at", () => (all().looks.push(look), put(talk)));
      return house.made(look.id);
    },
    "talk.remove_follow_up": ({ id }) => remove("looks", id),
    "talk.ask": ({ talk, from, person = null, asked_on = house.today, question = "" }) => {
      const id = house.id("q");
      const open = { answered_on: null, answer: "", told_on: null };
      write("talk.ask", "Asked", () =>
        all().asked.push({ id, talk, from, person, asked_on, question, ...open }),
      );
      return house.made(id);
    },
    "talk.save_check_in": ({ id, ...change }) =>
      write("talk.save_check_in", "Check-in changed", () =>
        Object.assign(
          all().asked.find((one) => one.id === id)!,
          given(change),
        ),
      ),
    "talk.remove_check_in": ({ id }) => remove("asked", id),
    "talk.consult_hr": ({ id, talk, part, who, on, question = "", advice = "" }) => {
      const turn = { id: id ?? house.id("h"), talk, part, who, on: on ?? house.today, question, advice };
      write("talk.consult_hr", "HR asked", () => {
        all().turns = [...all().turns.filter((one) => one.id !== turn.id), turn];
      });
      return house.made(turn.id);
    },
    "talk.remove_consult": ({ id }) => remove("turns", id),
    ...packet_answers(house, (id) => page(house, id)),
  };
}
