import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_review, piece, put, saved, text_in } from "../../../test/reviews";
import { words } from "./words";

const chips = (text: HTMLElement) =>
  [...text.querySelectorAll<HTMLElement>(".chip")].map((one) => one.dataset.chip);

describe("the year’s evidence", () => {
  it("e1 b6 one key puts a piece where the keys were last, and it counts as used", async () => {
    const { user, door, point } = await open_review("Maya Okafor");
    expect(screen.getByText("11 of 23 used")).toBeTruthy();
    text_in(point("stay calm")).focus();
    await user.keyboard("{Alt>}e{/Alt}");
    const first = document.activeElement?.closest<HTMLElement>("[data-evidence]");
    expect(first?.dataset.evidence).toBe("inglenook:note/n1");
    put(await piece("I know it will hold")).focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(text_in(point("stay calm")));
    expect(chips(text_in(point("stay calm"))).sort()).toEqual(["inglenook:note/n1", "inglenook:quote/i1"]);
    expect(screen.getByText("12 of 23 used")).toBeTruthy();
    await saved();
    expect(door.called("review.save_point").at(-1)?.text).toContain("[Quote](inglenook:quote/i1)");
  });
  it("goes where it fits while the keys were nowhere yet, and begins a point where there is none", async () => {
    const { user, door } = await open_review("Elif Brandt");
    await user.click(put(await piece("The release slipped")));
    await waitFor(() =>
      expect(door.called("review.save_point")).toEqual([
        { review: "r2", section: "to_improve", text: "[16 Nov](inglenook:note/n2)" },
      ]),
    );
  });
  it("e15 a quote that is not approved cannot be put, and says why", async () => {
    const { user, point } = await open_review("Maya Okafor");
    text_in(point("stay calm")).focus();
    const card = await piece("I sometimes wait days");
    expect(within(card).getByText(words.quote_not_usable)).toBeTruthy();
    expect(put(card).getAttribute("aria-disabled")).toBe("true");
    put(card).focus();
    await user.keyboard("{Enter}");
    expect(chips(text_in(point("stay calm")))).toEqual(["inglenook:note/n1"]);
  });
  it("shows praise, goals, or what is unused, in groups of another kind as well", async () => {
    const { user } = await open_review("Maya Okafor");
    const tray = within(screen.getByTestId("evidence"));
    await user.click(screen.getByRole("radio", { name: "Goals 3" }));
    await waitFor(() => expect(tray.getAllByRole("button")).toHaveLength(3));
    await user.click(screen.getByRole("radio", { name: words.unused }));
    await waitFor(() => expect(tray.getAllByRole("button")).toHaveLength(12));
    await user.click(screen.getByRole("radio", { name: "To improve 5" }));
    await user.selectOptions(screen.getByRole("combobox", { name: words.group_by }), "polarity");
    await waitFor(() =>
      expect(tray.getAllByRole("heading").map((one) => one.textContent)).toEqual(["To improve"]),
    );
  });
  it("a chip looks as what it leads to, and shows its piece", async () => {
    const { user, point } = await open_review("Maya Okafor");
    const chip = text_in(point("Changes need")).querySelector<HTMLElement>('[data-chip$="n3"]')!;
    await waitFor(() => expect(chip.classList.contains("grow")).toBe(true));
    const card = await piece("Change record went in");
    put(card).focus();
    expect(put(card).getAttribute("aria-label")).toBe(words.put_again("To improve, 13 Nov"));
    await user.keyboard("k");
    expect(screen.getByTestId("evidence").contains(document.activeElement)).toBe(true);
  });
  it("is dragged into the text by a pointer", async () => {
    const { point } = await open_review("Maya Okafor");
    const over = point("stay calm");
    document.elementFromPoint = () => over;
    const button = put(await piece("I know it will hold"));
    const at = (type: string, clientX: number) =>
      new MouseEvent(type, { bubbles: true, button: 0, clientX, clientY: 10 });
    await fireEvent(button, at("pointerdown", 10));
    await fireEvent(window, at("pointermove", 200));
    expect(document.querySelector(".ghost")).not.toBeNull();
    await fireEvent(window, at("pointerup", 200));
    document.elementFromPoint = () => null;
    expect(chips(text_in(over))).toContain("inglenook:quote/i1");
    expect(document.querySelector(".ghost")).toBeNull();
  });
});
