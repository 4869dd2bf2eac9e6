// Who was there when it was talked about, as the rows of a form.
import type { Id, Participant, ParticipantPart, PersonLine, TalkPage } from "../../door/calls";

export interface There {
  part: ParticipantPart;
  name: string;
}

/** You and the person, and whoever the preparation asks for. */
export function asked_for({ talk, named, hr }: TalkPage, me: string): There[] {
  const rows: There[] = [
    { part: "manager", name: me },
    { part: "employee", name: talk.person_name },
  ];
  if (talk.naming === "facilitated") {
    rows.push({ part: "other", name: named.length === 1 ? named[0]!.name : "" });
    rows.push({ part: "facilitator", name: talk.facilitator });
  }
  const untrained = talk.naming === "facilitated" && !talk.is_facilitator_trained;
  if (untrained || talk.hr === "attends") {
    const along = hr.filter((turn) => turn.part === "attendance").at(-1) ?? hr.at(-1);
    rows.push({ part: "hr", name: along?.who ?? "" });
  }
  return rows;
}

/** As the door takes them: with the person of the roster who has that name. */
export function participants(
  rows: There[],
  people: readonly Pick<PersonLine, "id" | "name">[],
  employee: Id,
): Participant[] {
  const by_name = (name: string) => people.find((one) => one.name.toLowerCase() === name.toLowerCase())?.id;
  return rows.map(({ part, name }) => {
    const who = name.trim();
    const known = part === "employee" ? employee : by_name(who);
    return { part, name: who, person: known ?? null };
  });
}
