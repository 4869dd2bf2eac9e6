import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { on, open_goal, open_goals } from "../../../test/goals";
import { story } from "./words";

describe("a goal’s story", () => {
  it("says how far it has come, in figures", async () => {
    const { user } = await open_goals();
    const sheet = await open_goal(user, /^Regional failover.*72 %/);
    expect(sheet.getByTestId("goal-bar").textContent).toMatch(/72 %.*104 s now, from 140 s to 90 s/s);
  });
  it("grows by a look with a line and a figure, with either, or with neither", async () => {
    const { user, door } = await open_goals();
    const sheet = await open_goal(user, /^Regional failover/);
    expect(document.activeElement).toBe(sheet.getByLabelText(story.text));
    await user.keyboard("Two drills in one week");
    await user.type(sheet.getByLabelText(story.value), "95 s");
    await user.click(sheet.getByRole("button", { name: story.look }));
    expect(await sheet.findByText("Two drills in one week")).toBeTruthy();
    await waitFor(() => expect(sheet.getByTestId("goal-bar").textContent).toContain("90 %"));
    expect(sheet.getByLabelText<HTMLInputElement>(story.text).value).toBe("");
    // Once a day is enough: what comes after is an entry, and says something.
    const add = await sheet.findByRole("button", { name: story.add });
    await user.click(add);
    expect(sheet.getByText(story.empty)).toBeTruthy();
    await user.type(sheet.getByLabelText(story.text), "And a third");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(door.called("goal.add_entry")).toHaveLength(1));
    expect(door.called("goal.reviewed")).toEqual([
      { id: "g1", text: "Two drills in one week", value: "95 s" },
    ]);
    expect(door.called("goal.add_entry")).toEqual([{ goal: "g1", kind: "progress", text: "And a third" }]);
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(sheet.queryByText("And a third")).toBeNull());
  });
  it("holds what is in the way, until it is out of the way", async () => {
    const { user, door } = await open_goals();
    const sheet = await open_goal(user, /^Regional failover.*1 thing in the way/);
    await user.click(sheet.getByRole("radio", { name: story.obstacle }));
    expect(sheet.queryByLabelText(story.value)).toBeNull();
    const what = sheet.getByLabelText(story.obstacle_text);
    await user.type(what, "{Enter}");
    expect(sheet.getByText(story.obstacle_empty)).toBeTruthy();
    await user.type(what, "The second region is late{Enter}");
    await waitFor(() => expect(sheet.getByText(/2 things in the way/)).toBeTruthy());
    await user.click(sheet.getByRole("button", { name: story.named(story.resolve, "19 Nov") }));
    await user.click(await sheet.findByRole("button", { name: story.named(story.resolve, "20 Oct") }));
    await waitFor(() => expect(sheet.queryByText(/things? in the way/)).toBeNull());
    await user.click(await sheet.findByRole("button", { name: story.named(story.still, "20 Oct") }));
    await waitFor(() => expect(sheet.getByText(/1 thing in the way/)).toBeTruthy());
    expect(door.called("goal.edit_entry").map((one) => one.resolved_on)).toEqual([
      "2026-11-19",
      "2026-11-19",
      null,
    ]);
  });
  it("has entries that are changed, and taken out with a way back", async () => {
    const { user, door } = await open_goals();
    const sheet = await open_goal(user, /^Regional failover/);
    await user.click(sheet.getByRole("button", { name: story.named(story.edit, "1 Oct") }));
    await user.keyboard(" All of it.");
    await on(user);
    expect(await sheet.findByText(/only watched the clock. All of it\.$/)).toBeTruthy();
    expect(door.called("goal.edit_entry")[0]).toMatchObject({ id: "e4", value: "104 s", on: "2026-10-01" });
    await user.click(sheet.getByRole("button", { name: story.named(story.remove, "1 Oct") }));
    await waitFor(() => expect(sheet.queryByText(/only watched the clock/)).toBeNull());
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    expect(await sheet.findByText(/only watched the clock/)).toBeTruthy();
  });
  it("keeps the words it began with, to compare with now", async () => {
    const { user } = await open_goals();
    const sheet = await open_goal(user, /^Regional failover/);
    await user.click(sheet.getAllByRole("button", { name: story.compare })[0]!);
    const diff = sheet.getByTestId("wording-diff");
    expect([...diff.querySelectorAll("dt")].map((one) => one.textContent)).toEqual(["Goal", "By", "Target"]);
    expect(diff.textContent).toContain("60");
  });
});
