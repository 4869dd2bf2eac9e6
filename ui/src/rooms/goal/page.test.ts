import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { gone } from "../../../test/goals";
import { go, in_room, open_house } from "../../../test/house";
import { words } from "./words";

describe("the page of goals", () => {
  it("marks one as looked at in its row, with a way back", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals[0]!.reviewed_on = "2026-11-03";
    await go(user, "g", "goals");
    const row = () => screen.getByRole("button", { name: /^Regional failover/ });
    expect((await screen.findByRole("button", { name: /^Regional failover/ })).textContent).toMatch(
      /last looked at 3 Nov.*time for a look/s,
    );
    const look = "Looked at today: Regional failover under 90 s";
    await user.click(screen.getByRole("button", { name: look }));
    await waitFor(() => expect(row().textContent).toContain("looked at today"));
    expect(row().textContent).not.toContain("time for a look");
    expect(door.called("goal.reviewed")).toEqual([{ id: "g1" }]);
    expect(screen.queryByRole("button", { name: look })).toBeNull();
    // The next one to look at has the keys.
    expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Speak at one/ }));
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: look })).toBeTruthy();
  });
  it("puts what is to be looked at first, then the rest person by person", async () => {
    const { user, door } = await open_house();
    for (const goal of door.house.hold.goals) goal.reviewed_on = "2026-11-15";
    door.house.hold.goals[1]!.reviewed_on = "2026-06-01";
    await go(user, "g", "goals");
    const list = within(await screen.findByTestId("goals"));
    const heads = list.getAllByRole("heading").map((one) => one.textContent!.trim());
    expect(heads).toEqual([words.look_now, expect.stringMatching(/Maya/), expect.stringMatching(/Elif/)]);
    const rows = [...screen.getByTestId("goals").querySelectorAll("[data-row] b:first-child")];
    expect(rows.map((one) => one.textContent)).toEqual([
      "Speak at one conference",
      "Regional failover under 90 s",
      "A release a week",
    ]);
  });
  it("names first who works on no goal, and who has nothing to grow by", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals.find((one) => one.id === "g2")!.is_growth = false;
    door.house.tell({ kind: "changed", seq: 1 });
    await go(user, "g", "goals");
    await waitFor(() => expect(screen.getByTestId("begin-with").textContent).toContain("Maya"));
    const first = within(screen.getByTestId("begin-with"));
    const rows = first.getAllByRole("button").map((one) => one.textContent!.replace(/\s+/g, " ").trim());
    expect(rows).toEqual([
      "Tomás Lindqvist No goal is being worked on Add a goal for Tomás",
      "Jun Ramesh No goal is being worked on Add a goal for Jun",
      "Elif Brandt No goal is being worked on 1 goal waits to start",
      "Sam Nakai No goal is being worked on Add a goal for Sam",
      "Maya Okafor Nothing among the goals is growth Add a goal to grow for Maya",
    ]);
    await user.click(first.getByRole("button", { name: /^Maya/ }));
    const sheet = within(await screen.findByTestId("goal-sheet"));
    expect(sheet.getByRole<HTMLInputElement>("checkbox", { name: words.growth }).checked).toBe(true);
    await user.keyboard("{Escape}");
    await gone();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByTestId("begin-with")).toBeNull());
    await user.keyboard("{F8}");
    const again = within(await screen.findByTestId("begin-with"));
    await user.click(again.getByRole("button", { name: /^Elif/ }));
    await in_room("person");
    expect(await screen.findByRole("tab", { name: /Goals/, selected: true })).toBeTruthy();
  });
  it("shows those of a kind, those that rest on something, and those that have ended", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals[1]!.state = "achieved";
    await go(user, "g", "goals");
    await screen.findByRole("button", { name: /^Regional failover/ });
    const titles = () =>
      [...document.querySelectorAll("[data-testid=goals] [data-row] b:first-child")].map(
        (b) => b.textContent,
      );
    expect(titles()).toEqual(["Regional failover under 90 s", "A release a week"]);
    await user.selectOptions(await screen.findByLabelText(words.of_kind), "New skills");
    expect(await screen.findByText(words.none_fits)).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: words.with_done }));
    await waitFor(() => expect(titles()).toEqual(["Speak at one conference"]));
    await user.selectOptions(screen.getByLabelText(words.of_kind), words.any_kind);
    await user.selectOptions(screen.getByLabelText(words.resting_on), "No customer waits for us");
    await waitFor(() => expect(titles()).toEqual(["Regional failover under 90 s"]));
  });
});
