import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go_on } from "../../../test/talks";
import { open_review, paste, saved } from "../../../test/reviews";
import { words } from "./words";

describe("the self review, beside the reviewer’s text", () => {
  async function beside(name: string) {
    const opened = await open_review(name);
    await opened.user.keyboard("{Alt>}r{/Alt}");
    return { ...opened, own: within(await screen.findByTestId("self-review")) };
  }
  it("is read, and taken", async () => {
    const { user, door, own } = await beside("Maya Okafor");
    expect(own.getByText(/I only watched the clock/)).toBeTruthy();
    expect(own.getAllByRole("textbox").every((one) => one.getAttribute("aria-readonly") === "true")).toBe(
      true,
    );
    await user.click(own.getByRole("button", { name: words.self_take }));
    await waitFor(() =>
      expect(door.called("review.move_self")).toEqual([{ id: "r1", to: { step: "take" } }]),
    );
    expect(await own.findByText(/and taken$/)).toBeTruthy();
  });
  it("e10 is passed back with a note, and never without one", async () => {
    const { user, door, own } = await beside("Maya Okafor");
    await user.click(own.getByRole("button", { name: words.self_pass_back }));
    const sheet = within(await screen.findByTestId("pass-back"));
    await user.click(sheet.getByRole("button", { name: words.pass_back_sheet.keep_it }));
    expect(await sheet.findByText(words.pass_back_sheet.missing)).toBeTruthy();
    expect(document.activeElement).toBe(sheet.getByLabelText(words.pass_back_sheet.label));
    await user.type(sheet.getByLabelText(words.pass_back_sheet.label), "What would you do otherwise?");
    await go_on(user);
    await waitFor(() =>
      expect(door.called("review.move_self")).toEqual([
        { id: "r1", to: { step: "pass_back", note: "What would you do otherwise?" } },
      ]),
    );
    expect(await own.findByText(words.self_returned(1))).toBeTruthy();
  });
  it("is read in from text", async () => {
    const { user, door, own } = await beside("Elif Brandt");
    await user.click(own.getByRole("button", { name: words.self_paste }));
    const sheet = within(await screen.findByTestId("read-self"));
    await user.click(sheet.getByRole("button", { name: words.read_self_sheet.keep_it }));
    expect(await sheet.findByText(words.read_self_sheet.missing)).toBeTruthy();
    await user.type(sheet.getByLabelText(words.read_self_sheet.label), "A release a week, all year.");
    await go_on(user);
    await waitFor(() =>
      expect(door.called("review.read_self")).toEqual([{ id: "r2", text: "A release a week, all year." }]),
    );
    expect(await own.findByText(/A release a week/)).toBeTruthy();
  });
  it("e9 where it is short, says how long would do the year justice", async () => {
    const { own } = await beside("Tomás Lindqvist");
    expect(own.getByText(words.self_short("Tomás", 12))).toBeTruthy();
  });
});

describe("one’s own self review", () => {
  it("e3 shows the note it came back with, warns while it only glows, and is handed in", async () => {
    const { user, door, texts } = await open_review("Dana Kessler");
    expect(screen.getByTestId("return-note").textContent).toContain("what would you do otherwise?");
    expect(screen.getByTestId("all-glowing")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: words.add_point_to(words.section.to_improve) }));
    await waitFor(() =>
      expect(door.called("review.save_point")).toEqual([
        { review: "r5", of: "self_review", section: "to_improve" },
      ]),
    );
    await waitFor(() => expect(texts()).toHaveLength(2));
    await paste(texts()[1]!, "I answer too soon.");
    await saved();
    await waitFor(() => expect(screen.queryByTestId("all-glowing")).toBeNull());
    await user.keyboard("{Alt>}s{/Alt}");
    await waitFor(() =>
      expect(door.called("review.move_self")).toEqual([{ id: "r5", to: { step: "hand_in" } }]),
    );
    expect(await screen.findByText(words.handed_in_note("Ruth"))).toBeTruthy();
    await waitFor(() => expect(texts()[0]?.getAttribute("aria-readonly")).toBe("true"));
  });
});
