import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, in_room, open_house } from "../../../test/house";
import { open_review, paste, piece, put, saved, text_in } from "../../../test/reviews";
import { go_on } from "../../../test/talks";
import { words as cycle_words } from "./cycle_words";
import { words } from "./words";

describe("reviews", () => {
  it("are started for a person and a cycle", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cr");
    const sheet = within(await screen.findByTestId("review-sheet"));
    await user.type(sheet.getByTestId("person-pick"), "jun{Enter}");
    await user.click(sheet.getByRole("button", { name: "Start" }));
    await in_room("review");
    expect(await screen.findByRole("heading", { name: "Jun Ramesh, review of 2026" })).toBeTruthy();
    expect(door.called("review.save")).toEqual([{ person: "jun", cycle: "2026", text: "" }]);
  });
  it("say how far they have come, in five steps", async () => {
    await open_review("Maya Okafor");
    const steps = within(screen.getByTestId("steps")).getAllByRole("listitem");
    expect(steps.map((step) => step.textContent.trim())).toEqual([
      ...["Self review in", "Your draft", "Time to read", "Discussion", "Signed"],
    ]);
    expect(steps[1]?.getAttribute("aria-current")).toBe("step");
  });
  it("are written out as PDF", async () => {
    const { user, door } = await open_review("Maya Okafor");
    await user.click(screen.getByRole("button", { name: words.export_pdf }));
    const sheet = within(await screen.findByTestId("export-review"));
    expect(sheet.getByText(words.export_draft)).toBeTruthy();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(door.called("review.export")).toEqual([{ id: "r1", size: "a4" }]));
    expect(await screen.findByText(/^Written to /)).toBeTruthy();
  });
  it("are printed on the paper that was chosen last, wherever they leave", async () => {
    const { user, door } = await open_review("Maya Okafor");
    await user.keyboard("{Alt>}x{/Alt}");
    const sheet = within(await screen.findByTestId("export-review"));
    await user.click(sheet.getByRole("radio", { name: "US Letter" }));
    await go_on(user);
    await waitFor(() => expect(screen.queryByTestId("export-review")).toBeNull());
    await user.keyboard("{Alt>}x{/Alt}");
    await go_on(user);
    const letter = { id: "r1", size: "letter" };
    await waitFor(() => expect(door.called("review.export")).toEqual([letter, letter]));
    await go(user, "r", "reviews");
    await user.click((await screen.findAllByRole("button", { name: cycle_words.export_all }))[0]!);
    await waitFor(() => expect(door.called("review.export_cycle")).toMatchObject([{ size: "letter" }]));
    expect(localStorage.getItem("inglenook.paper")).toBe("letter");
  });
  it("say what leaves: what was shared, as it was shared", async () => {
    const { user } = await open_review("Tomás Lindqvist");
    await user.keyboard("{Alt>}x{/Alt}");
    const sheet = within(await screen.findByTestId("export-review"));
    expect(sheet.getByText(words.export_version(1))).toBeTruthy();
  });
  it("stay on the sheet, with the reason, when the file cannot be written", async () => {
    const { user, door } = await open_review("Maya Okafor");
    door.answers["review.export"] = () => {
      throw { kind: "machine", rule: null, sentence: "The disk is full.", next: null };
    };
    await user.keyboard("{Alt>}x{/Alt}");
    await screen.findByTestId("export-review");
    await go_on(user);
    expect(await screen.findByText("The disk is full.")).toBeTruthy();
  });
});

describe("text that is in no point yet", () => {
  async function open_loose() {
    const opened = await open_review("Elif Brandt");
    const review = opened.door.house.hold.reviews.find((one) => one.id === "r2")!;
    opened.door.house.deed("review.save", "Written", () => {
      review.text = "## What went well\n\nA release a week.\n\n## To improve\n\nTell customers first.";
    });
    await screen.findByTestId("loose");
    return opened;
  }
  it("saves itself and is divided into points", async () => {
    const { user, door, texts } = await open_loose();
    await paste(screen.getByTestId("review-text"), "Draft");
    await user.click(screen.getByRole("button", { name: words.divide }));
    await waitFor(() => expect(door.called("review.divide")).toEqual([{ id: "r2" }]));
    expect(door.called("review.save").at(-1)).toMatchObject({ id: "r2", person: "elif", cycle: "2026" });
    await waitFor(() => expect(texts()).toHaveLength(2));
    expect(screen.queryByTestId("loose")).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByTestId("loose")).toBeTruthy();
  });
});

describe("sharing", () => {
  it("waits while something stands in the way, and leads there", async () => {
    const { user, door, point } = await open_review("Maya Okafor");
    await user.keyboard("{Alt>}s{/Alt}");
    const gaps = within(await screen.findByTestId("share-gaps"));
    expect(gaps.getAllByRole("listitem")).toHaveLength(1);
    expect(gaps.getByText(words.gap_next.surprise)).toBeTruthy();
    expect(screen.queryByRole("button", { name: words.share })).toBeNull();
    await user.click(gaps.getByRole("button", { name: /^Go to/ }));
    await waitFor(() => expect(document.activeElement).toBe(text_in(point("Stakeholders"))));
    expect(door.called("review.share")).toEqual([]);
  });
  it("says what the person sees and when the two can talk, and the text is out", async () => {
    const { user, door, texts, point } = await open_review("Maya Okafor");
    text_in(point("Stakeholders")).focus();
    await user.click(put(await piece("Two teams waited a week")));
    await user.click(screen.getByRole("button", { name: words.say_new }));
    await saved();
    await screen.findByText(words.hint_title.said_to_be_new());
    await user.click(screen.getByRole("button", { name: "Share with Maya…" }));
    const sheet = within(await screen.findByTestId("share-review"));
    expect(sheet.getByText(/from Friday 20 November, 08:12/)).toBeTruthy();
    await user.click(sheet.getByRole("button", { name: words.share }));
    await waitFor(() => expect(door.called("review.share")).toEqual([{ id: "r1" }]));
    await screen.findByTestId("standing");
    await waitFor(() => expect(texts()[0]?.getAttribute("contenteditable")).toBe("false"));
  });
  it("what is out is read, not written, and can be taken back", async () => {
    const { user, door, texts } = await open_review("Tomás Lindqvist");
    expect(texts().every((text) => text.getAttribute("aria-readonly") === "true")).toBe(true);
    expect(screen.queryByRole("textbox", { name: words.message })).toBeNull();
    expect(screen.getByTestId("standing").textContent).toContain("Tomás has had it since");
    await user.click(screen.getByRole("button", { name: words.take_back }));
    await waitFor(() =>
      expect(door.called("review.move_talk")).toEqual([{ id: "r3", to: { step: "take_back" } }]),
    );
    await waitFor(() => expect(texts()[0]?.getAttribute("aria-readonly")).toBeNull());
  });
  it("what is closed no longer changes", async () => {
    const { texts } = await open_review("Sam Nakai");
    expect(texts().every((text) => text.getAttribute("aria-readonly") === "true")).toBe(true);
    expect(screen.getByText(words.closed_note)).toBeTruthy();
    expect(screen.queryByRole("button", { name: words.take_back })).toBeNull();
  });
});
