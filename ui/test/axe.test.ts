// Every page, empty and full, read by axe: no violations. (Colours are checked in contrast.test.ts.)
import { screen, waitFor } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { FakeOptions } from "../dev/fake_door";
import { go, in_room, open_house, open_meeting, open_person } from "./house";

async function expect_no_violations(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

type Walk = (user: UserEvent) => Promise<void>;
const pages: Record<string, Walk> = {
  today: async () => undefined,
  people: (user) => go(user, "p", "people"),
  "1:1s": (user) => go(user, "o", "one_on_ones"),
  folder: (user) => go(user, "f", "folder"),
  goals: (user) => go(user, "g", "goals"),
  talks: (user) => go(user, "d", "talks"),
  reviews: (user) => go(user, "r", "reviews"),
  "mail, nothing chosen": async (user) => {
    await user.keyboard("cm");
    await in_room("mail");
  },
  history: (user) => go(user, "h", "history"),
  search: async (user) => {
    await user.keyboard("{Control>}f{/Control}");
    await in_room("search");
  },
  settings: async (user) => {
    await user.keyboard("{Control>},{/Control}");
    await screen.findByRole("heading", { name: "Settings", level: 1 });
  },
};
const full_only: Record<string, Walk> = {
  person: (user) => open_person(user, "Maya Okafor"),
  "person, about": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "About" }));
  },
  "1:1": open_meeting,
  "1:1 while presenting": async (user) => {
    await open_meeting(user);
    await user.keyboard("{F8}");
  },
  "in a meeting": async (user) => {
    await open_meeting(user);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId("clock");
  },
  "leaving a meeting": async (user) => {
    await open_meeting(user);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId("clock");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByTestId("follow-up");
  },
  "the rhythm": async (user) => {
    await open_meeting(user);
    await screen.findByRole("heading", { name: /^Every week/ });
    await user.keyboard("r");
    await screen.findByTestId("rhythm-sheet");
  },
  "sharing a note": async (user) => {
    await open_meeting(user);
    await user.click(screen.getByRole("button", { name: "Share…" }));
    await screen.findByTestId("share-sheet");
  },
  "person, career": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "Career" }));
  },
  "a talk that is prepared": async (user) => {
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /^Rollback plans/ }));
    await screen.findByTestId("gaps");
  },
  "a talk that is followed up": async (user) => {
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /not listening/ }));
    await user.click(await screen.findByRole("button", { name: "Ask somebody" }));
  },
  "a talk while presenting": async (user) => {
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /not listening/ }));
    await screen.findByTestId("talk");
    await user.keyboard("{F8}");
  },
  "a talk that was held": async (user) => {
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /^Hand-overs/ }));
    await user.click(await screen.findByRole("button", { name: "Write down another talk" }));
    await screen.findByTestId("hold-sheet");
  },
  "reading from a talk": async (user) => {
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /not listening/ }));
    await screen.findByTestId("talk");
    await user.keyboard("p");
    await screen.findByTestId("reading");
  },
  "person, talks": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "Talks" }));
    await screen.findByTestId("person-talks");
  },
  "bring mail in": async (user) => {
    await user.keyboard("cm");
    await user.click(await screen.findByRole("button", { name: "Choose a file" }));
    await user.click(await screen.findByText("2 messages are not new"));
    await screen.findByText("kept already");
  },
  "bring mail in while presenting": async (user) => {
    await user.keyboard("{F8}cm");
    await user.click(await screen.findByRole("button", { name: "Choose a file" }));
    await screen.findByTestId("mail-list");
  },
  "a message of mail": async (user) => {
    await user.keyboard("cm");
    await user.click(await screen.findByRole("button", { name: "Choose a file" }));
    await screen.findAllByTestId("mail-row");
    await user.keyboard("j{Enter}");
    await screen.findByLabelText("Note");
  },
  "written while locked": async (user) => {
    await user.keyboard("gw");
    await screen.findAllByTestId("captured");
    await user.click(screen.getAllByRole("button", { name: /^Keep the note of/ })[3]!);
    await screen.findByRole("alert");
  },
  "written while locked, while presenting": async (user) => {
    await user.keyboard("{F8}gw");
    await screen.findAllByTestId("captured");
  },
  "removing what waits": async (user) => {
    await user.keyboard("gw");
    await user.click((await screen.findAllByRole("button", { name: /^Remove the note of/ }))[0]!);
    await screen.findByTestId("remove-captured");
  },
  templates: async (user) => {
    await user.keyboard("ct");
    await screen.findByRole("dialog");
  },
  "a calendar file": async (user) => {
    await user.keyboard("ca");
    await user.click(await screen.findByRole("button", { name: "Choose an .ics file" }));
    await screen.findAllByTestId("event");
  },
  "remove a 1:1": async (user) => {
    await open_meeting(user);
    await user.keyboard("{Delete}");
  },
  "change an action": async (user) => {
    await user.click(screen.getByRole("button", { name: /^Change: Ask HR/ }));
    await screen.findByTestId("action-sheet");
  },
  "set a note aside": async (user) => {
    await go(user, "f", "folder");
    await user.click((await screen.findAllByRole("button", { name: "Set aside" }))[0]!);
    await screen.findByTestId("aside-sheet");
  },
  "where a note came from": async (user) => {
    await go(user, "f", "folder");
    await user.click((await screen.findAllByRole("button", { name: "Edit" }))[0]!);
    await user.click(await screen.findByRole("button", { name: "Add where it came from" }));
    await screen.findByTestId("source-form");
  },
  "folder of one person": async (user) => {
    await go(user, "f", "folder");
    await user.selectOptions(await screen.findByTestId("folder-person"), "Maya Okafor");
    await screen.findByRole("heading", { name: "2026 in figures" });
  },
  "search in notes": async (user) => {
    await user.keyboard("{Control>}f{/Control}");
    await screen.findByTestId("search-field");
    await user.selectOptions(screen.getByLabelText("In"), "Fuzzy folder");
    await screen.findByLabelText("Goal");
  },
  "edit a note": async (user) => {
    await go(user, "f", "folder");
    await user.click((await screen.findAllByRole("button", { name: "Edit" }))[0]!);
    await screen.findByText("Thanks from Sam.txt");
  },
  review: async (user) => {
    await go(user, "r", "reviews");
    await user.click((await screen.findAllByRole("button", { name: /Maya Okafor.* words/ }))[0]!);
    await screen.findByTestId("review");
  },
  "a cycle being begun": async (user) => {
    await user.keyboard("cb");
    await screen.findByLabelText("Name");
  },
  calibration: async (user) => {
    await go(user, "r", "reviews");
    await screen.findAllByTestId("review-row");
    await user.keyboard("{Alt>}c{/Alt}");
    await screen.findAllByTestId("calibration-row");
  },
  "a signed file": async (user) => {
    await go(user, "r", "reviews");
    await user.click(await screen.findByRole("button", { name: "Signed files" }));
    await user.click(await screen.findByRole("menuitem", { name: "Check a signed file" }));
    await screen.findByTestId("verify-sheet");
  },
  "person, where they stand": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "Where they stand" }));
    await screen.findByTestId("standing");
  },
  "search with finds": async (user) => {
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "failover");
    await waitFor(() => expect(screen.getByTestId("results").children.length).toBeGreaterThan(0));
  },
  "quick note": async (user) => {
    await user.keyboard("{Control>}n{/Control}ma");
  },
  "quick note that says more": async (user) => {
    await user.keyboard("{Control>}n{/Control}maya{Enter}{Alt>}m{/Alt}");
    await screen.findByLabelText("Regional failover under 90 s");
  },
  palette: (user) => user.keyboard("{Control>}k{/Control}"),
  keys: (user) => user.keyboard("?"),
  "plan a 1:1": (user) => user.keyboard("co"),
  "add a person": async (user) => {
    await user.keyboard("cp");
    await screen.findByLabelText("Name");
  },
  "add a goal": (user) => user.keyboard("cg"),
  "a goal": async (user) => {
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^Regional failover/ }));
    await screen.findByTestId("story");
    await user.click(screen.getAllByRole("button", { name: "Compare with now" })[0]!);
  },
  "words of a goal": async (user) => {
    await go(user, "g", "goals");
    await user.click(await screen.findByRole("button", { name: /^Regional failover/ }));
    await user.click(await screen.findByRole("button", { name: "Change the words" }));
    await user.click(await screen.findByRole("button", { name: "Add a company goal or value" }));
  },
  "company goals": async (user) => {
    await user.keyboard("cv");
    await user.click(await screen.findByRole("button", { name: "Add one" }));
    await user.click(await screen.findByRole("button", { name: "Add a kind" }));
  },
  "person, goals": async (user) => {
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: /^Goals/ }));
    await screen.findByRole("button", { name: "Then and now: Regional failover under 90 s" });
  },
  roster: async (user) => {
    await user.keyboard("ci");
    await user.click(screen.getByRole("button", { name: "Choose the file" }));
    await screen.findByTestId("roster-counts");
  },
};
const locked: Record<string, FakeOptions> = {
  lock: { state: "locked" },
  damaged: { state: "damaged" },
  ceremony: { state: "none" },
};

describe("axe finds nothing", () => {
  for (const [name, walk] of Object.entries({ ...pages, ...full_only })) {
    it(`on ${name}, full`, async () => {
      const { user } = await open_house();
      await walk(user);
      await expect_no_violations();
    });
  }
  for (const [name, walk] of Object.entries(pages)) {
    it(`on ${name}, empty`, async () => {
      const { user } = await open_house({ empty: true });
      await walk(user);
      await expect_no_violations();
    });
  }
  it("on a note without unlocking, that lacks its words", async () => {
    const { door, user } = await open_house({ state: "locked" });
    door.house.tell({ kind: "capture" });
    await screen.findByTestId("write-down");
    await user.keyboard("{Enter}{Enter}");
    await screen.findByRole("alert");
    await expect_no_violations();
  });
  for (const [name, options] of Object.entries(locked)) {
    it(`on ${name}`, async () => {
      await open_house(options);
      await screen.findByRole("heading", { level: 1 });
      await expect_no_violations();
    });
  }
});
