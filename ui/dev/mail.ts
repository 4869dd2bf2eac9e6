// Mail on its way in, for the preview and the tests. What lies in the file that is chosen is what `house.mail` says.
import type { MailChoice, MailLine, MailPage, MailPreview, NoteLine, UnreadMail } from "../src/door/calls";
import { add_days } from "../src/kit/days";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse } from "./fake_house";

export type MailHeap = "one" | "many" | "thousands" | "none" | "known" | "unread";

const UNREAD: UnreadMail[] = [
  {
    ...{ file: "Offsite plans.msg", number: 1, rule: "mail.outlook" },
    sentence: "This is an item of Outlook. Save it as .eml, or copy its text and paste it.",
  },
  {
    ...{ file: "Archive 2025.mbox", number: 214, rule: "mail.too_large" },
    sentence: "It is larger than 25 MB. Save it without its attachments and bring it in again.",
  },
];
const FIRST: Partial<MailLine>[] = [
  {
    ...{ from: "Inés Corrado <ines@example.test>", subject: "Thanks for the failover drill", person: "maya" },
    beginning:
      "Maya had the second region up in 84 seconds and told everybody what she did while she did it.",
    files: [{ name: "drill timeline.pdf", bytes: 182_000 }],
    left_out: [{ rule: "mail.pictures", sentence: "Pictures within the text were left out." }],
  },
  {
    ...{
      from: "Piet van Oosterhout <piet@example.test>",
      subject: "Network change on Thursday",
      person: "tomas",
    },
    beginning: "Tomás announced it a week ahead, and nobody had to ask twice. More of that, please.",
  },
  {
    ...{
      from: "Ruth Vance <ruth@example.test>",
      subject: "Re: Release notes",
      person: "elif",
      sure: "likely",
    },
    beginning:
      "The notes came two days after the release again; support learned of the change from a customer.",
    because: "Several of your people fit; one of them reports to you.",
  },
  {
    ...{ from: "alerts@example.test", subject: "", person: null, person_name: "", sure: "no" },
    beginning: "Weekly summary of the queue: 41 opened, 39 closed, two waiting for somebody to look at them.",
    because: "None of your people is named in it, sent it or was sent it.",
  },
  {
    ...{ from: "Noor Halabi <noor@example.test>", subject: "Jun’s first weeks", person: "jun" },
    beginning: "Jun asked good questions in the welcome round and wrote the answers down for the next ones.",
  },
  {
    from: "Sam Nakai <sam@example.test>",
    subject: "Thanks",
    news: "kept",
    person: "maya",
    beginning: "Thank you.",
  },
  {
    from: "Sam Nakai <sam@example.test>",
    subject: "Thanks",
    news: "twice",
    person: "maya",
    beginning: "Thank you.",
  },
];

/** The messages of a heap, in the order they are read. */
export function heap_of(house: FakeHouse, heap: MailHeap): MailLine[] {
  const count = { one: 1, many: FIRST.length, thousands: 3_000, none: 0, known: 3, unread: 0 }[heap];
  return Array.from({ length: count }, (_, n) => {
    const told = FIRST[heap === "thousands" ? n % 5 : n]!;
    const line: MailLine = {
      ...{ message: n, news: heap === "known" ? "kept" : "new", from: "", subject: "", beginning: "" },
      sent_at: `${add_days(house.today, -1 - Math.floor(n / 3))}T14:05:00Z`,
      ...{ files: [], left_out: [], person: null, person_name: "", sure: "certain" },
      because: "It names them and was sent to them as well.",
      ...told,
      ...(heap === "known" ? { news: "kept" as const } : {}),
      ...(heap === "thousands" && told.subject ? { subject: `${told.subject}, ${n + 1}` } : {}),
    };
    return { ...line, person_name: line.person ? house.name_of(line.person) : "" };
  });
}

export function mail_answers(house: FakeHouse): Partial<Answers> {
  let imports = 0;
  let table: { id: string; lines: MailLine[]; unread: UnreadMail[] } | null = null;
  const kept = (line: MailLine): boolean =>
    house.hold.notes.some((note) => note.id === `mail${line.message}`);
  const now = (line: MailLine): MailLine => (kept(line) ? { ...line, news: "kept" } : line);
  const at = (id: string) => {
    if (table?.id === id) return table;
    const gone = fault("refused", "Those messages are no longer on the desk.", "Choose the file again.");
    throw { ...gone, rule: "mail.no_such_import" };
  };
  function look(into: string | undefined, found: MailLine[], unread: UnreadMail[] = []): MailPreview {
    const before = into ? at(into) : { id: `m${++imports}`, lines: [], unread: [] };
    const more = found.map((line, n) => ({ ...line, message: before.lines.length + n }));
    table = { id: before.id, lines: [...before.lines, ...more], unread: [...before.unread, ...unread] };
    const fresh = table.lines.filter((line) => line.news === "new");
    return {
      ...{ import: table.id, found: table.lines.length, new: fresh.length },
      known: table.lines.length - fresh.length,
      certain: fresh.filter((line) => line.sure === "certain").length,
      ...{ lines: table.lines.slice(0, 100), unread: table.unread, more_unread: 0, thrown_away: 0 },
    };
  }
  const chosen = (into?: string) =>
    look(into, heap_of(house, house.mail), ["many", "unread"].includes(house.mail) ? UNREAD : []);
  function note_of(
    { message, person, polarity, kind = "other", text, on }: MailChoice,
    line: MailLine,
  ): NoteLine {
    return {
      ...{ id: `mail${message}`, person, person_name: house.name_of(person), polarity, kind },
      ...{
        text: text ?? line.beginning,
        on: on ?? line.sent_at!.slice(0, 10),
        raised_on: null,
        dismissed: false,
      },
      ...{
        files: line.files.length,
        age_days: 1,
        example: "",
        consequence: "",
        metric: "",
        tags: [],
        goals: [],
      },
      ...{ raised_in: [], dismissed_because: "", sources: 1, lacks_example: false },
    };
  }
  return {
    "mail.preview": ({ import: into }) => chosen(into),
    "mail.preview_folder": ({ import: into }) => chosen(into),
    "mail.preview_text": ({ text, import: into }) => {
      const [line] = heap_of(house, "one");
      return look(into, [
        { ...line!, subject: "", beginning: text.trim().slice(0, 300), files: [], left_out: [] },
      ]);
    },
    "mail.found": ({ import: id, after = -1, only = "all", limit = 100 }) =>
      at(id)
        .lines.map(now)
        .filter((line) => line.message > after && (only === "all" || line.news === "new"))
        .filter((line) => only !== "certain" || line.sure === "certain")
        .filter((line) => only !== "open" || line.sure !== "certain")
        .slice(0, limit),
    "mail.read": ({ import: id, message }): MailPage => {
      const line = now(at(id).lines[message]!);
      const text = `Hello Dana,\n\n${line.beginning}\n\n${line.from}\n\n> On Monday you wrote:\n> How did it go?`;
      return { line, to: ["Dana Kessler <dana@example.test>"], text, note: line.beginning };
    },
    "mail.keep": ({ import: id, choices }) => {
      const { lines } = at(id);
      const fresh = choices.filter(({ message }) => now(lines[message]!).news === "new");
      const known = choices.length - fresh.length;
      if (fresh.length === 0) return { notes: [], known, deed: null };
      const notes = fresh.map((choice) => note_of(choice, lines[choice.message]!));
      const { deed } = house.deed("mail.keep", `${notes.length} messages kept`, () => {
        house.hold.notes.unshift(...notes);
      });
      return { notes: notes.map((note) => note.id), known, deed };
    },
    "mail.forget": ({ import: id }) => {
      if (table?.id === id) table = null;
      return {};
    },
  };
}
