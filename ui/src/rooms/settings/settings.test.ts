import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { GROUPS } from "../../../dev/fake_vault";
import { open_house } from "../../../test/house";
import type { PersonLine } from "../../door/calls";

async function open_settings(user: UserEvent): Promise<void> {
  await user.keyboard("{Control>},{/Control}");
  await screen.findByRole("radio", { name: "Dark" });
}

describe("settings", () => {
  it("change the look at once and keep it", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
    expect(door.house.settings.theme).toBe("dark");
  });
  it("change when the vault locks by itself", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.selectOptions(screen.getByLabelText("Lock by itself after"), "5 minutes");
    await waitFor(() => expect(door.house.settings.lock_after_minutes).toBe(5));
  });
  it("show how far a backup is, and what came of it", async () => {
    const { user } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Back up to a file" }));
    expect(await screen.findByRole("progressbar")).toBeTruthy();
    expect(
      await screen.findByText("Backed up 1,204 records to Inglenook 2026-11-19.inglenook."),
    ).toBeTruthy();
  });
  it("stop a check when asked, and say nothing more about it", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Check the vault" }));
    await user.click(await screen.findByRole("button", { name: "Stop" }));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(door.called("app.cancel")).toHaveLength(1);
    expect(screen.queryByRole("alert")).toBeNull();
  });
  it("offer a repair when a check found damage, and only then", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    expect(screen.queryByRole("button", { name: "Repair the vault" })).toBeNull();
    const damage = {
      severity: "notice",
      sentence: "A page is older than the history says.",
      next: "Repair.",
    } as const;
    door.answers["vault.check"] = () => ({
      findings: [damage],
      records: 1204,
      changes: 5310,
      backups: 3,
      newest_backup: null,
      broken: true,
    });
    door.answers["vault.repair"] = () => ({ owner: "Dana Kessler", findings: [] });
    await user.click(screen.getByRole("button", { name: "Check the vault" }));
    expect(await screen.findByText(/A page is older than the history says\. Repair\./)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Repair the vault" }));
    await waitFor(() => expect(door.called("vault.repair")).toHaveLength(1));
    expect(screen.queryByRole("button", { name: "Repair the vault" })).toBeNull();
  });
  it("offer invented people while nobody is in the vault, and say how many came", async () => {
    const { user, door } = await open_house({ empty: true });
    await open_settings(user);
    await user.click(await screen.findByRole("button", { name: "Fill with invented people" }));
    expect(await screen.findByText("9 invented people added.")).toBeTruthy();
    expect(door.called("demo.fill")).toHaveLength(1);
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Fill with invented people" })).toBeNull(),
    );
  });
  it.each([
    ["somebody is in it", (all: PersonLine[]) => all],
    ["only somebody who has left is in it", (all: PersonLine[], left: boolean) => all.slice(0, left ? 2 : 1)],
  ])("offer no invented people when %s", async (_name, listed) => {
    const { user, door } = await open_house();
    const all = await Promise.resolve(door.answers["person.list"]!({}, ""));
    door.answers["person.list"] = ({ include_left }) => listed(all, include_left === true);
    await open_settings(user);
    await screen.findByRole("button", { name: "Import an export" });
    await waitFor(() => expect(door.called("person.list")).toContainEqual({ include_left: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole("button", { name: "Fill with invented people" })).toBeNull();
  });
  it("say what each part is about, and on its button what it does", async () => {
    const { user } = await open_house();
    await open_settings(user);
    const titles = screen.getAllByRole("heading").map((heading) => heading.textContent);
    const buttons = within(screen.getByTestId("settings")).getAllByRole("button");
    expect(buttons.length).toBeGreaterThan(6);
    expect(
      buttons.map((button) => button.textContent.trim()).filter((text) => titles.includes(text)),
    ).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });
  it.each([
    [false, {}, "318 files with 1,204 records exported."],
    [
      true,
      { without_sources: true },
      "318 files with 1,204 records exported, without where notes came from.",
    ],
  ])("export whole, or without where notes came from: %s", async (without, asked, told) => {
    const { user, door } = await open_house();
    await open_settings(user);
    const choice = screen.getByRole<HTMLInputElement>("checkbox", {
      name: "Leave out where notes came from",
    });
    expect(choice.checked).toBe(false);
    if (without) await user.click(choice);
    await user.click(screen.getByRole("button", { name: "Export everything" }));
    // Chosen otherwise meanwhile: that is for the next time.
    await user.click(choice);
    expect(await screen.findByText(told)).toBeTruthy();
    expect(door.called("portable.export")).toEqual([asked]);
  });
  it("export whole by the key, whatever was chosen before", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("checkbox", { name: "Leave out where notes came from" }));
    await user.keyboard("gt");
    await screen.findByTestId("headline");
    await user.keyboard("ve");
    await screen.findByText("318 files with 1,204 records exported.");
    expect(door.called("portable.export")).toEqual([{}]);
  });
  it("start a check by its keys from anywhere", async () => {
    const { user } = await open_house();
    await user.keyboard("vc");
    expect(await screen.findByText(/All is well: 1,204 records, 5,310 changes\./)).toBeTruthy();
  });
  it("refuse a weak or a mistyped passphrase before asking anybody", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Change the passphrase" }));
    const sheet = within(await screen.findByTestId("change-passphrase"));
    const change = () => user.click(sheet.getByRole("button", { name: "Change it" }));
    await user.type(sheet.getByLabelText("The passphrase now"), "four quiet words here");
    await user.type(sheet.getByLabelText("The new one"), "short");
    await change();
    expect(sheet.getByText(/needs at least 12 characters/)).toBeTruthy();
    await user.type(sheet.getByLabelText("The new one"), " but longer now");
    await user.type(sheet.getByLabelText("The new one once more"), "another one");
    await change();
    expect(sheet.getByText(/The two new passphrases differ/)).toBeTruthy();
    expect(door.called("vault.change_passphrase")).toEqual([]);
    await user.clear(sheet.getByLabelText("The new one once more"));
    await user.type(sheet.getByLabelText("The new one once more"), "short but longer now");
    await change();
    await sheet.findByText("From now on the new passphrase opens this vault.");
    expect(door.house.passphrase).toBe("short but longer now");
    await user.click(sheet.getByRole("button", { name: "Done" }));
    expect(screen.queryByTestId("change-passphrase")).toBeNull();
    expect(door.called("vault.rotate")).toEqual([]);
  });
  it("take the kit from whoever forgot the passphrase", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Change the passphrase" }));
    const sheet = within(await screen.findByTestId("change-passphrase"));
    await user.click(sheet.getByRole("button", { name: "I forgot it, use the recovery kit" }));
    await waitFor(() => expect(document.activeElement).toBe(sheet.getByLabelText("Recovery code")));
    await user.type(sheet.getByLabelText("The new one"), "five loud herons");
    await user.type(sheet.getByLabelText("The new one once more"), "five loud herons");
    await user.click(sheet.getByRole("button", { name: "Change it" }));
    expect(sheet.getByText("Type the groups of your kit.")).toBeTruthy();
    await user.type(sheet.getByLabelText("Recovery code"), GROUPS.join("-"));
    await user.click(sheet.getByRole("button", { name: "Change it" }));
    await sheet.findByText("From now on the new passphrase opens this vault.");
    expect(door.called("vault.change_passphrase")).toEqual([
      { kit: GROUPS.join("-"), new: "five loud herons" },
    ]);
  });
  it("offer new keys with a new kit right after a new passphrase, and ask for nothing twice", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Change the passphrase" }));
    const sheet = within(await screen.findByTestId("change-passphrase"));
    await user.type(sheet.getByLabelText("The passphrase now"), "four quiet words here");
    await user.type(sheet.getByLabelText("The new one"), "five loud herons");
    await user.type(sheet.getByLabelText("The new one once more"), "five loud herons");
    await user.click(sheet.getByRole("button", { name: "Change it" }));
    await user.click(await sheet.findByRole("button", { name: "Make a new recovery kit" }));
    await sheet.findByTestId("kit-groups");
    expect(door.called("vault.rotate")).toEqual([{ passphrase: "five loud herons" }]);
    await user.click(sheet.getByRole("button", { name: "Save as PDF" }));
    await sheet.findByText("Saved as Inglenook recovery kit.pdf.");
    await user.click(sheet.getByRole("button", { name: "I have it in a safe place" }));
    await user.click(sheet.getByRole("button", { name: "Show the code again" }));
    await sheet.findByTestId("kit-groups");
    await user.click(sheet.getByRole("button", { name: "I have it in a safe place" }));
    await user.type(sheet.getByLabelText("Group 2"), "4XRT");
    await user.type(sheet.getByLabelText("Group 6"), "2LVJ");
    await user.click(sheet.getByRole("button", { name: "Use the new kit" }));
    await screen.findByText("The new recovery kit is in use. Destroy the old one.");
    expect(door.called("vault.confirm_rotation")).toEqual([{ groups: ["4XRT", "2LVJ"] }]);
    expect(screen.queryByTestId("change-passphrase")).toBeNull();
  });
  it("make a new kit only once two groups were typed back", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("button", { name: "Make a new recovery kit" }));
    const sheet = within(await screen.findByTestId("new-kit"));
    await user.type(sheet.getByLabelText("Passphrase"), "four quiet words here");
    await user.click(sheet.getByRole("button", { name: "Make it" }));
    await sheet.findByTestId("kit-groups");
    await user.click(sheet.getByRole("button", { name: "I have it in a safe place" }));
    await user.type(sheet.getByLabelText("Group 2"), "4XRT");
    await user.type(sheet.getByLabelText("Group 6"), "0000");
    await user.click(sheet.getByRole("button", { name: "Use the new kit" }));
    expect(sheet.getByText(/One of the groups/)).toBeTruthy();
    await user.clear(sheet.getByLabelText("Group 6"));
    await user.type(sheet.getByLabelText("Group 6"), "2lvj");
    await user.click(sheet.getByRole("button", { name: "Use the new kit" }));
    await waitFor(() =>
      expect(door.called("vault.confirm_rotation")).toEqual([{ groups: ["4XRT", "2LVJ"] }]),
    );
  });
  it("turn the keychain on", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    await user.click(screen.getByRole("switch", { name: /keychain/ }));
    await waitFor(() => expect(door.called("vault.keychain")).toEqual([{ on: true }]));
    expect(await screen.findByText("The keychain can open the vault now.")).toBeTruthy();
  });
  it("keep reminders without names until they are allowed, and the hours that are quiet", async () => {
    const { user, door } = await open_house();
    await open_settings(user);
    expect(
      screen.getByRole<HTMLInputElement>("switch", { name: "Remind me around my 1:1s and talks" }).checked,
    ).toBe(true);
    const names = screen.getByRole<HTMLInputElement>("switch", { name: "Name people in reminders" });
    expect(names.checked).toBe(false);
    await user.click(names);
    await waitFor(() => expect(door.house.settings.reminders_name_people).toBe(true));
    await fireEvent.change(screen.getByLabelText("Quiet from"), { target: { value: "20:30" } });
    await waitFor(() => expect(door.house.settings.quiet_from).toBe("20:30"));
    expect(door.house.settings).toMatchObject({ reminders: true, quiet_until: "08:00", theme: "system" });
  });
});
