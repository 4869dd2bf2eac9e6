// What becomes of a note that was asked for, or begun, before the vault was open.
import { screen, waitFor } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { in_room, open_house, type Opened } from "../../test/house";
import { fault } from "../../dev/fake_house";
import { commands, type Command } from "./commands";

const PASSPHRASE = "four quiet words here{Enter}";
const here = () => (document.activeElement as HTMLElement | null)?.dataset.testid;
const at = (testid: string) => waitFor(() => expect(here()).toBe(testid));
const quick_note = () => screen.queryByTestId("quick-note");
const value = () => screen.getByTestId<HTMLTextAreaElement>("quick-note-text").value;

async function locked(): Promise<Opened> {
  const opened = await open_house({ state: "locked" });
  await at("lock-secret");
  return opened;
}
async function begin({ user, door }: Opened, typed: string) {
  door.house.tell({ kind: "capture" });
  await at("write-down-about");
  await user.keyboard(`${typed}{Escape}`);
  await at("lock-secret");
}
async function unlock(user: UserEvent) {
  await user.keyboard(PASSPHRASE);
  await screen.findByTestId("headline");
}

describe("a note that was asked for while locked", () => {
  it("is settled by the form of the lock screen: the open house does not ask again", async () => {
    const opened = await locked();
    const { user, door } = opened;
    door.house.tell({ kind: "capture" });
    await at("write-down-about");
    await user.keyboard("may{Tab}Stayed calm{Enter}");
    await at("write-down-about");
    await user.keyboard("{Escape}");
    await at("lock-secret");
    await unlock(user);
    expect(quick_note()).toBeNull();
    expect(screen.getByTestId("captured-today").textContent).toContain("8 notes written while locked");
  });
  it("is settled by going back, too, though nothing was written", async () => {
    const opened = await locked();
    await begin(opened, "");
    await unlock(opened.user);
    expect(quick_note()).toBeNull();
    expect(opened.door.called("capture.keep")).toEqual([]);
  });
  it.each(["none", "damaged"] as const)(
    "is answered by the quick note of the open house where the lock screen had no form: %s",
    async (state) => {
      const { user, door } = await open_house({ state });
      await screen.findByTestId(state === "none" ? "ceremony" : "lock");
      door.house.tell({ kind: "capture" });
      if (state === "damaged") {
        await user.type(screen.getByTestId("lock-secret"), "four quiet words here");
        await user.click(screen.getByRole("button", { name: "Open without what is lost" }));
        await user.click(screen.getByRole("button", { name: "Yes, open without it" }));
      } else {
        await user.type(screen.getByLabelText("Your name"), "Dana");
        await user.type(screen.getByLabelText("Passphrase"), "four quiet words here");
        await user.type(screen.getByLabelText("The passphrase once more"), PASSPHRASE);
        await user.click(await screen.findByRole("button", { name: "I have it in a safe place" }));
        await user.type(screen.getByLabelText("Group 2"), "4xrt");
        await user.type(screen.getByLabelText("Group 6"), "2lvj{Enter}");
      }
      expect(await screen.findByTestId("quick-note")).toBeTruthy();
    },
  );
  it("is answered by the open house when it comes while the vault is just being opened", async () => {
    const { user, door } = await locked();
    let open = () => {};
    const slow = new Promise<void>((resolve) => (open = resolve));
    const unlock = door.answers["vault.unlock"];
    door.answers["vault.unlock"] = async (args) => {
      await slow;
      return unlock(args);
    };
    await user.keyboard(PASSPHRASE);
    door.house.tell({ kind: "capture" });
    open();
    expect(await screen.findByTestId("quick-note")).toBeTruthy();
  });
});

describe("a note that was begun while locked", () => {
  it("is kept with the others by unlocking, and it says so", async () => {
    const opened = await locked();
    await begin(opened, "may{Tab}half a thought{Alt>}i{/Alt}");
    await unlock(opened.user);
    await screen.findByText("The note that you had begun is kept, with those written while locked.");
    expect(opened.door.called("capture.keep")).toEqual([
      { about: "may", polarity: "constructive", text: "half a thought" },
    ]);
    // After the opening: from then on notes can be sealed to every vault.
    const names = opened.door.calls.map(({ name }) => name);
    expect(names.indexOf("vault.unlock")).toBeLessThan(names.indexOf("capture.keep"));
    expect(quick_note()).toBeNull();
    expect(screen.getByTestId("captured-today").textContent).toContain("8 notes");
  });
  it("outlives a passphrase that does not open", async () => {
    const opened = await locked();
    const { user, door } = opened;
    await begin(opened, "{Tab}half a thought");
    await user.keyboard("wrong{Enter}");
    await screen.findByRole("alert");
    expect(door.called("capture.keep")).toEqual([]);
    await unlock(user);
    expect(door.called("capture.keep")).toHaveLength(1);
  });
  it("is in the quick note, whom it is about too, when it cannot be kept", async () => {
    const opened = await locked();
    opened.door.answers["capture.keep"] = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    await begin(opened, "may{Tab}half a thought{Alt>}i{/Alt}");
    await opened.user.keyboard(PASSPHRASE);
    await screen.findByTestId("quick-note");
    expect(value()).toBe("may: half a thought");
    expect(screen.getByLabelText<HTMLInputElement>("To improve").checked).toBe(true);
    expect(screen.getByText("The disk is full. Make room and try again.")).toBeTruthy();
  });
  it("is in the quick note when it was all typed where the name goes", async () => {
    const opened = await locked();
    await begin(opened, "Maya stayed calm");
    await opened.user.keyboard(PASSPHRASE);
    await screen.findByTestId("quick-note");
    expect(value()).toBe("Maya stayed calm");
    expect(opened.door.called("capture.keep")).toEqual([]);
  });
});

describe("the keys of the lock screen", () => {
  it("are those of the quick note", async () => {
    const note = (commands as readonly Command[]).find(({ id }) => id === "folder.quick_note")!;
    await locked();
    expect(screen.getByTestId("lock-note").textContent).toContain(note.keys[0]);
    expect(note.keys).toEqual(["Ctrl Shift N", "Ctrl N"]);
  });
});

describe("the command for notes that wait", () => {
  const offered = async (user: UserEvent) => {
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByTestId("palette");
    const found = screen.queryByRole("option", { name: /written while locked/ }) !== null;
    await user.keyboard("{Escape}");
    return found;
  };
  it("is there while some wait, and goes to them", async () => {
    const { user } = await open_house();
    expect(await offered(user)).toBe(true);
    await user.keyboard("gw");
    await in_room("captures");
  });
  it("is not there while none does", async () => {
    const { user } = await open_house({ empty: true });
    expect(await offered(user)).toBe(false);
    await user.keyboard("gw");
    expect(document.querySelector("main")?.dataset.room).toBe("today");
  });
});
