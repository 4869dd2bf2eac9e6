import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { open_house } from "../../test/house";
import { toasts } from "./toasts.svelte";

/** The text of every message that comes into a region that is read out. */
function listen(): string[] {
  const heard: string[] = [];
  const watch = new MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) {
      if (!(node instanceof HTMLElement)) continue;
      const messages = [node, ...node.querySelectorAll<HTMLElement>("*")].filter((one) =>
        one.matches(".toast"),
      );
      for (const one of messages) if (one.closest("[aria-live]")) heard.push(one.textContent!.trim());
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return heard;
}
const open_sheet = async (user: UserEvent) => {
  await user.keyboard("{Control>}n{/Control}");
  return await screen.findByTestId<HTMLDialogElement>("quick-note");
};
const shut_sheet = async (user: UserEvent) => {
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("quick-note")).toBeNull());
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const say = (text: string) => {
  toasts.say(text);
  flushSync();
};

describe("messages", () => {
  it("lie in the topmost sheet, where they can be clicked, and go back to the window", async () => {
    const { user } = await open_house();
    say("Kept.");
    expect(screen.getByText("Kept.").closest("dialog")).toBeNull();
    const sheet = await open_sheet(user);
    expect(screen.getByText("Kept.").closest("dialog")).toBe(sheet);
    expect(within(sheet).getByTestId("toasts")).toBe(screen.getByTestId("toasts"));
    await shut_sheet(user);
    expect(screen.getByText("Kept.").closest("dialog")).toBeNull();
  });
  it("are undone and dismissed in a sheet without closing it, and the focus goes back to the field", async () => {
    const { user } = await open_house();
    const sheet = await open_sheet(user);
    const field = within(sheet).getByTestId("quick-note-text");
    field.focus();
    const undo = vi.fn();
    toasts.say("Moved.", undo);
    toasts.trouble("The disk is full.");
    flushSync();
    await user.click(within(sheet).getByRole("button", { name: "Dismiss this message" }));
    expect(screen.queryByText("The disk is full.")).toBeNull();
    await user.click(within(sheet).getByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledOnce();
    expect(toasts.list).toEqual([]);
    expect(screen.getByTestId("quick-note")).toBe(sheet);
    expect(document.activeElement).toBe(field);
    say("Kept.");
    await user.click(within(sheet).getByText("Kept."));
    expect(screen.getByTestId("quick-note")).toBe(sheet);
    field.focus();
    await shut_sheet(user);
  });
  it("are one at a time over a sheet, where several would lie on its buttons", async () => {
    const { user } = await open_house();
    for (const text of ["First.", "Second."]) say(text);
    const shown = () => ["First.", "Second."].map((text) => !screen.getByText(text).parentElement!.hidden);
    expect(shown()).toEqual([true, true]);
    await open_sheet(user);
    expect(shown()).toEqual([false, true]);
    await shut_sheet(user);
    expect(shown()).toEqual([true, true]);
  });
  const walks: Record<string, (user: UserEvent) => Promise<void>> = {
    "said before a sheet opens and after it closed": async (user) => {
      say("Kept.");
      await open_sheet(user);
      await shut_sheet(user);
    },
    "said in a sheet that closes later": async (user) => {
      await open_sheet(user);
      say("Kept.");
      await shut_sheet(user);
      await open_sheet(user);
    },
    "said in the moment a sheet closes": async (user) => {
      const sheet = await open_sheet(user);
      toasts.say("Kept.");
      sheet.dispatchEvent(new Event("cancel", { cancelable: true }));
      flushSync();
    },
    "said in the moment a sheet opens": async (user) => {
      toasts.say("Kept.");
      await open_sheet(user);
    },
  };
  it.each(Object.keys(walks))("are read out once when %s", async (name) => {
    const { user } = await open_house();
    const heard = listen();
    await walks[name]!(user);
    await settled();
    expect(screen.getAllByText("Kept.")).toHaveLength(1);
    expect(heard).toEqual(["Kept."]);
  });
  it("go when their time is over, whatever opened meanwhile", async () => {
    const { user } = await open_house();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    say("Kept.");
    const opened = new UIEvent("keydown");
    Object.assign(opened, { key: "n", ctrlKey: true });
    window.dispatchEvent(opened);
    flushSync();
    vi.advanceTimersByTime(7_999);
    flushSync();
    expect(screen.getByText("Kept.").closest("dialog")).toBe(screen.getByTestId("quick-note"));
    vi.advanceTimersByTime(1);
    flushSync();
    expect(screen.queryByText("Kept.")).toBeNull();
    vi.useRealTimers();
    await user.keyboard("{Escape}");
  });
});
