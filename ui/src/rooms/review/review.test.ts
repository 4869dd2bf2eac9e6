import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, in_room, open_house, write_into } from "../../../test/house";

describe("reviews", () => {
  it("are started for a person and a cycle", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cr");
    const sheet = within(await screen.findByTestId("review-sheet"));
    await user.type(sheet.getByTestId("person-pick"), "elif{Enter}");
    await user.click(sheet.getByRole("button", { name: "Start" }));
    await in_room("review");
    expect(await screen.findByRole("heading", { name: "Elif Brandt, review of 2026" })).toBeTruthy();
    expect(door.called("review.save")).toEqual([{ person: "elif", cycle: "2026", text: "" }]);
  });
  it("save themselves while they are written, beside the year’s notes", async () => {
    const { user, door } = await open_house();
    await go(user, "r", "reviews");
    await user.click(within(await screen.findByTestId("reviews")).getByRole("button"));
    await screen.findByTestId("review-text");
    expect(await screen.findAllByTestId("note")).toHaveLength(3);
    await write_into("review-text", "Draft");
    await fireEvent.blur(screen.getByTestId("review-text"));
    await waitFor(() => expect(door.called("review.save")).toHaveLength(1));
    expect(door.called("review.save")[0]).toMatchObject({ id: "r1", person: "maya", cycle: "2026" });
  });
  describe("take the year’s notes as evidence", () => {
    const CHIP = /\[\d+ \w+\]\(inglenook:note\/[\w-]+\)/;
    async function open_review() {
      const { user, door } = await open_house();
      await go(user, "r", "reviews");
      await user.click(within(await screen.findByTestId("reviews")).getByRole("button"));
      const text = await screen.findByTestId("review-text");
      await screen.findAllByTestId("note");
      return { user, door, text };
    }
    const saved = (door: Awaited<ReturnType<typeof open_review>>["door"]) =>
      door.called("review.save").at(-1)?.text ?? "";

    it("b6 one key puts a note into the text, and the text has the keys again", async () => {
      const { user, door, text } = await open_review();
      await user.keyboard("j");
      expect(document.activeElement?.getAttribute("aria-label")).toBe("Put into the text");
      await user.keyboard("{Enter}");
      expect(text.contains(document.activeElement) || text === document.activeElement).toBe(true);
      expect(text.querySelectorAll(".chip")).toHaveLength(1);
      await fireEvent.blur(text);
      await waitFor(() => expect(saved(door)).toMatch(CHIP));
      expect(saved(door).match(CHIP)).toHaveLength(1);
    });
    it("count what is used, and show what is not", async () => {
      const { user } = await open_review();
      expect(screen.getByText("0 of 3 used")).toBeTruthy();
      await user.keyboard("j{Enter}");
      expect(await screen.findByText("1 of 3 used")).toBeTruthy();
      await user.click(screen.getByRole("radio", { name: "Unused" }));
      await waitFor(() => expect(screen.getAllByTestId("note")).toHaveLength(2));
    });
    it("choose praise alone, or what is to improve", async () => {
      const { user } = await open_review();
      const shown = () => screen.getAllByTestId("note").map((note) => note.textContent.includes("Praise"));
      await user.click(screen.getByRole("radio", { name: /^Praise / }));
      await waitFor(() => expect(shown().every(Boolean)).toBe(true));
      await user.click(screen.getByRole("radio", { name: /^To improve / }));
      await waitFor(() => expect(shown().some(Boolean)).toBe(false));
    });
    it("lead from the text to the notes and from a chip to its note", async () => {
      const { user, text } = await open_review();
      text.focus();
      await user.keyboard("{Alt>}e{/Alt}");
      const first = screen.getAllByTestId("note")[0]!;
      expect(first.contains(document.activeElement)).toBe(true);
      await user.keyboard("{Enter}");
      expect(first.contains(document.activeElement)).toBe(false);
      const chip = text.querySelector<HTMLElement>(".chip")!;
      expect(chip.dataset.chip).toBe(`inglenook:note/${first.dataset.note}`);
      expect(chip.classList.contains(first.textContent.includes("Praise") ? "praise" : "grow")).toBe(true);
    });
  });
});
