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
      { person: "sam", title: "Lead one drill", text: "", state: "active", due: null },
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
});
