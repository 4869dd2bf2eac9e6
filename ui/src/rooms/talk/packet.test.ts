import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { go_on, gone, open_talk, part } from "../../../test/talks";
import type { ConsultLine, TalkPage } from "../../door/calls";
import { presenting } from "../../kit/presenting.svelte";
import { is_picked, picks_of, with_pick } from "./packet";
import { words } from "./words";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
async function open_sheet(title: RegExp) {
  const opened = await open_talk(title);
  await opened.user.click(button(new RegExp(`^${words.give}`)));
  const sheet = await part("packet-sheet");
  return { ...opened, sheet, tick: (name: string) => opened.user.click(sheet.getByLabelText(name)) };
}

describe("what HR is given of a talk", () => {
  it("d_r5 is nothing until something is ticked, and then exactly what is shown", async () => {
    const { door, sheet, tick } = await open_sheet(/not listening/);
    for (const box of sheet.getAllByRole("checkbox")) expect((box as HTMLInputElement).checked).toBe(false);
    expect(sheet.getByText(words.give_nothing)).toBeTruthy();
    expect(sheet.queryByRole("button", { name: words.give_file })).toBeNull();
    expect(door.called("talk.packet")).toEqual([]);
    await tick(words.give_part.message);
    const text = await sheet.findByTestId("packet-text");
    expect(text.textContent).toContain("In design reviews you come across as having decided");
    expect(text.textContent).not.toContain("He was surprised");
    expect(sheet.getByText(words.give_names_none)).toBeTruthy();
    await tick(words.give_part.conversations);
    await waitFor(() => expect(screen.getByTestId("packet-text").textContent).toContain("He was surprised"));
    await tick(words.give_part.message);
    await waitFor(() => expect(screen.getByTestId("packet-text").textContent).not.toContain("In design"));
    expect(door.called("talk.packet").at(-1)).toEqual({ id: "t3", parts: { conversations: true } });
    expect(door.called("talk.export_packet")).toEqual([]);
  });
  it("d_r5 names who is named in it, and says what stays", async () => {
    const { sheet, tick } = await open_sheet(/not listening/);
    await tick(words.give_part.progress);
    expect((await sheet.findByTestId("packet-names")).textContent).toContain("It names Sam Nakai");
    expect(screen.getByTestId("packet-text").querySelector("mark")?.textContent).toBe("Sam");
    const stays = sheet.getByTestId("packet-stays").textContent;
    expect(stays).toContain(words.withheld.check_ins);
    expect(stays).toContain(words.withheld.advice);
    expect(stays).not.toContain(words.withheld.because);
    const text = screen.getByTestId("packet-text").textContent;
    for (const never of [
      "Is seen as not listening",
      "Do you get to speak?",
      "More than before",
      "Say what you saw",
    ])
      expect(text).not.toContain(never);
  });
  it("leaves as a file, a message or copied text, of the parts that were read", async () => {
    const { user, door, sheet, tick } = await open_sheet(/not listening/);
    await tick(words.give_part.plan);
    await tick(words.give_question("Noor Halabi", "28 Sep"));
    const parts = { plan: true, question: "h1" };
    await user.click(await sheet.findByRole("button", { name: words.give_file }));
    expect(await sheet.findByText(words.gave_file("For HR.pdf"))).toBeTruthy();
    await user.click(sheet.getByRole("button", { name: words.give_mail }));
    expect(await sheet.findByText(words.gave_mail)).toBeTruthy();
    const copied = vi.spyOn(navigator.clipboard, "writeText");
    await user.click(sheet.getByRole("button", { name: words.give_copy }));
    expect(await sheet.findByText(words.gave_copy)).toBeTruthy();
    expect(copied.mock.calls[0]![0]).toBe(screen.getByTestId("packet-text").textContent);
    expect(door.called("talk.export_packet")).toEqual([{ id: "t3", parts, size: "a4" }]);
    expect(door.called("talk.mail_packet")).toEqual([{ id: "t3", parts, open: true }]);
    expect(door.called("talk.consult_hr")).toEqual([]);
  });
  it("goes by keys alone, and is written down as a turn to HR when it has left", async () => {
    const { user, door } = await open_talk(/not listening/);
    await user.keyboard("{Alt>}g{/Alt}");
    const sheet = await part("packet-sheet");
    expect(document.activeElement).toBe(sheet.getByLabelText(words.give_part.message));
    await user.keyboard(" ");
    await sheet.findByTestId("packet-text");
    await go_on(user);
    expect(screen.queryByTestId("hr-sheet")).toBeNull();
    const file = sheet.getByRole("button", { name: words.give_file });
    while (document.activeElement !== file) await user.tab();
    await user.keyboard("{Enter}");
    await sheet.findByText(words.gave_file("For HR.pdf"));
    await go_on(user);
    await gone("packet-sheet");
    const turn = await part("hr-sheet");
    expect(turn.getByLabelText<HTMLInputElement>(words.hr_who).value).toBe("Noor Halabi");
    await go_on(user);
    await gone("hr-sheet");
    expect(door.called("talk.consult_hr")).toEqual([
      {
        ...{ talk: "t3", part: "sounding_board", who: "Noor Halabi", on: "2026-11-19" },
        ...{ question: "Given to read: the message.", advice: "" },
      },
    ]);
  });
  it("is not opened while somebody looks on", async () => {
    const { user, door } = await open_talk(/not listening/);
    presenting.on = true;
    await user.keyboard("{Alt>}g{/Alt}");
    expect(screen.queryByTestId("packet-sheet")).toBeNull();
    presenting.on = false;
    expect(door.called("talk.packet")).toEqual([]);
  });
});

describe("the parts", () => {
  const turn = (id: string, question: string): ConsultLine => ({
    ...{ id, part: "guidance", who: "Noor Halabi", on: "2026-09-28", question, advice: "" },
  });
  const page = (change: Partial<TalkPage>) =>
    ({
      talk: { message: "", example: "", consequence: "", outcome: "" },
      ...{ conversations: [], plan: [], follow_ups: [], hr: [] },
      ...change,
    }) as unknown as TalkPage;
  it("are offered where something is written", () => {
    expect(picks_of(page({ hr: [turn("h1", " ")] }))).toEqual([]);
    const asked = turn("h2", "How?");
    expect(picks_of(page({ hr: [asked] }))).toEqual([{ question: asked }]);
  });
  it("hold one question at most", () => {
    const [one, two] = [{ question: turn("h1", "a") }, { question: turn("h2", "b") }];
    const both = with_pick(with_pick({ plan: true }, one, true), two, true);
    expect(both).toEqual({ plan: true, question: "h2" });
    expect([is_picked(both, one), is_picked(both, two), is_picked(both, { part: "plan" })]).toEqual([
      ...[false, true, true],
    ]);
    expect(with_pick(both, { part: "plan" }, false)).toEqual({ question: "h2" });
    expect(with_pick(both, two, false)).toEqual({ plan: true });
  });
});
