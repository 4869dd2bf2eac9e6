import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house, type Opened } from "../../../test/house";
import type { FakeOptions } from "../../../dev/fake_door";
import { fault } from "../../../dev/fake_house";
import { words } from "./words";

const here = () => (document.activeElement as HTMLElement | null)?.dataset.testid;
const about = () => screen.getByTestId<HTMLInputElement>("write-down-about");
const text = () => screen.getByTestId<HTMLTextAreaElement>("write-down-text");
const at_about = () => waitFor(() => expect(here()).toBe("write-down-about"));
const at_secret = () => waitFor(() => expect(here()).toBe("lock-secret"));

async function locked(options: FakeOptions = {}): Promise<Opened> {
  const opened = await open_house({ state: "locked", ...options });
  await screen.findByTestId("lock");
  return opened;
}
/** The form, as the key of the desktop asks for it. */
async function asked(): Promise<Opened> {
  const opened = await locked();
  opened.door.house.tell({ kind: "capture" });
  await at_about();
  return opened;
}
const kept = ({ door }: Opened) => door.called("capture.keep");

describe("a note without unlocking", () => {
  it.each([
    ["the key of the desktop", ({ door }: Opened) => door.house.tell({ kind: "capture" })],
    ["its button", ({ user }: Opened) => user.click(screen.getByRole("button", { name: words.note_write }))],
    ["Ctrl Shift N", ({ user }: Opened) => user.keyboard("{Control>}{Shift>}N{/Shift}{/Control}")],
    ["Ctrl N", ({ user }: Opened) => user.keyboard("{Control>}n{/Control}")],
  ])("is asked for by %s, and begins with whom it is about", async (_how, ask) => {
    const opened = await locked();
    await at_secret();
    await ask(opened);
    await at_about();
    // Never the two at once: no passphrase is typed into a note.
    expect(screen.queryByTestId("lock-secret")).toBeNull();
  });
  it("is written by keys alone: whom, Tab, what, Enter, and then the next one", async () => {
    const opened = await asked();
    await opened.user.keyboard(" may {Tab}Stayed calm{Shift>}{Enter}{/Shift}all night{Enter}");
    await screen.findByText(words.note_kept);
    expect(kept(opened)).toEqual([{ about: "may", polarity: "praise", text: "Stayed calm\nall night" }]);
    await at_about();
    await opened.user.keyboard("{Tab}{Alt>}i{/Alt}Came late{Enter}");
    await waitFor(() => expect(kept(opened)).toHaveLength(2));
    expect(kept(opened)[1]).toEqual({ polarity: "constructive", text: "Came late" });
    expect(opened.door.called("vault.unlock")).toEqual([]);
  });
  it("asks for nothing but to be kept: no call before it, none after it", async () => {
    const opened = await asked();
    const before = opened.door.calls.length;
    await opened.user.keyboard("may{Tab}Stayed calm{Enter}");
    await screen.findByText(words.note_kept);
    expect(opened.door.calls.slice(before).map(({ name }) => name)).toEqual(["capture.keep"]);
  });
  it("leaves nothing of itself on the page once it is kept", async () => {
    const opened = await asked();
    await opened.user.keyboard("Okafor{Tab}Stayed calm{Alt>}i{/Alt}");
    const [before_about, before_text] = [about(), text()];
    await opened.user.keyboard("{Enter}");
    await screen.findByText(words.note_kept);
    const page = document.body.innerHTML;
    expect(page.includes("Okafor") || page.includes("Stayed calm")).toBe(false);
    expect([about().value, text().value]).toEqual(["", ""]);
    expect(screen.getByLabelText<HTMLInputElement>("Praise").checked).toBe(true);
    // The fields are others, so that undoing in them brings nothing back.
    expect([before_about.isConnected, before_text.isConnected]).toEqual([false, false]);
    await opened.user.keyboard("{Escape}");
    await at_secret();
    expect(screen.getByTestId("lock-note").textContent).toContain(words.note_write);
  });
  it("says that it is kept where it is heard, until the next one is begun", async () => {
    const { user } = await asked();
    const status = screen.getByRole("status");
    expect(status.textContent?.trim()).toBe("");
    await user.keyboard("{Tab}Stayed calm{Enter}");
    await waitFor(() => expect(status.textContent).toContain("Kept. It is shown once you unlock."));
    await user.keyboard("e");
    expect(status.textContent?.trim()).toBe("");
    expect(about().value).toBe("e");
  });
  it("goes on to the note by Enter, while there is none", async () => {
    const opened = await asked();
    await opened.user.keyboard("may{Enter}");
    expect(here()).toBe("write-down-text");
    await opened.user.keyboard("{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("A note needs a few words.");
    await waitFor(() => expect(here()).toBe("write-down-text"));
    expect(kept(opened)).toEqual([]);
  });
  it("says what went wrong and loses nothing", async () => {
    const opened = await asked();
    opened.door.answers["capture.keep"] = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    await opened.user.keyboard("may{Tab}Stayed calm{Alt>}i{/Alt}{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The disk is full. Make room and try again.",
    );
    expect([about().value, text().value]).toEqual(["may", "Stayed calm"]);
    expect(screen.getByLabelText<HTMLInputElement>("To improve").checked).toBe(true);
    expect(screen.queryByText(words.note_kept)).toBeNull();
  });
  it("is refused as the vault refuses it: a name of one line that is not too long", async () => {
    const { user } = await asked();
    await user.click(about());
    await user.paste("x".repeat(301));
    await user.keyboard("{Tab}Stayed calm{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("longer than 300 characters");
    expect(about().value).toHaveLength(301);
  });
  it("goes back to the passphrase by Esc, and what was begun is there again", async () => {
    const { user } = await asked();
    await user.keyboard("may{Tab}half a thought{Escape}");
    await at_secret();
    expect(screen.queryByText("half a thought")).toBeNull();
    expect(screen.getByText(words.note_begun)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: words.note_go_on }));
    await at_about();
    expect([about().value, text().value]).toEqual(["may", "half a thought"]);
  });
  it.each(["damaged", "none"] as const)("is not offered while the vault is %s", async (state) => {
    const { user, door } = await open_house({ state, empty: true });
    await screen.findByTestId(state === "none" ? "ceremony" : "lock");
    expect(screen.queryByTestId("lock-note")).toBeNull();
    await user.keyboard("{Control>}{Shift>}N{/Shift}{/Control}");
    door.house.tell({ kind: "capture" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByTestId("write-down")).toBeNull();
  });
  it("is no longer offered once unlocking finds the vault damaged", async () => {
    const { user, door } = await locked();
    door.answers["vault.unlock"] = () => {
      throw fault("damaged", "2 changes could not be brought back.", "A newer backup may have them.");
    };
    await user.keyboard("four quiet words here{Enter}");
    await screen.findByText("This vault needs a decision");
    expect(screen.queryByTestId("lock-note")).toBeNull();
    await user.keyboard("{Control>}n{/Control}");
    expect(screen.queryByTestId("write-down")).toBeNull();
  });
  it("waits while the vault is just being opened", async () => {
    const { user, door } = await locked();
    let refuse = () => {};
    const slow = new Promise<void>((resolve) => (refuse = resolve));
    door.answers["vault.unlock"] = async () => {
      await slow;
      throw fault("refused", "That passphrase does not open this vault.");
    };
    await user.keyboard("four quiet words{Enter}");
    door.house.tell({ kind: "capture" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(within(screen.getByTestId("lock")).getByTestId("unlock")).toBeTruthy();
    refuse();
    await at_about();
  });
});
