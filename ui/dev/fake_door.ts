// A door onto a fake vault, for the preview and the tests only. It keeps the promises of the real doors:
// deeds can be undone, a write tells "changed", a locked vault answers nothing else.
import type { Carrier, Args, Name, Reply } from "../src/door/door";
import type { Happening } from "../src/door/calls";
import type { VaultStatus } from "../src/door/names";
import { now } from "../src/kit/clock";
import { FakeHouse, fault } from "./fake_house";
import { find, meeting_page, meetings, person_line, person_page, today, year } from "./fake_pages";
import { file_answers } from "./fake_files";
import { roster_answers } from "./fake_roster";
import { calendar_answers } from "./calendar";
import { capture_answers } from "./capture";
import { NO_STORY, practice_answers, tell_move } from "./practice";
import { career_answers } from "./career";
import { coach_answers } from "./coach";
import { folder_answers } from "./folder";
import { goal_answers } from "./goals";
import { input_answers } from "./inputs";
import { mail_answers } from "./mail";
import { cycle_answers } from "./review_cycle";
import { review_answers } from "./reviews";
import { search_answers } from "./searches";
import { talk_answers } from "./talk";
import { vault_answers } from "./fake_vault";

export type Answers = { [N in Name]: (args: Args<N>, job?: string) => Reply<N> | Promise<Reply<N>> };

const WHILE_LOCKED =
  /^(vault\.(status|create|confirm_kit|unlock|save_kit|restore)|capture\.keep|app\.cancel)$/;

export interface FakeOptions {
  state?: VaultStatus["state"];
  empty?: boolean;
  /** Sixty direct reports, long names, long texts. */
  crowd?: boolean;
  keychain?: boolean;
}

export class FakeDoor implements Carrier {
  house: FakeHouse;
  /** Every call so far, in order. */
  calls: { name: string; args: object }[] = [];
  /** A test puts its own answer in the place of one. */
  answers: Answers;

  constructor({ state = "open", empty = false, crowd = false, keychain = false }: FakeOptions = {}) {
    this.house = new FakeHouse(state, empty, crowd);
    this.house.status.keychain = keychain;
    this.answers = {
      ...(vault_answers(this.house) as Answers),
      ...(roster_answers(this.house) as Answers),
      ...(file_answers(this.house) as Answers),
      ...(record_answers(this.house) as Answers),
      ...(practice_answers(this.house) as Answers),
      ...(calendar_answers(this.house) as Answers),
      ...(capture_answers(this.house) as Answers),
      ...(career_answers(this.house) as Answers),
      ...(folder_answers(this.house) as Answers),
      ...(goal_answers(this.house) as Answers),
      ...(mail_answers(this.house) as Answers),
      ...(talk_answers(this.house) as Answers),
      ...(coach_answers(this.house) as Answers),
      ...(review_answers(this.house) as Answers),
      ...(input_answers(this.house) as Answers),
      ...(cycle_answers(this.house) as Answers),
      ...(search_answers(this.house) as Answers),
    };
  }

  async call(name: string, args: object, job?: string, dropped?: boolean): Promise<unknown> {
    if (dropped && this.house.dropped-- <= 0) throw fault("cancelled", "Stopped.");
    this.calls.push({ name, args });
    await Promise.resolve();
    if (this.house.status.state !== "open" && !WHILE_LOCKED.test(name))
      throw fault("locked", "The vault is locked.");
    const answer = this.answers[name as Name] as ((args: object, job?: string) => unknown) | undefined;
    if (!answer) throw fault("wrong_use", `There is no call named ${name}.`);
    return structuredClone(await answer(args, job));
  }
  async listen(hear: (happening: Happening) => void): Promise<() => void> {
    return this.house.hear(hear);
  }
  /** The calls of one name. */
  called<N extends Name>(name: N): Args<N>[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args as Args<N>);
  }
}

function record_answers(house: FakeHouse): Partial<Answers> {
  const saved = (deed: number | null) => ({ at: now().toISOString(), deed });
  return {
    "settings.get": () => house.settings,
    "settings.save": (settings) => (house.settings = settings),
    "person.list": () => house.hold.people.map((person) => person_line(house, person.id)),
    "person.get": ({ id }) => person_page(house, id),
    "person.year": (args) => year(house, args),
    "person.save": ({ id: given, ...fields }) => {
      const id = given ?? house.id("p");
      house.deed("person.save", `${fields.name} saved`, () => {
        house.hold.people = [...house.hold.people.filter((one) => one.id !== id), { ...fields, id }];
      });
      return house.made(id);
    },
    "person.remove": ({ id }) => {
      house.deed("person.remove", `${house.name_of(id)} removed`, () => {
        house.hold.people = house.hold.people.filter((one) => one.id !== id);
      });
      return house.saved();
    },
    "one_on_one.plan": ({ person, starts, minutes = 30 }) => {
      const id = house.id("m");
      const person_name = house.name_of(person);
      house.deed("one_on_one.plan", `1:1 with ${person_name} planned`, () => {
        house.hold.meetings.push({
          id,
          person,
          person_name,
          starts,
          minutes,
          state: "planned",
          headline: "",
          words: 0,
        });
      });
      return house.made(id);
    },
    "one_on_one.list": (args) => meetings(house, args),
    "one_on_one.get": ({ id }) => meeting_page(house, id),
    "one_on_one.write": ({ section: id, text }) => {
      const meeting = id.split("-")[0]!;
      const section = house.sections_of(meeting).find((one) => one.id === id)!;
      if (section.text === text) return saved(null);
      house.keep_version(id, section.title, section.text, text);
      const { deed } = house.deed("one_on_one.write", `${section.title} changed`, () => {
        section.text = text;
        section.changed_at = now().toISOString();
      });
      return saved(deed);
    },
    "one_on_one.write_margin": ({ meeting, text }) =>
      saved(
        house.deed("one_on_one.write_margin", "Margin changed", () => (house.hold.margins[meeting] = text))
          .deed,
      ),
    "one_on_one.set_state": ({ id, state, starts, reason = "", by = null }) => {
      if ((state === "moved" || state === "cancelled") && !reason)
        throw fault("refused", "Say what outranks this 1:1.");
      const meeting = house.hold.meetings.find((one) => one.id === id)!;
      const next = state === "moved" ? house.id("m") : id;
      house.deed(
        "one_on_one.set_state",
        `1:1 with ${meeting.person_name} is ${state.replace("_", " ")}`,
        () => {
          meeting.state = state;
          const { parted } = house.around_of(id);
          if (state === "in_progress") parted.began_at = now().toISOString();
          if (state === "held") parted.ended_at ??= now().toISOString();
          if (state === "notes_sent")
            Object.assign(parted, { notes_sent_at: now().toISOString(), minutes_to_send: 12 });
          if (state === "cancelled") house.hold.stories[id] = { ...NO_STORY, reason, by };
          if (state === "moved") {
            house.hold.meetings.push({ ...meeting, id: next, state: "planned", starts: starts! });
            tell_move(house, id, next, reason, by);
          }
        },
      );
      return house.made(next);
    },
    "one_on_one.remove": ({ id }) => {
      house.deed("one_on_one.remove", "1:1 removed", () => {
        house.hold.meetings = house.hold.meetings.filter((one) => one.id !== id);
        house.hold.files = house.hold.files.filter((one) => one.record !== id);
      });
      return house.saved();
    },
    "action.add": ({ about, meeting = null, text, owner, due = null, talk = null, author = null }) => {
      const id = house.id("a");
      house.deed("action.add", `Action added: ${text}`, () => {
        house.hold.actions.push({
          ...{ id, about, owner, text, due, meeting, talk, author },
          about_name: house.name_of(about),
          owner_name: house.name_of(owner),
          mine: owner === "dana",
          state: "open",
          since: house.today,
        });
      });
      return house.made(id);
    },
    "action.set": ({ id, done, text, due, owner, dropped_because }) => {
      const action = house.hold.actions.find((one) => one.id === id)!;
      const { deed } = house.deed("action.set", `${action.text}: ${done ? "done" : "changed"}`, () => {
        if (done !== undefined) action.state = done ? "done" : "open";
        if (text !== undefined) action.text = text;
        if (due !== undefined) action.due = due;
        if (dropped_because !== undefined) action.state = "dropped";
        if (owner !== undefined)
          Object.assign(action, { owner, owner_name: house.name_of(owner), mine: owner === "dana" });
      });
      return saved(deed);
    },
    "action.list": ({ person, open }) =>
      house.hold.actions.filter(
        (one) => (!person || one.about === person) && (!open || one.state === "open"),
      ),
    "today.get": () => today(house),
    "search.find": (args) => find(house, args),
    "history.of": ({ record }) => house.versions[record] ?? [],
    "history.recent": ({ limit = 50 }) =>
      house.deeds
        .map(({ before: _, ...deed }) => deed)
        .reverse()
        .slice(0, limit),
    "history.undo": ({ deed }) => house.undo(deed),
  };
}
