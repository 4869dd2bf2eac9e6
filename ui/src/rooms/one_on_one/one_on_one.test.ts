import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, open_house, open_meeting, write_into } from "../../../test/house";
import { sections } from "../../../dev/full";
import { fault } from "../../../dev/fake_house";
import { FakeDoor } from "../../../dev/fake_door";
import type { MeetingPage } from "../../door/calls";
import { carry_with } from "../../door/door";
import { add_days } from "../../kit/days";
import { Earlier, PAGE } from "./earlier.svelte";
import { next_step, sections_in_view } from "./state.svelte";
import { story_lines } from "./story";

describe("the first look at a document", () => {
  const texts = (...letters: number[]) =>
    letters.map((many, n) => ({ ...sections("m1")[0]!, id: `s${n}`, text: "x".repeat(many) }));
  it.each([
    ["short texts are all there", texts(40, 0, 80, 0, 10), 5],
    ["of long ones those that are seen", texts(700, 700, 700, 700, 700), 2],
    ["one that fills the view is enough", texts(9_000, 10, 10, 10, 10), 1],
  ])("%s", (_, given, count) => expect(sections_in_view(given)).toBe(count));
});

describe("a 1:1 document", () => {
  it("saves a section after a quiet moment and says so", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await write_into("section-status", "All quiet");
    expect(screen.getByText("Not saved yet")).toBeTruthy();
    await waitFor(
      () => expect(door.called("one_on_one.write")).toEqual([{ section: "m1-status", text: "All quiet" }]),
      {
        timeout: 3000,
      },
    );
    expect(await screen.findByText(/^Saved at \d\d:\d\d/)).toBeTruthy();
  });
  it("saves at once when the text is left", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await write_into("section-status", "All quiet");
    await fireEvent.blur(screen.getByTestId("section-status"));
    await waitFor(() => expect(door.called("one_on_one.write")).toHaveLength(1), { timeout: 500 });
  });
  it("saves when the page is hidden", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await write_into("section-status", "All quiet");
    await fireEvent(window, new Event("pagehide"));
    await waitFor(() => expect(door.called("one_on_one.write")).toHaveLength(1), { timeout: 500 });
  });
  it("keeps the text on the page when saving fails, and saves it with Try again", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const works = door.answers["one_on_one.write"];
    door.answers["one_on_one.write"] = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    await write_into("section-status", "Precious words");
    await fireEvent.blur(screen.getByTestId("section-status"));
    expect(await screen.findByText(/Not saved: The disk is full\. Make room and try again\./)).toBeTruthy();
    // Another change anywhere refreshes the page: what was typed stays.
    door.house.tell({ kind: "changed", seq: 50 });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(screen.getByTestId("section-status").textContent).toBe("Precious words");
    door.answers["one_on_one.write"] = works;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText(/^Saved at/);
    expect(door.house.sections_of("m1").find((one) => one.kind === "status")?.text).toBe("Precious words");
  });
  it("never writes what was only read", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    screen.getByTestId("section-goals").focus();
    screen.getByTestId("section-goals").blur();
    await go(user, "t", "today");
    expect(door.called("one_on_one.write")).toEqual([]);
  });
  it("shows what another program wrote, unless that text is being written here", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const sections = door.house.sections_of("m1");
    screen.getByTestId("section-goals").focus();
    door.house.deed("one_on_one.write", "From the terminal", () => {
      sections[0]!.text = "Changed elsewhere";
      sections[4]!.text = "Also changed elsewhere";
    });
    await waitFor(() =>
      expect(screen.getByTestId("section-needs").textContent).toBe("Also changed elsewhere"),
    );
    expect(screen.getByTestId("section-goals").textContent).toMatch(/^The drill on Monday/);
    screen.getByTestId("section-goals").blur();
    await waitFor(() => expect(screen.getByTestId("section-goals").textContent).toBe("Changed elsewhere"));
  });
  it("keeps the private margin apart, on its own ground", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await write_into("margin", "Ask first. ");
    await fireEvent.blur(screen.getByTestId("margin"));
    await waitFor(() => expect(door.called("one_on_one.write_margin")).toHaveLength(1));
    expect(door.called("one_on_one.write_margin")[0]?.meeting).toBe("m1");
    expect(screen.getByTestId("margin").closest(".private")).toBeTruthy();
  });
  it("walks its sections and the margin by keys", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(document.activeElement).toBe(screen.getByTestId("section-goals"));
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(document.activeElement).toBe(screen.getByTestId("section-opportunities"));
    await user.keyboard("{Alt>}m{/Alt}");
    expect(document.activeElement).toBe(screen.getByTestId("margin"));
  });
});

describe("the states of a 1:1", () => {
  it("go on by one key: started, held, sent, closed; and what is closed stays closed", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const at = async (state: string) =>
      waitFor(() => expect(screen.getByTestId("one-on-one").dataset.state).toBe(state));
    const on = () => user.keyboard("{Control>}{Enter}{/Control}");
    await on();
    await at("in_progress");
    await on();
    await screen.findByTestId("part-sheet");
    await on();
    await at("held");
    await on();
    await screen.findByTestId("send-sheet");
    await on();
    await at("notes_sent");
    await on();
    await at("closed");
    expect(screen.getByText(/This 1:1 is closed/)).toBeTruthy();
    expect(screen.getByTestId("section-goals").getAttribute("aria-readonly")).toBe("true");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(door.called("one_on_one.set_state").map((call) => call.state)).toEqual([
      "in_progress",
      "notes_sent",
      "closed",
    ]);
    expect(next_step("moved")).toBeNull();
  });
  it("moves with a reason to another time, and goes there", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("m");
    const sheet = within(await screen.findByTestId("move-sheet"));
    await user.click(sheet.getByRole("button", { name: "Move" }));
    expect(sheet.getByText("Give a short reason.")).toBeTruthy();
    await user.type(sheet.getByLabelText("What outranks it?"), "The outage");
    await user.click(sheet.getByLabelText("Maya"));
    await user.click(sheet.getByRole("button", { name: "Move" }));
    await waitFor(() => expect(screen.queryByTestId("move-sheet")).toBeNull());
    expect(door.called("one_on_one.set_state")).toEqual([
      { id: "m1", state: "moved", reason: "The outage", by: "theirs", starts: "2026-11-20T10:00" },
    ]);
    expect(await screen.findByText("1:1, Friday 20 November")).toBeTruthy();
    // Each end of the move leads to the other.
    await user.click(
      await screen.findByRole("button", { name: /^Moved from .*, 10:00, at Maya’s wish: The outage$/ }),
    );
    expect(
      await screen.findByRole("button", { name: /^Moved to .*20.*, 10:00, at Maya’s wish: The outage$/ }),
    ).toBeTruthy();
  });
  it("cancels only with a reason", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("x");
    const sheet = within(await screen.findByTestId("cancel-sheet"));
    await user.type(sheet.getByLabelText("What outranks it?"), "Ill{Enter}");
    expect(await screen.findByText("Cancelled, at your wish: Ill")).toBeTruthy();
    expect(door.called("one_on_one.set_state")).toEqual([
      { id: "m1", state: "cancelled", reason: "Ill", by: "mine" },
    ]);
  });
});

describe("where a 1:1 comes from and where it went", () => {
  const there = { id: "m0", starts: "2026-11-12T15:00", reason: " a release ", by: "mine" as const };
  const none = { moved_from: null, moved_to: null, follows: null, reason: "", by: null };
  it.each<[string, string, Partial<MeetingPage["story"]>, boolean, [string, string | null][]]>([
    ["nothing", "planned", {}, false, []],
    [
      "follows",
      "planned",
      { follows: there },
      false,
      [["Takes up what was left on 12 November, 15:00.", "m0"]],
    ],
    [
      "moved",
      "held",
      { moved_from: there },
      false,
      [["Moved from 12 November, 15:00, at your wish: a release", "m0"]],
    ],
    ["looked on", "held", { moved_from: there }, true, [["Moved from 12 November, 15:00", "m0"]]],
    [
      "its new place is gone",
      "moved",
      { by: "theirs", reason: "Ill" },
      false,
      [["Moved to another time, at Maya’s wish: Ill", null]],
    ],
    ["nobody said who", "cancelled", { reason: "Ill" }, false, [["Cancelled: Ill", null]]],
    ["open again", "planned", { reason: "Ill", by: "mine" }, false, []],
  ])("%s", (_, state, story, looked_on, lines) => {
    const page = { state, person: { name: "Maya Okafor" }, story: { ...none, ...story } } as MeetingPage;
    const told = story_lines(page, "2026-11-19", looked_on).map(({ text, to }) => [text, to]);
    expect(told).toEqual(lines);
  });
});

describe("removing a 1:1", () => {
  it("says what goes and what stays, goes to the person, and can be taken back", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("{Delete}");
    const sheet = within(await screen.findByTestId("remove-one-on-one"));
    expect(sheet.getByText(/its five sections, your private margin and its files\. Actions/)).toBeTruthy();
    expect(door.called("one_on_one.remove")).toEqual([]);
    await user.click(sheet.getByRole("button", { name: "Keep it" }));
    await user.click(screen.getByRole("button", { name: "Remove this 1:1" }));
    await user.click(
      within(await screen.findByTestId("remove-one-on-one")).getByRole("button", { name: "Remove" }),
    );
    await screen.findByRole("heading", { name: "Maya Okafor", level: 1 });
    expect(door.called("one_on_one.remove")).toEqual([{ id: "m1" }]);
    expect(door.house.hold.meetings.some((one) => one.id === "m1")).toBe(false);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(door.house.hold.meetings.some((one) => one.id === "m1")).toBe(true));
  });
  it("keeps what was typed a moment before among what can be taken back", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await write_into("section-status", "All quiet");
    await user.click(screen.getByRole("button", { name: "Remove this 1:1" }));
    await user.click(
      within(await screen.findByTestId("remove-one-on-one")).getByRole("button", { name: "Remove" }),
    );
    await waitFor(() => expect(door.called("one_on_one.remove")).toHaveLength(1));
    const names = door.calls.map((call) => call.name);
    expect(names.indexOf("one_on_one.write")).toBeGreaterThan(0);
    expect(names.indexOf("one_on_one.write")).toBeLessThan(names.indexOf("one_on_one.remove"));
  });
});

describe("actions carried forward", () => {
  it("are typed in one line, which says what it understood, and ticked", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.keyboard("a");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("add-action")));
    await user.keyboard("Maya: Book the room by tomorrow");
    await waitFor(() =>
      expect(screen.getByTestId("understood").textContent).toMatch(/Maya’s, due tomorrow\./),
    );
    expect(door.called("action.add")).toEqual([]);
    await user.keyboard("{Enter}");
    const carried = within(screen.getByTestId("carried"));
    await user.click(await carried.findByRole("checkbox", { name: "Book the room" }));
    expect(door.called("action.add")).toEqual([
      { about: "maya", meeting: "m1", text: "Book the room", owner: "maya", due: "2026-11-20" },
    ]);
    await waitFor(() =>
      expect((carried.getByRole("checkbox", { name: "Book the room" }) as HTMLInputElement).checked).toBe(
        true,
      ),
    );
  });
});

describe("the 1:1s of ten years", () => {
  it("are read page by page, each once, to the end", async () => {
    const door = new FakeDoor();
    carry_with(door);
    const [one] = door.house.hold.meetings;
    door.house.hold.meetings = Array.from({ length: 730 }, (_, n) => ({
      ...one!,
      id: `m${n}`,
      starts: `${add_days("2026-11-18", -Math.floor(n / 6))}T1${n % 6}:00`,
    }));
    const earlier = new Earlier("2026-11-18");
    await earlier.refresh();
    expect(earlier.value).toHaveLength(PAGE);
    for (let n = 0; n < 9; n++) await earlier.more();
    expect(new Set(earlier.value?.map((line) => line.id)).size).toBe(730);
    expect(earlier.value).toHaveLength(730);
    expect(earlier.ended).toBe(true);
    await earlier.refresh();
    expect(earlier.value).toHaveLength(730);
  });
});

describe("planning a 1:1", () => {
  it("takes a person, a day and a time, by keys", async () => {
    const { user, door } = await open_house();
    await user.keyboard("co");
    await screen.findByTestId("plan-sheet");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("person-pick")));
    await user.keyboard("sam{Enter}");
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    await screen.findByText("1:1 with Sam planned for tomorrow 10:00.");
    expect(door.called("one_on_one.plan")).toEqual([
      { person: "sam", starts: "2026-11-20T10:00", minutes: 30 },
    ]);
    expect(await screen.findByRole("heading", { name: "Sam and Dana" })).toBeTruthy();
  });
});
