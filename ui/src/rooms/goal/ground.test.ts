import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house, type Opened } from "../../../test/house";
import { ground as says, words } from "./words";

async function open_grounds(): Promise<Opened> {
  const opened = await open_house();
  await opened.user.keyboard("cv");
  await within(await screen.findByTestId("kinds")).findByRole("button", { name: says.kind_add });
  return opened;
}
const part = (testid: string) => within(screen.getByTestId(testid));
const texts = (testid: string) =>
  [...screen.getByTestId(testid).querySelectorAll("li")].map((one) =>
    one.textContent!.replace(/\s+/g, " ").trim(),
  );

describe("what goals rest on", () => {
  it("is kept, changed and taken away with a way back, by keys", async () => {
    const { user, door } = await open_grounds();
    expect(document.activeElement).toBe(part("grounds").getByRole("button", { name: says.add }));
    expect(texts("grounds")).toEqual([
      "Value We leave it better than we found it",
      "Company goal No customer waits for us The goal of 2026. until 31 Dec · 1 goal",
    ]);
    await user.keyboard("{Enter}");
    const form = within(await screen.findByTestId("ground-form"));
    await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText(says.name)));
    await user.keyboard("{Enter}");
    expect(form.getByText(says.name_missing)).toBeTruthy();
    await user.keyboard("Half the pages");
    await user.selectOptions(form.getByLabelText(says.kind_label), says.kind.team);
    await user.type(form.getByLabelText(says.until), "2027-06-30");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(texts("grounds").at(-1)).toBe("Team’s goal Half the pages until 30 Jun 2027"));
    expect(door.called("goal.save_ground")).toEqual([
      { kind: "team", title: "Half the pages", text: "", until: "2027-06-30" },
    ]);
    await user.click(part("grounds").getByRole("button", { name: says.edit("No customer waits for us") }));
    await user.keyboard(" ever");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(texts("grounds")[1]).toContain("No customer waits for us ever"));
    expect(door.called("goal.save_ground")[1]).toMatchObject({ id: "gr2", until: "2026-12-31" });
    await user.click(
      part("grounds").getByRole("button", { name: says.remove("No customer waits for us ever") }),
    );
    await waitFor(() => expect(texts("grounds")).toHaveLength(2));
    expect(door.house.hold.goals.map((one) => one.ground)).toEqual([null, null, null]);
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(texts("grounds")).toHaveLength(3));
    expect(door.house.hold.goals[0]!.ground).toBe("gr2");
  });
  it("says what the door refuses, and Esc leaves the form alone", async () => {
    const { user } = await open_grounds();
    await user.keyboard("{Enter}");
    const form = within(await screen.findByTestId("ground-form"));
    await user.type(form.getByLabelText(says.name), "No customer waits for us{Enter}");
    expect((await form.findByRole("alert")).textContent).toContain("There is one with these words already.");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("ground-form")).toBeNull());
    expect(screen.getByTestId("grounds-sheet")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("grounds-sheet")).toBeNull());
  });
});

describe("the kinds of goals", () => {
  it("are offered as long as nobody named any, and begin with those when asked", async () => {
    const { user, door } = await open_grounds();
    expect(screen.getByText(words.suggested.join(", "))).toBeTruthy();
    await user.click(part("kinds").getByRole("button", { name: says.kinds_use }));
    await waitFor(() => expect(screen.queryByText(says.kinds_none)).toBeNull());
    expect(door.called("goal.save_categories")).toEqual([{ names: words.suggested }]);
    expect(texts("kinds")).toEqual([
      "A better environment",
      "Saved cost",
      "New skills 1 goal",
      "Better for customers 1 goal",
    ]);
  });
  it("are named, ordered, renamed in every goal, and taken out of the list", async () => {
    const { user, door } = await open_grounds();
    const kinds = part("kinds");
    expect(texts("kinds")).toEqual([
      `Better for customers ${says.kind_unnamed}`,
      `New skills ${says.kind_unnamed}`,
    ]);
    await user.click(kinds.getByRole("button", { name: says.kind_take("New skills") }));
    await waitFor(() => expect(texts("kinds")[0]).toBe("New skills 1 goal"));
    await user.click(kinds.getByRole("button", { name: says.kind_add }));
    await user.keyboard("Mentoring{Enter}");
    await user.click(await kinds.findByRole("button", { name: says.kind_up("Mentoring") }));
    await waitFor(() => expect(texts("kinds").slice(0, 2)).toEqual(["Mentoring", "New skills 1 goal"]));
    expect(kinds.queryByRole("button", { name: says.kind_up("Mentoring") })).toBeNull();
    await user.click(kinds.getByRole("button", { name: says.kind_rename("New skills") }));
    await user.keyboard("{Control>}a{/Control}Skills{Enter}");
    await waitFor(() => expect(texts("kinds")[1]).toBe("Skills 1 goal"));
    expect(door.called("goal.rename_category")).toEqual([{ from: "New skills", to: "Skills" }]);
    expect(door.house.hold.goals.find((one) => one.id === "g2")!.category).toBe("Skills");
    await user.click(kinds.getByRole("button", { name: says.kind_remove("Skills") }));
    await waitFor(() => expect(door.called("goal.save_categories").at(-1)).toEqual({ names: ["Mentoring"] }));
  });
});
