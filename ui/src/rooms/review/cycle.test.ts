import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { review as review_of } from "../../../dev/review_sample";
import { refused } from "../../../dev/talk_rules";
import { go, in_room, open_house } from "../../../test/house";
import type { FakeOptions } from "../../../dev/fake_door";
import type { Verified } from "../../door/calls";
import { begin_with, days_of, field_of } from "./cycle";
import { words } from "./cycle_words";

async function open_reviews(options: FakeOptions = {}) {
  const opened = await open_house(options);
  await go(opened.user, "r", "reviews");
  await screen.findByRole("heading", { name: "Reviews", level: 1 });
  return opened;
}
const row = (name: string) =>
  screen.getAllByTestId("review-row").find((one) => one.textContent.includes(name))!;

describe("the cycles of reviews", () => {
  it("say by when what is done, how far everybody is, and what is next", async () => {
    await open_reviews();
    const cycle = within((await screen.findAllByTestId("cycle"))[0]!);
    expect(cycle.getByRole("heading", { name: "Reviews of 2026" })).toBeTruthy();
    expect(
      cycle.getByText(/^Self reviews by 13 Nov.· share by 4 Dec.· discuss by 11 Dec.· sign by/),
    ).toBeTruthy();
    const steps = within(cycle.getByRole("list", { name: words.steps })).getAllByRole("listitem");
    expect(steps.map((step) => step.textContent)).toContain("1 reading");
    expect(row("Tomás").textContent).toContain("Talk tomorrow 10:00");
    expect(row("Maya").textContent).toContain("Share by 4 Dec");
    expect(row("Sam").textContent).toContain("Closed");
    expect(within(row("Jun") ?? row("Elif")).getByText(words.balance_nothing)).toBeTruthy();
  });
  it("say in amber what is late", async () => {
    await open_reviews();
    const late = within(row("Elif")).getByText("Was due on 13 Nov");
    expect(late.classList).toContain("soon");
  });
  it("are walked by J and K, and Enter opens", async () => {
    const { user } = await open_reviews();
    await screen.findAllByTestId("review-row");
    await user.keyboard("jjk{Enter}");
    await in_room("review");
  });
  it("keep how even a review is to themselves while presenting", async () => {
    const { user } = await open_reviews();
    await screen.findAllByText(words.balance_nothing);
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByText(words.balance_nothing)).toBeNull());
    expect(row("Maya").textContent).toContain("Share by 4 Dec");
  });
  it("begin with one step where there is none", async () => {
    const { user } = await open_reviews({ empty: true });
    expect(await screen.findByText(words.none_title)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: words.begin }));
    const sheet = within(await screen.findByTestId("cycle-sheet"));
    expect(sheet.getByText(words.nobody)).toBeTruthy();
  });
});

describe("the words of a cycle", () => {
  const none = { self_review_by: null, share_by: null, discuss_by: null, sign_by: null };
  const cycle = { id: "y1", name: "2026", from: "2026-01-01", until: "2026-12-31", ...none };
  it("leave out a day that was not set", () => {
    expect(days_of(cycle, "2026-11-19")).toBe("");
    expect(days_of({ ...cycle, share_by: "2026-12-04" }, "2026-11-19")).toBe("Share by 4 Dec");
  });
  it("have the right form for one and for many", () => {
    expect(words.step_count.draft(1)).toBe("1 draft");
    expect(words.step_count.self_review(2)).toBe("2 self reviews");
  });
  it("begin the next cycle as the last one was, a year later", () => {
    const form = begin_with("2026-11-19", 1, [{ ...cycle, share_by: "2026-12-04" }]);
    expect(form).toMatchObject({
      name: "2027",
      from: "2027-01-01",
      until: "2027-12-31",
      share_by: "2027-12-04",
    });
  });
  it("say a refusal at the field it is about", () => {
    const form = begin_with("2026-11-19", 1, []);
    expect(field_of("review.no_cycle", form)).toBe("name");
    expect(field_of("review.cycle_days", form)).toBe("until");
    const days = { ...form, self_review_by: "2026-11-20", discuss_by: "2026-12-16", sign_by: "2026-12-01" };
    expect(field_of("review.cycle_order", days)).toBe("sign_by");
    expect(field_of("person.missing", form)).toBeNull();
  });
});

describe("beginning a cycle", () => {
  async function open_sheet() {
    const opened = await open_reviews();
    await opened.user.keyboard("cb");
    const sheet = within(await screen.findByTestId("cycle-sheet"));
    const name = await sheet.findByLabelText<HTMLInputElement>(words.name);
    const begin = () => opened.user.click(sheet.getByRole("button", { name: words.start }));
    return { ...opened, sheet, name, begin };
  }
  it("asks for direct reports, and sends what was chosen", async () => {
    const { user, door, sheet, name, begin } = await open_sheet();
    expect(name.value).toBe("2027");
    await user.click(sheet.getByRole("checkbox", { name: "Jun Ramesh" }));
    await user.click(sheet.getByRole("checkbox", { name: words.with_self }));
    await begin();
    await waitFor(() => expect(door.called("review.begin_cycle")).toHaveLength(1));
    const [sent] = door.called("review.begin_cycle");
    expect(sent).toMatchObject({
      name: "2027",
      from: "2027-01-01",
      until: "2027-12-31",
      with_self_review: false,
    });
    expect(sent!.people).toEqual(["elif", "maya", "sam", "tomas"]);
    expect(await screen.findByRole("heading", { name: "Reviews of 2027" })).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.queryByRole("heading", { name: "Reviews of 2027" })).toBeNull());
  });
  it("needs a name and somebody", async () => {
    const { user, door, sheet, name, begin } = await open_sheet();
    await user.clear(name);
    for (const box of sheet.getAllByRole<HTMLInputElement>("checkbox", { checked: true }))
      if (box !== sheet.getByRole("checkbox", { name: words.with_self })) await user.click(box);
    await begin();
    expect(await sheet.findByText(words.name_missing)).toBeTruthy();
    expect(sheet.getByText(words.people_missing)).toBeTruthy();
    expect(document.activeElement).toBe(name);
    expect(door.called("review.begin_cycle")).toEqual([]);
  });
  it("says at the field what was refused", async () => {
    const { door, sheet, begin } = await open_sheet();
    door.answers["review.begin_cycle"] = () => {
      throw refused("review.cycle_days", "The cycle ends before it begins.", "Choose a later last day.");
    };
    await begin();
    const error = await sheet.findByText("The cycle ends before it begins. Choose a later last day.");
    const until = sheet.getByLabelText(words.until);
    expect(until.getAttribute("aria-describedby")).toBe(error.id);
    await waitFor(() => expect(document.activeElement).toBe(until));
  });
});

describe("the dates of a cycle", () => {
  async function open_dates(by: (user: UserEvent) => Promise<void>) {
    const opened = await open_reviews();
    await screen.findAllByTestId("cycle");
    await by(opened.user);
    const sheet = within(await screen.findByTestId("cycle-sheet"));
    const save = () => opened.user.click(sheet.getByRole("button", { name: words.change }));
    return { ...opened, sheet, save };
  }
  const press = (user: UserEvent) =>
    user.click(screen.getByRole("button", { name: words.change_dates_of("2026") }));
  it("are changed on the sheet that the cycle began with, filled with what is there", async () => {
    const { user, door, sheet, save } = await open_dates(press);
    expect(sheet.queryByLabelText(words.name)).toBeNull();
    const share = sheet.getByLabelText<HTMLInputElement>(words.deadline.share_by);
    expect(share.value).toBe("2026-12-04");
    await fireEvent.input(share, { target: { value: "2026-12-07" } });
    await save();
    await waitFor(() => expect(door.called("review.begin_cycle")).toHaveLength(1));
    const was = { name: "2026", from: "2026-01-01", until: "2026-12-31", self_review_by: "2026-11-13" };
    expect(door.called("review.begin_cycle")[0]).toMatchObject({
      ...was,
      share_by: "2026-12-07",
      people: [],
    });
    expect(await screen.findByText(words.changed("2026"))).toBeTruthy();
    const cycle = within((await screen.findAllByTestId("cycle"))[0]!);
    expect(await cycle.findByText(/share by 7 Dec/)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await cycle.findByText(/share by 4 Dec/)).toBeTruthy();
  });
  it("open by a key, and a day that is taken out is left out", async () => {
    const { user, door, sheet, save } = await open_dates((user) => user.keyboard("d"));
    await user.clear(sheet.getByLabelText(words.deadline.sign_by));
    await save();
    await waitFor(() => expect(door.called("review.begin_cycle")).toHaveLength(1));
    expect(door.called("review.begin_cycle")[0]).not.toHaveProperty("sign_by");
  });
  it("take in who has no review in the cycle yet, and nobody by themselves", async () => {
    const { user, door, sheet, save } = await open_dates(press);
    expect(sheet.queryByRole("checkbox", { name: "Maya Okafor" })).toBeNull();
    const jun = sheet.getByRole<HTMLInputElement>("checkbox", { name: "Jun Ramesh" });
    expect(jun.checked).toBe(false);
    await user.click(jun);
    await save();
    await waitFor(() => expect(door.called("review.begin_cycle")[0]?.people).toEqual(["jun"]));
    expect(await screen.findByText(words.changed_joined("2026", 1))).toBeTruthy();
    await waitFor(() => expect(row("Jun")).toBeTruthy());
  });
  it("say at the field what was refused", async () => {
    const { sheet, save } = await open_dates(press);
    const until = sheet.getByLabelText(words.until);
    await fireEvent.input(until, { target: { value: "2025-12-31" } });
    await save();
    expect(await sheet.findByText(/^The cycle ends before it begins/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(until));
  });
});

describe("exporting a cycle", () => {
  it("says how far it is, and who is left out", async () => {
    const { user, door } = await open_reviews();
    let end = () => {};
    door.answers["review.export_cycle"] = (_, job) => {
      const sentence = "Writing the reviews";
      door.house.tell({ kind: "progress", job: job!, done: 2, total: 5, sentence });
      return new Promise((done) => (end = () => done({ files: 4, left_out: ["Jun Ramesh: A letter."] })));
    };
    await user.click((await screen.findAllByRole("button", { name: words.export_all }))[0]!);
    const bar = await screen.findByRole<HTMLProgressElement>("progressbar");
    await waitFor(() => expect([bar.value, bar.max]).toEqual([2, 5]));
    end();
    expect(await screen.findByText("4 reviews written.")).toBeTruthy();
    expect(screen.getByText("Jun Ramesh: A letter.")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(door.called("review.export_cycle")[0]).toMatchObject({ cycle: "2026" });
  });
});

describe("a signed file", () => {
  async function from_menu(
    what: string,
    prepare: (opened: Awaited<ReturnType<typeof open_reviews>>) => void,
  ) {
    const opened = await open_reviews();
    prepare(opened);
    await opened.user.click(screen.getByRole("button", { name: words.files }));
    await opened.user.click(await screen.findByRole("menuitem", { name: what }));
    return opened;
  }
  it("is checked: who signed, and the text folded below", async () => {
    await from_menu(words.verify, () => undefined);
    const sheet = within(await screen.findByTestId("verify-sheet"));
    expect(sheet.getByText(words.verify_whole)).toBeTruthy();
    expect(sheet.getAllByTestId("signature")).toHaveLength(2);
    expect(sheet.getAllByText(words.verify_right)).toHaveLength(2);
    expect(sheet.getByText(words.verify_text).closest("details")?.open).toBe(false);
  });
  it("says that it was changed, and whose signature does not belong to the text", async () => {
    await from_menu(words.verify, ({ door }) => {
      const right = door.answers["review.verify"]({}) as Verified;
      const signatures = right.signatures.map((one, n) => ({ ...one, is_right: n > 0 }));
      door.answers["review.verify"] = () => ({ ...right, signatures, is_whole: false });
    });
    const sheet = within(await screen.findByTestId("verify-sheet"));
    expect(sheet.getByRole("alert").textContent).toContain(words.verify_changed);
    expect(sheet.getByText(words.verify_wrong)).toBeTruthy();
  });
  it("is taken in, and leads to the review", async () => {
    await from_menu(words.take_file, ({ door }) => {
      door.answers["review.take_file"] = () => ({ review: "r4", signatures: 1, is_new: false, deed: 1 });
    });
    await in_room("review");
    expect(await screen.findByText("1 signature taken in.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
  });
  it("is asked for from a menu that the keys walk", async () => {
    const { user } = await open_reviews();
    const button = screen.getByRole("button", { name: words.files });
    button.focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(words.take_file));
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent).toContain(words.verify);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});

describe("calibration", () => {
  async function open_calibration() {
    const opened = await open_reviews();
    opened.door.house.deed("review.save", "Another review", () => {
      const more = { text: "A year in one line." };
      opened.door.house.hold.reviews.push(review_of("r9", "jun", "Jun Ramesh", "draft", [], more));
    });
    await opened.user.keyboard("{Alt>}c{/Alt}");
    await in_room("calibration");
    await screen.findAllByTestId("calibration-row");
    const names = () =>
      screen
        .getAllByTestId("calibration-row")
        .map((one) => within(one).getByRole("button").textContent.trim());
    return { ...opened, names };
  }
  it("is sorted by its heads, with the keyboard too", async () => {
    const { user, names } = await open_calibration();
    const head = screen.getByRole("columnheader", { name: words.column.words });
    const before = names();
    expect(before).toEqual([...before].sort((a, b) => a.localeCompare(b)));
    within(head).getByRole("button").focus();
    await user.keyboard("{Enter}");
    expect(head.getAttribute("aria-sort")).toBe("descending");
    expect(names()[0]).toContain("Maya Okafor");
    await user.keyboard("{Enter}");
    expect(head.getAttribute("aria-sort")).toBe("ascending");
    expect(names().at(-1)).toContain("Maya Okafor");
  });
  it("leads from a row to the review", async () => {
    const { user } = await open_calibration();
    await user.keyboard("j{Enter}");
    await in_room("review");
  });
  it("is on the private ground, and covered while presenting", async () => {
    const { user } = await open_calibration();
    const table = screen.getByRole("table");
    expect(screen.getAllByText(words.private).length).toBeGreaterThan(0);
    await user.keyboard("{F8}");
    await waitFor(() => expect(table.closest("[hidden]")).not.toBeNull());
  });
});
