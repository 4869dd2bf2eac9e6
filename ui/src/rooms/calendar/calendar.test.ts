import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house } from "../../../test/house";
import { words } from "./words";

describe("a calendar file", () => {
  it("is looked at, picked from, and brought in as one deed", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ca");
    const sheet = within(await screen.findByTestId("calendar"));
    await user.click(sheet.getByRole("button", { name: words.choose }));
    expect(await sheet.findAllByTestId("event")).toHaveLength(2);
    expect(sheet.getByRole<HTMLInputElement>("checkbox", { name: words.take("Tomás / Dana") }).checked).toBe(
      true,
    );
    expect(sheet.getByText("A series of 1:1s goes by weeks.")).toBeTruthy();
    await user.click(sheet.getByRole("checkbox", { name: words.take("Midwinter") }));
    await user.selectOptions(sheet.getByLabelText(words.who("Catch-up")), "jun");
    await user.click(sheet.getByRole("button", { name: words.apply(2) }));
    await waitFor(() => expect(screen.queryByTestId("calendar")).toBeNull());
    expect(door.called("calendar.apply")).toEqual([
      {
        import: "c1",
        chosen: [
          { event: 0, person: "tomas" },
          { event: 1, person: "jun" },
        ],
      },
    ]);
    expect(await screen.findByText(words.applied(2, 0))).toBeTruthy();
  });
  it("an event whose person was taken away is named before anything is kept", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ca");
    const sheet = within(await screen.findByTestId("calendar"));
    await user.click(sheet.getByRole("button", { name: words.choose }));
    await user.selectOptions(await sheet.findByLabelText(words.who("Tomás / Dana")), "");
    await user.click(sheet.getByRole("button", { name: words.apply(2) }));
    expect(await sheet.findByText(words.who_missing("Tomás / Dana"))).toBeTruthy();
    expect(door.called("calendar.apply")).toEqual([]);
  });
  it("of one's own 1:1s goes out without names unless they are wanted", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ca");
    const sheet = within(await screen.findByTestId("calendar"));
    await user.click(sheet.getByRole("button", { name: words.save }));
    await user.click(sheet.getByRole("checkbox", { name: words.with_names }));
    await user.click(sheet.getByRole("button", { name: words.save }));
    await waitFor(() => expect(door.called("calendar.export")).toEqual([{ names: false }, { names: true }]));
  });
  it("that is kept up to date says where it lies, and stops when told", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ca");
    const sheet = within(await screen.findByTestId("calendar"));
    await user.click(sheet.getByRole("checkbox", { name: words.with_names }));
    await user.click(sheet.getByRole("button", { name: words.keep.begin }));
    const kept = within(await sheet.findByTestId("kept-calendar"));
    expect(kept.getByText("Calendars/1-1s.ics")).toBeTruthy();
    expect(kept.getByText(words.keep.with_names)).toBeTruthy();
    expect(door.called("calendar.keep")).toEqual([{ names: true }]);
    await user.click(kept.getByRole("button", { name: words.keep.stop }));
    await waitFor(() => expect(sheet.queryByTestId("kept-calendar")).toBeNull());
    expect(await sheet.findByText(words.keep.off)).toBeTruthy();
  });
  it("that can no longer be written says so, and the next one carries what this one did", async () => {
    const { user, door } = await open_house();
    const trouble = "The folder is gone.";
    door.answers["calendar.kept"] = () => ({ place: "/away/1-1s.ics", names: true, trouble });
    await user.keyboard("ca");
    const kept = within(await screen.findByTestId("kept-calendar"));
    expect(kept.getByText(words.keep.out_of_date)).toBeTruthy();
    expect(kept.queryByText(words.keep.with_names)).toBeNull();
    expect(kept.getByRole("alert").textContent).toBe(words.keep.trouble(trouble));
    await user.click(kept.getByRole("button", { name: words.keep.other }));
    expect(door.called("calendar.keep")).toEqual([{ names: true }]);
  });
});

describe("days off", () => {
  it("are added by hand, a day or a stretch, and taken away", async () => {
    const { user, door } = await open_house();
    await user.keyboard("ca");
    const sheet = within(await screen.findByTestId("calendar"));
    await user.click(sheet.getByRole("button", { name: words.off.add }));
    expect(sheet.getByText(words.off.day_missing)).toBeTruthy();
    await fireEvent.input(sheet.getByLabelText(words.off.on), { target: { value: "2026-12-24" } });
    await fireEvent.input(sheet.getByLabelText(words.off.until), { target: { value: "2026-12-25" } });
    await user.type(sheet.getByLabelText(words.off.name), "Midwinter{Enter}");
    await waitFor(() =>
      expect(within(sheet.getByTestId("days-off")).getAllByRole("listitem")).toHaveLength(2),
    );
    await user.click(sheet.getAllByRole("button", { name: /^Remove the day off/ })[0]!);
    await waitFor(() =>
      expect(within(sheet.getByTestId("days-off")).getAllByRole("listitem")).toHaveLength(1),
    );
    expect(door.called("holiday.add")).toEqual([
      { on: "2026-12-24", until: "2026-12-25", name: "Midwinter" },
    ]);
    expect(door.called("holiday.remove")).toEqual([{ id: "off-2026-12-24" }]);
    await waitFor(() => expect((document.activeElement as HTMLInputElement).type).toBe("date"));
    const messages = within(sheet.getByTestId("toasts"));
    const removed = messages.getByText(words.off.removed("Thursday 24 December")).parentElement!;
    await user.click(within(removed).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(door.called("history.undo")).toEqual([{ deed: 2 }]));
    expect(screen.getByTestId("calendar")).toBeTruthy();
  });
});
