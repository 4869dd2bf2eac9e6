// A calendar file of the preview: one series, one meeting nobody is known for, a day off, and what is of no use.
import type { HolidayLine } from "../src/door/calls";
import { now } from "../src/kit/clock";
import { add_days } from "../src/kit/days";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";

export function calendar_answers(house: FakeHouse): Partial<Answers> {
  const base = {
    zone: "",
    minutes: 30,
    every_days: null,
    ends_on: null,
    person: null,
    person_name: "",
    said: [],
  };
  let kept: { place: string | null; names: boolean; trouble: string | null } = {
    place: null,
    names: false,
    trouble: null,
  };
  let days: HolidayLine[] = [];
  const saved = (name: string, sentence: string, write: () => void) => ({
    at: now().toISOString(),
    deed: house.deed(name, sentence, write).deed,
  });
  return {
    "calendar.kept": () => kept,
    "calendar.keep": ({ names }) => {
      kept = { place: "Calendars/1-1s.ics", names, trouble: null };
      return { file: "1-1s.ics" };
    },
    "calendar.stop_keeping": () => {
      kept = { place: null, names: false, trouble: null };
      return {};
    },
    "holiday.list": () => days,
    "holiday.add": ({ on, until, name }) =>
      saved("holiday.add", "Days off added", () => {
        for (let day = on; day <= (until ?? on); day = add_days(day, 1))
          if (days.every((known) => known.on !== day)) days = [...days, { id: `off-${day}`, on: day, name }];
        days.sort((one, other) => one.on.localeCompare(other.on));
      }),
    "holiday.remove": ({ id }) =>
      saved("holiday.remove", "Day off removed", () => {
        days = days.filter((one) => one.id !== id);
      }),
    "calendar.export": ({ names }) => ({ file: names ? "1-1s with names.ics" : "1-1s.ics" }),
    "calendar.preview": () => ({
      import: "c1",
      file_name: "work.ics",
      events: [
        {
          ...base,
          ...{ event: 0, kind: "series", news: "new", summary: "Tomás / Dana", every_days: 7 },
          ...{ starts: `${add_days(house.today, 1)}T10:00`, person: "tomas", person_name: "Tomás Lindqvist" },
        },
        {
          ...base,
          ...{ event: 2, kind: "day_off", news: "new", summary: "Midwinter", starts: "2026-12-25T00:00" },
        },
      ],
      unused: [
        {
          event: 1,
          summary: "Catch-up",
          on: add_days(house.today, 4),
          said: { rule: "calendar.nobody", sentence: "Nobody of your roster is named in it." },
        },
        {
          event: null,
          summary: "Stand-up",
          on: house.today,
          said: { rule: "calendar.daily", sentence: "A series of 1:1s goes by weeks." },
        },
      ],
      more_unused: 0,
    }),
    "calendar.apply": ({ chosen }) => {
      const { deed } = house.deed("calendar.apply", "Calendar brought in", () => undefined);
      return { added: chosen.length, changed: 0, unchanged: 0, deed };
    },
  };
}
