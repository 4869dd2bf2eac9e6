import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fault } from "../../../dev/fake_house";
import { in_room, open_house } from "../../../test/house";

describe("bringing in a roster", () => {
  it("shows what would change, keeps nothing before Apply, and takes it all back at once", async () => {
    const { user, door } = await open_house({ empty: true });
    await user.keyboard("ci");
    const sheet = within(await screen.findByTestId("roster"));
    await user.click(sheet.getByRole("button", { name: "Choose the file" }));
    expect((await sheet.findByTestId("roster-counts")).textContent).toBe(
      "2 people to add, 0 to change, 1 as they are.",
    );
    expect(document.activeElement?.textContent).toContain("2 people to add");
    expect(sheet.getByText("1 row cannot be read and is left out:")).toBeTruthy();
    const rejected = within(sheet.getByTestId("roster-rejected"));
    expect(rejected.getByText("This is not a day. Write it as 2026-11-22.")).toBeTruthy();
    expect(door.house.hold.people).toHaveLength(1);
    await user.click(sheet.getByRole("button", { name: "Bring in 2 people" }));
    await in_room("people");
    expect(await screen.findByText("2 people added.")).toBeTruthy();
    expect(door.house.hold.people).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(door.house.hold.people).toHaveLength(1));
  });
  it("looks again when a column is named differently", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ci");
    const sheet = within(await screen.findByTestId("roster"));
    await user.click(sheet.getByRole("button", { name: "Choose the file" }));
    await user.selectOptions(await sheet.findByLabelText("Name"), "Not taken");
    expect(await sheet.findByText("No column holds the name.")).toBeTruthy();
    expect(door.called("roster.remap")[0]?.mapping).not.toHaveProperty("name");
    expect((sheet.getByRole("button", { name: "Nothing to bring in" }) as HTMLButtonElement).disabled).toBe(
      true,
    );
    await user.selectOptions(sheet.getByLabelText("Name"), "Full name");
    expect(await sheet.findByRole("button", { name: "Bring in 2 people" })).toBeTruthy();
  });
  it("asks what people are of whom the file does not say it, and only then", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ci");
    const sheet = within(await screen.findByTestId("roster"));
    await user.click(sheet.getByRole("button", { name: "Choose the file" }));
    await sheet.findByTestId("roster-counts");
    expect(sheet.queryByLabelText("They are")).toBeNull();
    await user.selectOptions(sheet.getByLabelText("Manager"), "Not taken");
    expect(await sheet.findByText(/does not say it of 2 people/)).toBeTruthy();
    await user.selectOptions(sheet.getByLabelText("They are"), "Direct report");
    await waitFor(() => expect(door.called("roster.remap").at(-1)?.otherwise).toBe("direct_report"));
    expect((sheet.getByLabelText("They are") as HTMLSelectElement).value).toBe("direct_report");
  });
  it("says nothing when the dialog was closed, and a sentence when the file cannot be read", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ci");
    const sheet = within(await screen.findByTestId("roster"));
    door.answers["roster.preview"] = () => {
      throw fault("cancelled", "Closed.");
    };
    await user.click(sheet.getByRole("button", { name: "Choose the file" }));
    await waitFor(() => expect(door.called("roster.preview")).toHaveLength(1));
    expect(sheet.queryByRole("alert")).toBeNull();
    door.answers["roster.preview"] = () => {
      throw fault("refused", "The list has no heading row.", "Add one and try again.");
    };
    await user.click(await sheet.findByRole("button", { name: "Choose the file" }));
    expect((await sheet.findByRole("alert")).textContent).toContain(
      "The list has no heading row. Add one and try again.",
    );
  });
});
