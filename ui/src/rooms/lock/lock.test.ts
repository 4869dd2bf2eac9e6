import { cleanup, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house } from "../../../test/house";
import { fault } from "../../../dev/fake_house";
import { greeting } from "./state.svelte";

describe("the lock screen", () => {
  it("greets by the hour", () => {
    expect(greeting(8).hello).toBe("Good morning");
    expect(greeting(14).hello).toBe("Good afternoon");
    expect(greeting(22).hello).toBe("Good evening");
  });
  it("opens with the passphrase and Enter", async () => {
    const { user } = await open_house({ state: "locked" });
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here{Enter}");
    expect(await screen.findByTestId("headline")).toBeTruthy();
  });
  it("says in a sentence what is wrong and keeps what was typed", async () => {
    const { user, door } = await open_house({ state: "locked" });
    const field = (await screen.findByTestId("lock-secret")) as HTMLInputElement;
    await user.type(field, "wrong{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain(
      "That passphrase does not open this vault. Check the keyboard layout and try again.",
    );
    expect(field.value).toBe("wrong");
    // All of it is selected, so the next try replaces it.
    await user.keyboard("other");
    expect(field.value).toBe("other");
    await user.clear(field);
    await user.keyboard("{Enter}");
    expect(door.called("vault.unlock")).toHaveLength(1);
  });
  it("opens with the recovery kit", async () => {
    const { user, door } = await open_house({ state: "locked" });
    await user.click(await screen.findByTestId("lock-switch"));
    expect(document.activeElement).toBe(screen.getByLabelText("Recovery code"));
    await user.keyboard("K7QM 4XRT{Enter}");
    await screen.findByTestId("headline");
    expect(door.called("vault.unlock")).toEqual([{ kit: "K7QM 4XRT" }]);
  });
  it("offers the keychain only when it can open", async () => {
    await open_house({ state: "locked" });
    await screen.findByTestId("lock");
    expect(screen.queryByRole("button", { name: /keychain/ })).toBeNull();
    cleanup();
    const { user, door } = await open_house({ state: "locked", keychain: true });
    await user.click(await screen.findByRole("button", { name: "Use this laptop’s keychain" }));
    await screen.findByTestId("headline");
    expect(door.called("vault.unlock")).toEqual([{ keychain: true }]);
  });
  it("asks once more before opening without what is lost", async () => {
    const { user, door } = await open_house({ state: "locked" });
    door.answers["vault.unlock"] = ({ accept_loss }) => {
      if (accept_loss) {
        door.house.status.state = "open";
        return { owner: "Dana", findings: [] };
      }
      throw fault(
        "damaged",
        "2 changes since Monday could not be brought back.",
        "A newer backup may have them.",
      );
    };
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here{Enter}");
    expect(await screen.findByText("This vault needs a decision")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open without what is lost" }));
    expect(door.called("vault.unlock")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Yes, open without it" }));
    await screen.findByTestId("headline");
    expect(door.called("vault.unlock")[1]).toEqual({
      passphrase: "four quiet words here",
      accept_loss: true,
    });
  });
  it("asks for the passphrase when the decision comes before it", async () => {
    const { user, door } = await open_house({ state: "damaged" });
    await user.click(await screen.findByRole("button", { name: "Open without what is lost" }));
    await user.click(screen.getByRole("button", { name: "Yes, open without it" }));
    expect(screen.getByText("The passphrase is empty. Type it and press Enter.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByTestId("lock-secret"));
    expect(door.called("vault.unlock")).toEqual([]);
  });
});

describe("making a vault", () => {
  it("starts every step where there is something to do", async () => {
    const { user } = await open_house({ state: "none", empty: true });
    const here = () => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent;
    await waitFor(() => expect(here()).toBe("owner"));
    await user.keyboard("Dana{Tab}short{Enter}");
    await waitFor(() => expect(here()).toBe("passphrase"));
    await user.keyboard(" and not long{Tab}short and not long{Enter}");
    await waitFor(() => expect(here()).toBe("Your recovery kit"));
    await user.click(screen.getByRole("button", { name: "I have it in a safe place" }));
    await waitFor(() => expect(here()).toBe("group-0"));
  });
  it("asks for a strong passphrase, twice the same", async () => {
    const { user, door } = await open_house({ state: "none" });
    await user.type(await screen.findByLabelText("Your name"), "Dana");
    await user.type(screen.getByLabelText("Passphrase"), "elevenchars{Enter}");
    expect(screen.getByText("One more character is needed. Another word helps most.")).toBeTruthy();
    await user.type(screen.getByLabelText("Passphrase"), "!");
    await user.type(screen.getByLabelText("The passphrase once more"), "something else{Enter}");
    expect(screen.getByText("The two passphrases differ. Type the second one again.")).toBeTruthy();
    expect(door.called("vault.create")).toEqual([]);
  });
  it("goes from the name to the open house, by the kit and two groups of it", async () => {
    const { user, door } = await open_house({ state: "none", empty: true });
    await user.type(await screen.findByLabelText("Your name"), " Dana ");
    await user.type(screen.getByLabelText("Passphrase"), "four quiet words here");
    await user.type(screen.getByLabelText("The passphrase once more"), "four quiet words here{Enter}");
    expect((await screen.findByTestId("kit-groups")).textContent).toContain("K7QM");
    expect(door.called("vault.create")).toEqual([
      { owner_name: "Dana", passphrase: "four quiet words here" },
    ]);
    await user.click(screen.getByRole("button", { name: "Save as PDF" }));
    expect(await screen.findByText("Saved as Inglenook recovery kit.pdf.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "I have it in a safe place" }));
    await user.type(screen.getByLabelText("Group 2"), "4xrt");
    await user.type(screen.getByLabelText("Group 6"), "2LV1{Enter}");
    expect(screen.getByText(/One of the groups is not as it stands in the kit/)).toBeTruthy();
    expect(door.called("vault.confirm_kit")).toEqual([]);
    await user.clear(screen.getByLabelText("Group 6"));
    await user.type(screen.getByLabelText("Group 6"), "2l-vj{Enter}");
    await screen.findByTestId("headline");
    expect(door.called("vault.confirm_kit")).toEqual([{ groups: ["4XRT", "2LVJ"] }]);
  });
});

describe("restoring", () => {
  it("shows how far it is and ends at the lock screen", async () => {
    const { user, door } = await open_house({ state: "none" });
    await user.click(await screen.findByRole("button", { name: "I have a backup of a vault" }));
    await user.type(screen.getByLabelText("Passphrase"), "four quiet words here{Enter}");
    await screen.findByText("Reading the backup");
    expect(await screen.findByText("Restored 1,204 records with 5,310 changes. Unlock it now.")).toBeTruthy();
    expect(door.called("vault.restore")).toEqual([{ passphrase: "four quiet words here" }]);
    await user.click(screen.getByRole("button", { name: "Unlock" }));
    await waitFor(() => expect(screen.getByTestId("lock")).toBeTruthy());
  });
});
