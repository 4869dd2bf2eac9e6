import { describe, expect, it } from "vitest";
import {
  ago,
  coming,
  count,
  due,
  first_name,
  full_day,
  in_words,
  list_of,
  long_day,
  moment,
  span_of_months,
  until,
  size_of,
} from "./say";

const today = "2026-11-19";

describe("numbers and days as people say them", () => {
  it("knows one from many", () => {
    expect(count(1, "person", "people")).toBe("1 person");
    expect(count(0, "person", "people")).toBe("0 people");
    expect(count(60000, "note", "notes")).toBe("60,000 notes");
    expect(in_words(3)).toBe("three");
    expect(in_words(13)).toBe("13");
    expect(list_of(["a", "b", "c"])).toBe("a, b and c");
  });
  it.each([
    ["2026-11-19", "today"],
    ["2026-11-18", "yesterday"],
    ["2026-11-17", "2 days ago"],
    ["2026-11-12", "a week ago"],
    ["2026-10-01", "7 weeks ago"],
    ["2026-01-19", "10 months ago"],
    ["2024-11-01", "2 years ago"],
  ])("%s was %s", (day, said) => expect(ago(day, today)).toBe(said));
  it.each([
    ["2026-11-19", "today"],
    ["2026-11-20", "tomorrow"],
    ["2026-11-23", "Monday"],
    ["2026-11-26", "26 November"],
    ["2027-01-05", "5 January 2027"],
  ])("%s is coming %s", (day, said) => expect(coming(day, today)).toBe(said));
  it("says what is over and what is soon", () => {
    expect(due("2026-11-17", today)).toEqual({ text: "2 days over", late: true, soon: false });
    expect(due("2026-11-18", today).text).toBe("1 day over");
    expect(due("2026-10-01", today).text).toBe("7 weeks over");
    expect(due("2026-01-19", today).text).toBe("10 months over");
    expect(due("2026-11-20", today)).toEqual({ text: "due tomorrow", late: false, soon: true });
    expect(due("2026-12-11", today).text).toBe("due 11 Dec");
  });
  it("names the day, with the year when it is another", () => {
    expect(full_day(today, today)).toBe("Thursday 19 November");
    expect(long_day("2025-01-09", today)).toBe("9 January 2025");
  });
  it("says how far off a meeting is, within a day", () => {
    const now = new Date(2026, 10, 19, 8, 12);
    expect(until("2026-11-19T08:30", now)).toBe("in 18 min");
    expect(until("2026-11-19T10:00", now)).toBe("in 2 h");
    expect(until("2026-11-19T08:00", now)).toBe("now");
    expect(until("2026-11-25T10:00", now)).toBe("");
  });
  it("says a moment by how near it is", () => {
    const now = new Date(2026, 10, 19, 12, 0);
    expect(moment(new Date(2026, 10, 19, 10, 42).toISOString(), now)).toBe("10:42");
    expect(moment(new Date(2026, 10, 18, 8, 12).toISOString(), now)).toBe("yesterday 08:12");
    expect(moment(new Date(2026, 10, 16, 8, 12).toISOString(), now)).toBe("Mon 08:12");
    expect(moment(new Date(2026, 9, 2, 8, 12).toISOString(), now)).toBe("2 Oct, 08:12");
  });
  it.each([
    [1, "1 byte"],
    [999, "999 bytes"],
    [12_400, "12 KB"],
    [1_830_000, "1.8 MB"],
  ])("%d bytes are said as %s", (bytes, said) => expect(size_of(bytes)).toBe(said));
  it("says a first name, set apart where it is written from right to left", () => {
    expect(first_name(" Maya Okafor ")).toBe("Maya");
    expect(first_name("نور حلبي")).toBe("\u2068نور\u2069");
    expect(first_name("נועה בן־דוד")).toBe("\u2068נועה\u2069");
  });
  it("says a span of months", () => {
    expect(span_of_months(0)).toBe("this month");
    expect(span_of_months(1)).toBe("1 month");
    expect(span_of_months(36)).toBe("3 years");
  });
});
