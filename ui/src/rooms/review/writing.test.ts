import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { FakeDoor } from "../../../dev/fake_door";
import { open_review, paste, saved, text_in } from "../../../test/reviews";
import { Effort } from "./effort";
import { moved } from "./sections";
import type { ReviewPointLine } from "../../door/calls";
import { words } from "./words";

describe("a point", () => {
  it("saves itself, and only what changed", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    const calm = point("stay calm");
    await paste(text_in(calm), "Always. ");
    await saved();
    expect(Object.keys(door.called("review.save_point")[0]!).sort()).toEqual(["id", "review", "text"]);
    expect(door.called("review.save_point")[0]).toMatchObject({ id: "p3", review: "r1" });
    const message = within(calm).getByRole("textbox", { name: words.message });
    await user.type(message, " too");
    await saved();
    expect(door.called("review.save_point")[1]).toMatchObject({
      ...{ id: "p3", review: "r1", message: "Others stay calm around her too" },
    });
    expect(door.called("review.save_point")[1]).not.toHaveProperty("text");
    expect(screen.getByText(/saved a moment ago/)).toBeTruthy();
  });
  it("e7 tells how long it was written on", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    let at = 1_000_000;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (at += 20_000));
    const message = within(point("stay calm")).getByRole("textbox", { name: words.message });
    await user.type(message, "!?");
    clock.mockRestore();
    await saved();
    const seconds = door.called("review.save_point").reduce((sum, call) => sum + (call.seconds ?? 0), 0);
    expect(seconds).toBeGreaterThanOrEqual(20);
  });
  it("Ctrl Enter begins the next one, Backspace takes an empty one out", async () => {
    const { door, user, point, texts } = await open_review("Maya Okafor");
    const before = texts().length;
    text_in(point("stay calm")).focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(texts()).toHaveLength(before + 1));
    expect(door.called("review.save_point").at(-1)).toEqual({
      ...{ review: "r1", after: "p3", section: "went_well" },
    });
    await waitFor(() => expect(texts()).toContain(document.activeElement));
    expect(document.activeElement?.textContent).toBe("");
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(texts()).toHaveLength(before));
    await waitFor(() => expect(document.activeElement).toBe(text_in(point("stay calm"))));
  });
  it("Enter on an empty last line begins the next one", async () => {
    const { user, texts } = await open_review("Elif Brandt");
    await user.click(screen.getByRole("button", { name: words.add_point_to("What went well") }));
    await waitFor(() => expect(document.activeElement).toBe(texts()[0]));
    await user.keyboard("{Enter}");
    expect(texts()).toHaveLength(1);
    await paste(texts()[0]!, "A release a week.\n\n");
    await user.keyboard("{Enter}{Enter}");
    await waitFor(() => expect(texts()).toHaveLength(2));
    await waitFor(() => expect(document.activeElement).toBe(texts()[1]));
  });
  it("is reached and moved by keys, across sections as well", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    text_in(point("She is the one whom")).focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(document.activeElement).toBe(text_in(point("You are doing great")));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(document.activeElement).toBe(text_in(point("She is the one whom")));
    await user.keyboard("{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}");
    await waitFor(() =>
      expect(door.called("review.move_point")).toEqual([{ id: "p6", section: "to_improve" }]),
    );
    await waitFor(() =>
      expect(point("She is the one whom").closest("section")?.dataset.section).toBe("to_improve"),
    );
    await waitFor(() => expect(document.activeElement).toBe(text_in(point("She is the one whom"))));
  });
  it("is taken out from its row, with a way back", async () => {
    const { user, point, texts } = await open_review("Maya Okafor");
    const before = texts().length;
    text_in(point("stay calm")).focus();
    await user.click(await screen.findByRole("button", { name: words.remove }));
    await waitFor(() => expect(texts()).toHaveLength(before - 1));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(texts()).toHaveLength(before));
  });
  it("says what it is: soft, touchy, praise where the section leaves it open", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    text_in(point("The proposal for June")).focus();
    await user.click(await screen.findByRole("checkbox", { name: words.touchy }));
    await waitFor(() =>
      expect(door.called("review.save_point").at(-1)).toEqual({ id: "p12", review: "r1", is_touchy: true }),
    );
    await user.click(screen.getByRole("radio", { name: "To improve" }));
    await waitFor(() =>
      expect(door.called("review.save_point").at(-1)).toMatchObject({ id: "p12", marked: "constructive" }),
    );
    text_in(point("stay calm")).focus();
    await waitFor(() => expect(screen.queryByRole("radio", { name: "Neither" })).toBeNull());
  });
  it("keeps what was typed when it cannot be saved, and says so", async () => {
    const { door, point } = await open_review("Maya Okafor");
    door.answers["review.save_point"] = () => {
      throw { kind: "machine", rule: null, sentence: "The disk is full.", next: null };
    };
    await paste(text_in(point("stay calm")), "Kept. ");
    await fireEvent.blur(text_in(point("stay calm")));
    await saved();
    expect(await screen.findByText(/Not saved: The disk is full/)).toBeTruthy();
    expect(text_in(point("stay calm")).textContent).toContain("Kept.");
  });
});

describe("the message of a point", () => {
  /** Until the test is over: what it typed is no other test's to hand over. */
  function fail_to_save(door: FakeDoor) {
    const save = door.answers["review.save_point"];
    door.answers["review.save_point"] = () => {
      throw { kind: "machine", rule: null, sentence: "The disk is full.", next: null };
    };
    onTestFinished(async () => {
      door.house.status.state = "open";
      door.answers["review.save_point"] = save;
      await saved();
    });
  }
  const message_in = (point: HTMLElement) =>
    within(point).getByRole<HTMLInputElement>("textbox", { name: words.message });
  const place = { kind: "review_point", id: "p3", message: true };

  it("is saved before the vault locks", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    await user.type(message_in(point("stay calm")), " too");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    expect(door.called("review.save_point").at(-1)).toMatchObject({
      ...{ id: "p3", message: "Others stay calm around her too" },
    });
    expect(door.called("vault.hand_over").at(-1)?.texts).toEqual([]);
  });
  it("is handed over with its paragraph where neither can be saved", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    fail_to_save(door);
    const calm = point("stay calm");
    await paste(text_in(calm), "Always. ");
    await user.type(message_in(calm), " too");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    const handed = door.called("vault.hand_over").at(-1)!;
    expect(handed.ends).toBe(true);
    expect(handed.texts).toEqual([
      { place: { ...place, message: false }, text: expect.stringContaining("Always.") as string },
      { place, text: "Others stay calm around her too" },
    ]);
  });
  it("is handed over by itself: the paragraph that stands is no news", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    fail_to_save(door);
    await user.type(message_in(point("stay calm")), " too");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    expect(door.called("vault.hand_over").at(-1)!.texts).toEqual([
      { place, text: "Others stay calm around her too" },
    ]);
  });
  it("is kept when it is typed while its paragraph is on its way", async () => {
    const { door, user, point } = await open_review("Maya Okafor");
    const calm = point("stay calm");
    const save = door.answers["review.save_point"];
    let go_on = () => {};
    door.answers["review.save_point"] = async (args) => {
      door.answers["review.save_point"] = save;
      await new Promise<void>((done) => (go_on = done));
      return save(args);
    };
    await paste(text_in(calm), "Always. ");
    const on_its_way = saved();
    await user.type(message_in(calm), " too");
    go_on();
    await on_its_way;
    await saved();
    expect(door.called("review.save_point").at(-1)).toMatchObject({
      message: "Others stay calm around her too",
    });
    expect(message_in(calm).value).toBe("Others stay calm around her too");
  });
});

describe("the outline", () => {
  it("e8 shows the messages, flags a paragraph without one, and leads to the point", async () => {
    const { user, point } = await open_review("Maya Okafor");
    await user.keyboard("{Alt>}o{/Alt}");
    const outline = within(await screen.findByTestId("outline"));
    const rows = outline.getAllByRole("button");
    expect(rows).toHaveLength(13);
    expect(rows.filter((row) => row.textContent.includes(words.no_message))).toHaveLength(2);
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(text_in(point("Maya cut regional"))));
  });
});

describe("the time of writing", () => {
  it("e7 goes from key to key, and a pause is none", () => {
    const effort = new Effort();
    for (const at of [0, 30_000, 31_500, 200_000, 210_000]) effort.key(at);
    expect(effort.take()).toBe(41);
    expect(effort.take()).toBe(0);
    effort.key(210_700);
    expect(effort.take()).toBe(1);
  });
});

describe("a point that is moved", () => {
  const point = (id: string, section: ReviewPointLine["section"]) => ({ id, section }) as ReviewPointLine;
  const points = [point("a", "went_well"), point("b", "went_well"), point("c", "to_improve")];
  const shown = ["went_well", "to_improve", "next_year"] as const;
  it.each([
    ["a", 1, { section: "went_well", after: "b" }],
    ["b", -1, { section: "went_well" }],
    ["a", -1, null],
    ["b", 1, { section: "to_improve" }],
    ["c", -1, { section: "went_well", after: "b" }],
    ["c", 1, { section: "next_year" }],
  ] as const)("%s by %i", (id, step, to) => {
    expect(moved(points, shown, id, step)).toEqual(to);
  });
});
