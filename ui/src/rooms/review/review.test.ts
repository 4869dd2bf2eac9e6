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
});
