import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { go, in_room, open_house, open_meeting, open_person } from "../../test/house";

/** What can be read on the page: what is hidden does not count. */
function on_the_page(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
  return copy.textContent ?? "";
}
const CANDID = [
  "Stayed on the bridge",
  "Change record went in",
  "The release slipped",
  "Ask how the on-call clean-up fits",
  "Thinks out loud",
  "Maya cut regional failover",
  "Halved failover time",
  "Promotion criteria",
  "days, not yet raised",
  "1 not yet raised",
  "in Maya’s fuzzy folder",
  "new in the folder",
  "praise to improve",
  "Ask what the DNS step costs",
  "Not a word on learning",
  "of the last 8 moved",
  "usually 7 min",
  "has not arrived",
  "notes written while locked",
  "about “maya”",
];
const candid_on_the_page = () => CANDID.filter((text) => on_the_page().includes(text));
const present = async (user: UserEvent) => {
  await user.keyboard("{F8}");
  await screen.findByTestId("presenting");
};

const walks: Record<string, (user: UserEvent) => Promise<unknown>> = {
  today: async () => undefined,
  "a 1:1": open_meeting,
  "leaving a 1:1": async (user) => {
    await open_meeting(user);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId("clock");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId("part-sheet");
  },
  "the fuzzy folder": async (user) => {
    await go(user, "f", "folder");
    await screen.findAllByTestId("note");
  },
  "what was written while locked": async (user) => {
    await user.keyboard("gw");
    await screen.findAllByTestId("captured");
  },
  people: async (user) => {
    await go(user, "p", "people");
    await screen.findAllByTestId("person");
  },
  "a person’s folder": async (user) => {
    await open_person(user, "Maya Okafor");
    await screen.findAllByTestId("note");
  },
  "what is known of a person": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "About" }));
    await within(screen.getByTestId("files")).findByText("Promotion criteria, level 4.pdf");
  },
  "a review draft": async (user) => {
    await go(user, "r", "reviews");
    const main = within(document.querySelector("main")!);
    await user.click((await main.findAllByRole("button", { name: /Maya Okafor/ }))[0]!);
    await screen.findByTestId("evidence");
    await screen.findByTestId("look");
  },
};

describe("presenting", () => {
  for (const [name, walk] of Object.entries(walks)) {
    it(`covers what is private on ${name}, by one key, and uncovers it by the same`, async () => {
      const { user, door } = await open_house();
      await walk(user);
      expect(candid_on_the_page()).not.toEqual([]);
      await present(user);
      expect(candid_on_the_page()).toEqual([]);
      await waitFor(() => expect(door.house.settings.presenting).toBe(true));
      await user.keyboard("{F8}");
      await waitFor(() => expect(candid_on_the_page()).not.toEqual([]));
      expect(screen.queryByTestId("presenting")).toBeNull();
      await waitFor(() => expect(door.house.settings.presenting).toBe(false));
    });
  }
  it("stays on when the vault is opened again, and shows nothing before that is known", async () => {
    const { door, user } = await open_house({ state: "locked" });
    door.house.settings.presenting = true;
    let tell = () => {};
    const known = new Promise<void>((resolve) => (tell = resolve));
    door.answers["settings.get"] = async () => {
      await known;
      return door.house.settings;
    };
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here{Enter}");
    await waitFor(() => expect(door.called("settings.get")).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.queryByTestId("headline")).toBeNull();
    tell();
    await screen.findByTestId("presenting");
    await screen.findByTestId("headline");
    expect(candid_on_the_page()).toEqual([]);
  });
  it("covers when the settings cannot be read", async () => {
    const { door, user } = await open_house({ state: "locked" });
    door.answers["settings.get"] = () => {
      throw new Error("no");
    };
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here{Enter}");
    expect(await screen.findByTestId("presenting")).toBeTruthy();
  });
  it("shows one thing at a time on Enter, until the focus leaves it", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    await present(user);
    const cover = screen.getByRole("button", { name: "Private margin, covered" });
    cover.focus();
    await user.keyboard("{Enter}");
    expect(candid_on_the_page()).toEqual(["Ask how the on-call clean-up fits"]);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByTestId("margin"));
    expect(candid_on_the_page()).toEqual(["Ask how the on-call clean-up fits"]);
    screen.getByTestId("add-action").focus();
    await waitFor(() => expect(candid_on_the_page()).toEqual([]));
  });
  it("shows what is held down for as long, and nothing on a short press", async () => {
    const { user } = await open_house();
    await present(user);
    const cover = screen.getByRole("button", { name: "Follow-up 1, covered" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await fireEvent.pointerDown(cover);
    vi.advanceTimersByTime(200);
    flushSync();
    expect(candid_on_the_page()).toEqual([]);
    await fireEvent.pointerUp(window);
    vi.advanceTimersByTime(1000);
    flushSync();
    expect(candid_on_the_page()).toEqual([]);
    await fireEvent.pointerDown(cover);
    vi.advanceTimersByTime(300);
    flushSync();
    expect(candid_on_the_page()).toEqual(["The release slipped"]);
    await fireEvent.pointerUp(window);
    flushSync();
    expect(candid_on_the_page()).toEqual([]);
    vi.useRealTimers();
  });
  it("covers private finds: Enter shows one, Enter again opens it", async () => {
    const { user } = await open_house();
    await present(user);
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "failover");
    await screen.findByText(/^Covered/);
    expect(candid_on_the_page()).toEqual([]);
    await user.keyboard("{Enter}");
    expect(candid_on_the_page()).toEqual(["Halved failover time"]);
    await user.keyboard("{ArrowUp}");
    expect(candid_on_the_page()).toEqual([]);
    await user.keyboard("{Enter}{Enter}");
    await in_room("folder");
  });
  it("covers the history of a text", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const note = within((await screen.findAllByTestId("note"))[0]!);
    await user.click(note.getByRole("button", { name: "Edit" }));
    const sheet = within(await screen.findByTestId("note-sheet"));
    await user.type(sheet.getByLabelText("Note"), " Thanked her.");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByTestId("note-sheet")).toBeNull());
    await user.click(note.getByRole("button", { name: "History" }));
    await within(await screen.findByTestId("record-history")).findByText(/Thanked/);
    await present(user);
    expect(candid_on_the_page()).toEqual([]);
  });
  it("is a switch in the settings, and says what it does not do", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>},{/Control}");
    await user.click(await screen.findByRole("switch", { name: "Presenting" }));
    const mark = within(await screen.findByTestId("presenting"));
    expect(mark.getByText(/It hides them; it does not protect them/)).toBeTruthy();
    await user.click(mark.getByRole("button", { name: /^Stop presenting/ }));
    await waitFor(() => expect(screen.queryByTestId("presenting")).toBeNull());
  });
  it("keeps a text that is being written", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    const margin = screen.getByTestId("margin");
    await present(user);
    await user.keyboard("{F8}");
    expect(screen.getByTestId("margin")).toBe(margin);
  });
});
