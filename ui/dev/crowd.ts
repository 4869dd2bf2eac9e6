// A vault that is hard on a page: sixty direct reports, names of every length and script, long texts.
import type { ActionLine, MeetingLine, NoteLine, Person } from "../src/door/calls";
import { add_days } from "../src/kit/days";
import type { Holdings } from "./fake_house";
import { note_line } from "./folder";
import { goal_line } from "./goal_line";
import { people, TODAY } from "./people";
import { cycle_of, many_pieces, point, review } from "./review_sample";

const HARD_NAMES = [
  "Maximiliana Bartholomea von Hohenstaufen-Wittelsbach zu Sonnenfeld",
  "محمد بن عبد الله الهاشمي",
  "נועה בן־דוד",
  "Łukasz Wiśniewski-Żółć",
  "Þórdís Kolbrún Gylfadóttir",
  "Bo",
  "山田 太郎",
  "Nguyễn Thị Minh Khai",
  "Wolfeschlegelsteinhausenbergerdorff",
  "Şerife Özgür Çağlayan",
];
const LONG_ROLE =
  "Principal site reliability engineer for payments, ledgers and everything that has to balance at midnight";
export const LONG_TEXT =
  "Took the migration that nobody wanted, wrote down every step before touching anything, asked the storage team to read it, found the two steps that would have lost a day of orders, and then stayed until the last region was over. https://example.test/runbooks/payments/ledger/migration?region=eu-central-1&step=rollback#what-to-do-when-it-does-not-come-back The write-up is now what the other teams copy. What I would ask for next time: say earlier that the date is not possible, to me and to finance, and do not carry it alone over a weekend.";

const HARD_TAGS = [
  "on-call",
  "payments-and-ledgers",
  "donaudampfschifffahrtsgesellschaft",
  "größe",
  "write-ups",
];

const id_of = (n: number) => `c${n}`;

function crowd(): Person[] {
  const pattern = people.find((person) => person.id === "elif")!;
  return Array.from({ length: 60 }, (_, n) => ({
    ...structuredClone(pattern),
    id: id_of(n),
    name: HARD_NAMES[n] ?? `Person ${n + 1} Lastname`,
    role: n % 4 === 0 ? LONG_ROLE : "Engineer",
    team: n % 4 === 0 ? "Payments, ledgers and reconciliation" : "Live services",
    email: n % 4 === 0 ? `${"a-very-long-mailbox-name-".repeat(4)}@example.test` : "",
    skills: Array.from({ length: n % 7 }, (_, m) => ({ name: `A skill with a name, number ${m}`, level: 3 })),
    about: n === 0 ? `${LONG_TEXT}\n\n${LONG_TEXT}` : "",
  }));
}

/** Everything the full vault holds, and the crowd on top of it. */
export function crowded(full: Holdings): Holdings {
  const them = crowd();
  const who = (n: number) => {
    const { id, name } = them[n % them.length]!;
    return { person: id, person_name: name };
  };
  const notes = Array.from({ length: 500 }, (_, n): NoteLine => {
    const on = add_days(TODAY, -Math.floor(n / 3));
    return note_line({
      id: `cn${n}`,
      ...who(n % 5 === 0 ? 0 : n),
      polarity: n % 3 === 0 ? "constructive" : "praise",
      kind: n % 2 === 0 ? "leadership" : "other",
      text: n % 4 === 0 ? LONG_TEXT : "One short line about what happened.",
      on,
      raised_on: n > 200 || (n > 12 && n % 4 === 1) ? add_days(on, 3) : null,
      raised_in: n > 12 && n % 4 === 1 ? ["cm30", "cm31", "cm32"].slice(0, 1 + (n % 3)) : [],
      files: n % 9 === 0 ? 1 : 0,
      ...(n % 4 === 0 ? { tags: HARD_TAGS, metric: "1234567.25 transactions a second", sources: 1 } : {}),
      ...(n % 8 === 0 ? { example: LONG_TEXT, consequence: LONG_TEXT } : {}),
      ...(n % 14 === 1 ? { dismissed: true, dismissed_because: LONG_TEXT.slice(0, 200) } : {}),
    });
  });
  const meetings = Array.from({ length: 200 }, (_, n): MeetingLine => {
    const day = add_days(TODAY, n < 7 ? 0 : n < 20 ? n : -n);
    return {
      id: `cm${n}`,
      ...who(n < 10 ? n : 0),
      starts: `${day}T${String(9 + (n % 8)).padStart(2, "0")}:00`,
      minutes: 30,
      state: n < 20 ? "planned" : n % 9 === 0 ? "cancelled" : "closed",
      headline: n % 3 === 0 ? LONG_TEXT.slice(0, 200) : "",
      words: n * 7,
    };
  });
  const actions = Array.from({ length: 40 }, (_, n): ActionLine => {
    const { person, person_name } = who(n % 3 === 0 ? 0 : n);
    return {
      id: `ca${n}`,
      about: person,
      about_name: person_name,
      owner: n % 4 === 3 ? person : "dana",
      owner_name: n % 4 === 3 ? person_name : "Dana Kessler",
      mine: n % 4 !== 3,
      text: n % 3 === 0 ? LONG_TEXT.slice(0, 160) : "Answer the question about the budget",
      due: n % 5 === 4 ? null : add_days(TODAY, n * 9 - 90),
      state: "open",
      since: add_days(TODAY, -100),
      meeting: null,
      talk: null,
      author: null,
    };
  });
  const goals = Array.from({ length: 30 }, (_, n) =>
    goal_line({
      id: `cg${n}`,
      person: id_of(n % 3 === 0 ? 0 : n),
      title: n % 3 === 0 ? LONG_TEXT.slice(0, 110) : "A short goal",
      text: n % 3 === 0 ? LONG_TEXT : "",
      due: n % 2 === 0 ? "2027-03-31" : null,
      state: (["active", "proposed", "achieved"] as const)[n % 3]!,
      category: n % 3 === 0 ? LONG_TEXT.slice(0, 60) : n % 3 === 1 ? "Saved cost" : "",
      is_growth: n % 4 === 0,
      ...(n % 3 === 0 ? { measure: LONG_TEXT, comment: LONG_TEXT, relevant: LONG_TEXT } : {}),
    }),
  );
  const reviews = Array.from({ length: 12 }, (_, n) => {
    const points = Array.from({ length: 20 }, (_, m) =>
      point(`cp${n}-${m}`, m % 3 === 0 ? "to_improve" : "went_well", m % 2 ? LONG_TEXT : "", LONG_TEXT),
    );
    const { person, person_name } = who(n);
    return review(`cr${n}`, person, person_name, "draft", points, {
      cycle: cycle_of(n === 0 ? "2026, second half, with the promotion case" : "2026"),
    });
  });
  return {
    ...full,
    people: [...full.people, ...them],
    notes: [...full.notes, ...notes],
    meetings: [...full.meetings, ...meetings],
    actions: [...full.actions, ...actions],
    goals: [...full.goals, ...goals],
    reviews: [...full.reviews, ...reviews],
    evidence: { ...full.evidence, r1: [...(full.evidence.r1 ?? []), ...many_pieces()], cr0: many_pieces() },
    margins: { ...full.margins, cm0: `${LONG_TEXT}\n\n${LONG_TEXT}` },
  };
}
