import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house, open_person } from "../../../test/house";
import { words } from "./then_words";

describe("the goals of a year, then and now", () => {
  it("says what became of the words, and shows it when asked, by keys", async () => {
    const { user } = await open_house();
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: /^Goals/ }));
    const part = within(await screen.findByTestId("then-and-now"));
    await part.findByRole("heading", { name: words.title("2026") });
    const [changed, same] = await part.findAllByRole("button", { name: /^Then and now/ });
    expect(changed!.textContent).toMatch(/worded anew.*3 looks.*2 things in the way, 1 still.*72 %.*Active/s);
    expect(same!.textContent).toMatch(/words as they were/);
    expect(part.queryByTestId("wording-diff")).toBeNull();
    changed!.focus();
    await user.keyboard("{Enter}");
    const diff = part.getByTestId("wording-diff");
    expect(diff.querySelector("del")!.textContent).toContain("60");
    expect(diff.querySelector("ins")!.textContent).toContain("90");
    await user.keyboard("j{Enter}");
    expect(part.getByTestId("wording-diff").querySelector("del")).toBeNull();
  });
  it("is there for the years before, and not for those to come", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: /^Goals/ }));
    const part = within(await screen.findByTestId("then-and-now"));
    expect((await part.findByRole<HTMLButtonElement>("button", { name: words.after })).disabled).toBe(true);
    await user.click(part.getByRole("button", { name: words.before }));
    await part.findByRole("heading", { name: words.title("2025") });
    await waitFor(() => expect(part.getByText(words.none)).toBeTruthy());
    expect(door.called("goal.cycle").at(-1)).toEqual({ person: "maya", on: "2025-12-31" });
    await user.click(part.getByRole("button", { name: words.after }));
    await part.findByRole("heading", { name: words.title("2026") });
  });
  it("has nothing to compare for a goal that is not begun, and is left out where there is no goal", async () => {
    const { user } = await open_house();
    await open_person(user, "Elif Brandt");
    await user.click(screen.getByRole("tab", { name: /^Goals/ }));
    const row = await screen.findByRole<HTMLButtonElement>("button", {
      name: "Then and now: A release a week",
    });
    expect(row.textContent).toContain(words.not_begun);
    expect(row.disabled).toBe(true);
    await open_person(user, "Sam Nakai");
    await user.click(screen.getByRole("tab", { name: /^Goals/ }));
    expect(screen.queryByTestId("then-and-now")).toBeNull();
  });
});
