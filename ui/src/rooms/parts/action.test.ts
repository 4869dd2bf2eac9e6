import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house, open_meeting } from "../../../test/house";

describe("an action", () => {
  it("is changed: its words, who owes it, and by when", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: "Change: Find a second reader for the talk" }));
    const sheet = within(await screen.findByTestId("action-sheet"));
    const text = sheet.getByLabelText("What was promised");
    await user.clear(text);
    await user.click(sheet.getByRole("button", { name: "Save" }));
    expect(sheet.getByText("Say in one line what is to be done.")).toBeTruthy();
    await user.type(text, "Find two readers");
    await user.selectOptions(sheet.getByLabelText("Who owes it"), "Maya Okafor");
    const due = sheet.getByLabelText("By");
    await user.clear(due);
    await user.type(due, "2026-12-01");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await screen.findByText("Action changed.");
    expect(door.called("action.set")).toEqual([
      { id: "a1", text: "Find two readers", owner: "maya", due: "2026-12-01" },
    ]);
    expect(await within(screen.getByTestId("carried")).findByText("due 1 Dec")).toBeTruthy();
  });
  it("loses its due day by one button", async () => {
    const { user, door } = await open_house();
    await user.click(screen.getByRole("button", { name: "Change: Ask HR about the January band review" }));
    const sheet = within(await screen.findByTestId("action-sheet"));
    await user.click(sheet.getByRole("button", { name: "By: No day" }));
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(door.house.hold.actions.find((one) => one.id === "a2")?.due).toBeNull());
    expect(door.called("action.set")[0]).toMatchObject({ id: "a2", due: null });
  });
  it("is dropped only for a reason, and is then not shown as done", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: "Change: Find a second reader for the talk" }));
    const sheet = within(await screen.findByTestId("action-sheet"));
    await user.click(sheet.getByRole("button", { name: "No longer owed" }));
    await user.click(sheet.getByRole("button", { name: "Drop it" }));
    expect(sheet.getByText("Say why it is no longer owed.")).toBeTruthy();
    await user.type(sheet.getByLabelText("Why it is no longer owed"), "The talk was cancelled{Enter}");
    await screen.findByText("Action dropped.");
    expect(door.called("action.set")).toEqual([{ id: "a1", dropped_because: "The talk was cancelled" }]);
    const carried = within(screen.getByTestId("carried"));
    await waitFor(() => expect(carried.queryByText("Find a second reader for the talk")).toBeNull());
  });
});
