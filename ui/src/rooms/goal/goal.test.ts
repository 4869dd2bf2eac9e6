import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, open_house } from "../../../test/house";

describe("goals", () => {
  it("are added for a person", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cg");
    const sheet = within(await screen.findByTestId("goal-sheet"));
    await user.click(sheet.getByRole("button", { name: "Save" }));
    expect(sheet.getByText(/Say whose goal it is/)).toBeTruthy();
    await user.type(sheet.getByTestId("person-pick"), "sam{Enter}");
    await user.type(sheet.getByLabelText("Goal"), "Lead one drill");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByTestId("goal-sheet")).toBeNull());
    expect(door.called("goal.save")).toEqual([
      { person: "sam", title: "Lead one drill", text: "", state: "active", due: null, review_days: null },
    ]);
  });
  it("are listed person by person and edited", async () => {
    const { user, door } = await open_house();
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^A release a week/ }));
    const sheet = within(await screen.findByTestId("goal-sheet"));
    await waitFor(() =>
      expect((sheet.getByLabelText("Goal") as HTMLInputElement).value).toBe("A release a week"),
    );
    await user.selectOptions(sheet.getByLabelText("State"), "Achieved");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(door.house.hold.goals.find((one) => one.id === "g3")?.state).toBe("achieved"));
  });
  it("lose their day by one button", async () => {
    const { user, door } = await open_house();
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^Regional failover/ }));
    const sheet = within(await screen.findByTestId("goal-sheet"));
    await user.click(await sheet.findByRole("button", { name: "By: No day" }));
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(door.called("goal.save")[0]).toMatchObject({ id: "g1", due: null }));
    expect(await screen.findByRole("button", { name: /^Regional failover.*no date/ })).toBeTruthy();
  });
  it("are looked at in a rhythm of their own, or in the one that their length suggests", async () => {
    const { user, door } = await open_house();
    await go(user, "g", "goals");
    const open = async () => {
      await user.click(await screen.findByRole("button", { name: /^Regional failover/ }));
      const sheet = within(await screen.findByTestId("goal-sheet"));
      await waitFor(() => expect((sheet.getByLabelText("Goal") as HTMLInputElement).value).not.toBe(""));
      return sheet.getByLabelText<HTMLInputElement>("Look at it every … days");
    };
    const save = () => user.keyboard("{Control>}{Enter}{/Control}");
    const kept = () => door.house.hold.goals.find((one) => one.id === "g1")?.review_days;
    await user.type(await open(), "400");
    await save();
    expect(await screen.findByText(/looked at every day at most, once a year at least/)).toBeTruthy();
    await user.clear(screen.getByLabelText("Look at it every … days"));
    await user.type(screen.getByLabelText("Look at it every … days"), "21");
    await save();
    await waitFor(() => expect(kept()).toBe(21));
    const days = await open();
    expect(days.value).toBe("21");
    await user.clear(days);
    await save();
    await waitFor(() => expect(kept()).toBeNull());
  });
  it("are marked as looked at in their row, with a way back", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals[0]!.reviewed_on = "2026-11-03";
    await go(user, "g", "goals");
    const row = await screen.findByRole("button", { name: /^Regional failover/ });
    expect(row.textContent).toContain("last looked at 3 Nov");
    const look = "Looked at today: Regional failover under 90 s";
    await user.click(screen.getByRole("button", { name: look }));
    await waitFor(() => expect(row.textContent).toContain("looked at today"));
    expect(door.called("goal.reviewed")).toEqual([{ id: "g1" }]);
    expect(screen.queryByRole("button", { name: look })).toBeNull();
    expect(document.activeElement).toBe(row);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: look })).toBeTruthy();
  });
  it("are marked as looked at in their sheet, whose words stay; not once they have ended", async () => {
    const { user, door } = await open_house();
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^Regional failover/ }));
    const sheet = within(await screen.findByTestId("goal-sheet"));
    await waitFor(() => expect((sheet.getByLabelText("Goal") as HTMLInputElement).value).not.toBe(""));
    await user.selectOptions(sheet.getByLabelText("State"), "Missed");
    expect(sheet.queryByRole("button", { name: "Looked at today" })).toBeNull();
    await user.selectOptions(sheet.getByLabelText("State"), "Active");
    await user.type(sheet.getByLabelText("Goal"), ", in every region");
    await user.click(sheet.getByRole("button", { name: "Looked at today" }));
    expect(await sheet.findByText("looked at today")).toBeTruthy();
    expect((sheet.getByLabelText("Goal") as HTMLInputElement).value).toMatch(/in every region$/);
    expect(document.activeElement).toBe(sheet.getByLabelText("Goal"));
    expect(door.house.hold.goals.find((one) => one.id === "g1")?.reviewed_on).toBe("2026-11-19");
  });
});
