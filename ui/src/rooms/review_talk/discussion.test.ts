import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { talk_about, type Talked } from "../../../dev/talked";
import { go, in_room, open_house, type Opened } from "../../../test/house";
import { set_clock } from "../../kit/clock";

async function open_talk(how: Talked, prepare?: (door: Opened["door"]) => void) {
  const opened = await open_house();
  talk_about(opened.door.house, how);
  prepare?.(opened.door);
  const { user } = opened;
  await go(user, "r", "reviews");
  await waitFor(() => expect(document.querySelector("main [data-row]")).not.toBeNull());
  const list = within(document.querySelector("main")!);
  await user.click(list.getAllByRole("button", { name: /Maya Okafor/ })[0]!);
  await in_room("review");
  await screen.findByTestId("review");
  await user.keyboard("{Alt>}d{/Alt}");
  await in_room("review_talk");
  return opened;
}
const click = async (user: Opened["user"], name: string | RegExp) =>
  user.click(await screen.findByRole("button", { name }));
const point = async () => (await screen.findByTestId("point")).textContent.trim();
const said = (door: Opened["door"]) => door.called("review.discuss_point");
const refuse = (sentence: string, next: string) => () => {
  throw { kind: "refused", rule: "review.test", sentence, next };
};

async function expect_no_barrier() {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

describe("the page of the discussion", () => {
  it.each(["shared", "talking", "many", "second", "accepted", "closed"] as const)(
    "has no barrier: %s",
    async (how) => {
      await open_talk(how);
      await screen.findByTestId(
        { shared: "before", talking: "talking", many: "talking" }[how as string] ?? "after",
      );
      await expect_no_barrier();
    },
  );
});

describe("before the talk", () => {
  it("e23 says since when the person has it, and until when they read", async () => {
    await open_talk("shared", () => set_clock(new Date(2026, 10, 18, 9, 0)));
    expect(await screen.findByText("Maya has had version 1 since Tuesday 17 November, 12:00.")).toBeTruthy();
    expect(screen.getByText("Time to read until Wednesday 18 November, 12:00.")).toBeTruthy();
    const begin = screen.getByRole("button", { name: /^Begin the talk/ });
    expect((begin as HTMLButtonElement).disabled).toBe(true);
    expect(
      screen.getByText("It may begin Wednesday 18 November, 12:00: until then there is time to read."),
    ).toBeTruthy();
  });
  it("begins by a key once there was a day to read", async () => {
    const { user, door } = await open_talk("shared");
    await screen.findByTestId("before");
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    await waitFor(() =>
      expect(door.called("review.move_talk")).toEqual([{ id: "r1", to: { step: "hold" } }]),
    );
    expect(await screen.findByTestId("talking")).toBeTruthy();
  });
  it("plans it, and says why not and what to do next", async () => {
    const { user, door } = await open_talk("shared");
    await click(user, "Change the time");
    await fireEvent.input(screen.getByLabelText("Day"), { target: { value: "2026-11-18" } });
    await fireEvent.input(screen.getByLabelText("Time"), { target: { value: "09:00" } });
    await click(user, "Plan the talk");
    expect(await screen.findByText(/Choose a later time/)).toBeTruthy();
    await fireEvent.input(screen.getByLabelText("Day"), { target: { value: "2026-11-20" } });
    await click(user, "Plan the talk");
    expect(await screen.findByText("You discuss it Friday 20 November, 09:00.")).toBeTruthy();
    expect(door.called("review.move_talk").at(-1)?.to).toEqual({ step: "plan", at: "2026-11-20T09:00" });
  });
  it("takes it back", async () => {
    const { user, door } = await open_talk("shared");
    await click(user, "Take back");
    await waitFor(() => expect(door.called("review.move_talk").at(-1)?.to).toEqual({ step: "take_back" }));
    expect(await screen.findByText("This review is not shared yet")).toBeTruthy();
  });
});

describe("the talk", () => {
  it("e21 follows the agenda, the touchy ones together at the end", async () => {
    await open_talk("talking", (door) => {
      const look = door.answers["review.look_over"];
      const agenda = ["p9", "p4", "p2", "p8", "p3"];
      door.answers["review.look_over"] = async (args) => ({ ...(await look(args)), agenda });
    });
    const titles = async (group: string) =>
      within(await screen.findByTestId(group))
        .getAllByRole("button")
        .map((one) => one.textContent.trim().split("\n")[0]!.trim());
    expect(await titles("group-order")).toEqual([
      expect.stringContaining("Juniors lead"),
      expect.stringContaining("Failover is a third"),
      expect.stringContaining("Others stay calm"),
    ]);
    expect(await titles("group-touchy")).toEqual(["Plan the way back first", "Hard to reach"]);
    expect(screen.getByRole("heading", { name: "Touchy, together" })).toBeTruthy();
    expect(screen.getByText("3 of 5 talked about")).toBeTruthy();
  });
  it("goes on with the first open point, and walks by keys", async () => {
    const { user } = await open_talk("talking");
    expect(await point()).toBe("Begin an update with the blocker");
    await user.keyboard("k");
    expect(await point()).toBe("People come to her first");
    await user.keyboard("{ArrowRight}j");
    expect(screen.getByText("7 of 11")).toBeTruthy();
    await user.keyboard("{ArrowLeft}");
    expect(await point()).toBe("Begin an update with the blocker");
  });
  it.each([
    ["a", { is_agreed: true }],
    ["p", { is_parked: true }],
    ["{Alt>}{Shift>}A{/Shift}{/Alt}", { is_agreed: true }],
    ["{Alt>}{Shift>}P{/Shift}{/Alt}", { is_parked: true }],
  ])("sends what %s says", async (keys, sent) => {
    const { user, door } = await open_talk("talking");
    await point();
    await user.keyboard(keys);
    await waitFor(() => expect(said(door)).toEqual([{ id: "p7", ...sent }]));
  });
  it("counts the newest word: agreed ends what was parked", async () => {
    const { user, door } = await open_talk("talking");
    await point();
    await user.keyboard("k");
    expect(within(screen.getByTestId("come-back")).getByText("People come to her first")).toBeTruthy();
    await user.keyboard("a");
    await waitFor(() => expect(said(door)).toEqual([{ id: "p6", is_agreed: true, is_parked: false }]));
    await waitFor(() => expect(screen.queryByTestId("come-back")).toBeNull());
    expect(screen.getByText("5 of 11 talked about")).toBeTruthy();
  });
  it("writes down what is seen differently, and gives the keys back", async () => {
    const { user, door } = await open_talk("talking");
    await point();
    await user.keyboard("d");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("differs")));
    await user.keyboard("It was once, and a day in July.");
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(said(door)).toEqual([{ id: "p7", disagreement: "It was once, and a day in July." }]),
    );
    expect(await screen.findByText("5 of 11 talked about")).toBeTruthy();
    await user.keyboard("j");
    expect(screen.getByText("7 of 11")).toBeTruthy();
  });
  it("asks, and keeps the answer", async () => {
    const { user, door } = await open_talk("talking");
    await point();
    await user.keyboard("q");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("question")));
    await user.keyboard("Which report?");
    await user.type(screen.getByTestId("answer"), "The one of July.");
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(said(door)).toEqual([
        { id: "p7", question: "Which report?" },
        { id: "p7", answer: "The one of July." },
      ]),
    );
  });
  it("adds the person’s own point and goes there", async () => {
    const { user, door } = await open_talk("talking");
    await point();
    await user.keyboard("n");
    const sheet = within(await screen.findByTestId("add-point"));
    await user.click(sheet.getByRole("button", { name: /^Add the point/ }));
    expect(await sheet.findByText("Write the message or what they say.")).toBeTruthy();
    await user.type(sheet.getByLabelText("The message in one line"), "On call was too much");
    await user.click(sheet.getByRole("radio", { name: "Areas for improvement" }));
    await user.click(sheet.getByRole("button", { name: /^Add the point/ }));
    await waitFor(async () => expect(await point()).toBe("On call was too much"));
    expect(door.called("review.save_point")).toEqual([
      {
        ...{ review: "r1", section: "to_improve", message: "On call was too much", text: "" },
        ...{ marked: null, by_employee: true },
      },
    ]);
    expect(screen.getByText("From Maya")).toBeTruthy();
  });
  it("shows beside it what its chips lead to", async () => {
    await open_talk("talking");
    await point();
    const beside = within(await screen.findByTestId("rests-on"));
    expect(beside.getAllByRole("listitem")).toHaveLength(1);
    expect(beside.getByText("Status update ran to three pages; the blocker was on the last.")).toBeTruthy();
  });
  it("e19 hints calmly from three disagreements on", async () => {
    const { user } = await open_talk("many");
    expect((await screen.findByTestId("many")).textContent).toContain("You see three points differently.");
    await click(user, "Plan a second talk…");
    expect(await screen.findByTestId("second-sheet")).toBeTruthy();
  });
  it("says nothing of it before", async () => {
    await open_talk("talking");
    await point();
    expect(screen.queryByTestId("many")).toBeNull();
  });
  it("leads to what comes after", async () => {
    const { user } = await open_talk("talking");
    await point();
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    expect(await screen.findByText("4 of 11 talked about, 1 parked.")).toBeTruthy();
  });
  it("covers it while presenting", async () => {
    const { user } = await open_talk("talking");
    await point();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.getByTestId("point").closest("[hidden]")).not.toBeNull());
  });
});

describe("after the talk", () => {
  it("e24 plans a second talk, and shows why not", async () => {
    const { user, door } = await open_talk("after", (door) => {
      const move = door.answers["review.move_talk"];
      door.answers["review.move_talk"] = (args) =>
        args.to.step === "want_second" && args.to.at === "2026-11-26T09:00"
          ? refuse(
              "A second talk is one or two days later.",
              "Choose working time in between: slept over, and still fresh.",
            )()
          : move(args);
    });
    await click(user, "Plan a second talk…");
    const sheet = within(await screen.findByTestId("second-sheet"));
    const day = sheet.getByLabelText("Day");
    expect((day as HTMLInputElement).value).toBe("2026-11-20");
    await fireEvent.input(day, { target: { value: "2026-11-26" } });
    await user.click(sheet.getByRole("button", { name: /^Plan it/ }));
    expect(await sheet.findByText(/Choose working time in between/)).toBeTruthy();
    await fireEvent.input(day, { target: { value: "2026-11-19" } });
    await user.click(sheet.getByRole("radio", { name: "You" }));
    await user.click(sheet.getByRole("button", { name: /^Plan it/ }));
    expect(await screen.findByText(/^You want to talk again, Thursday 19 November, 09:00/)).toBeTruthy();
    expect(door.called("review.move_talk").at(-1)?.to).toEqual({
      ...{ step: "want_second", by: "manager", at: "2026-11-19T09:00" },
    });
  });
  it("leaves the time open where it is not settled", async () => {
    const { user, door } = await open_talk("after");
    await click(user, "Plan a second talk…");
    const sheet = within(await screen.findByTestId("second-sheet"));
    await user.click(sheet.getByRole("checkbox", { name: /Settle the time later/ }));
    await user.click(sheet.getByRole("button", { name: /^Plan it/ }));
    await waitFor(() =>
      expect(door.called("review.move_talk").at(-1)?.to).toEqual({ step: "want_second", by: "employee" }),
    );
  });
  it.each([
    ["We have talked again", "hold_second"],
    ["Not needed any more", "drop_second"],
  ])("“%s” is %s", async (name, step) => {
    const { user, door } = await open_talk("second");
    await click(user, name);
    await waitFor(() => expect(door.called("review.move_talk").at(-1)?.to).toEqual({ step }));
  });
  it("does not accept while a second talk is open, and says what to do", async () => {
    const { user } = await open_talk("second");
    await click(user, "Maya accepts it");
    const here = within(await screen.findByTestId("acceptance"));
    expect(await here.findByText(/Hold it first/)).toBeTruthy();
  });
  it("accepts, with what is seen differently standing in it", async () => {
    const { user, door } = await open_talk("after");
    const here = within(await screen.findByTestId("acceptance"));
    expect(here.getByText(/One point is seen differently. That stands in it/)).toBeTruthy();
    await click(user, "Maya accepts it");
    expect(await screen.findByText(/^Maya accepted it Thursday 19 November, 08:12/)).toBeTruthy();
    expect(door.house.hold.reviews.find((one) => one.id === "r1")?.state).toBe("accepted_with_disagreement");
  });
  it("shares what was changed, by its key too", async () => {
    const { user, door } = await open_talk("after");
    await screen.findByTestId("after");
    await user.keyboard("{Alt>}s{/Alt}");
    expect(await screen.findByText("Version 2 is shared.")).toBeTruthy();
    expect(door.called("review.amend")).toEqual([{ id: "r1" }]);
    expect(await screen.findByText(/with what you changed/)).toBeTruthy();
  });
  it("e_r3 says what is parked, and the sheet says why it does not close", async () => {
    const { user } = await open_talk("after");
    expect(await screen.findByText("One point is parked. Come back to it first.")).toBeTruthy();
    await click(user, "Close the review…");
    const sheet = within(await screen.findByTestId("close-review"));
    await user.click(sheet.getByRole("button", { name: /^Close it/ }));
    expect(await sheet.findByText(/Come back to it first/)).toBeTruthy();
  });
  it.each([true, false])("closes; goals drafted: %s", async (with_goals) => {
    const { user, door } = await open_talk("accepted");
    await click(user, "Close the review…");
    const sheet = within(await screen.findByTestId("close-review"));
    const goals = sheet.getByRole("checkbox", { name: /^Draft 4 goals/ });
    if (!with_goals) await user.click(goals);
    await user.click(sheet.getByRole("button", { name: /^Close it/ }));
    await waitFor(() => expect(door.called("review.close")).toEqual([{ id: "r1", with_goals }]));
    expect(await screen.findByTestId("signatures")).toBeTruthy();
  });
  it("goes on by the same key, faster than the page is brought anew", async () => {
    const { user, door } = await open_talk("accepted");
    await screen.findByTestId("closing");
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    await screen.findByTestId("close-review");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByTestId("close-review")).toBeNull());
    expect(screen.queryByTestId("signatures")).toBeNull();
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    expect(await screen.findByText("Send the PDF to Maya. Take in the file that comes back.")).toBeTruthy();
    expect(door.called("review.sign")).toHaveLength(1);
    expect(screen.queryByTestId("close-review")).toBeNull();
  });
});

describe("the steps above the discussion", () => {
  it.each([
    ["shared", "Time to read"],
    ["after", "Discussion"],
    ["accepted", "Discussion"],
  ] as const)("%s: %s", async (how, step) => {
    await open_talk(how);
    const steps = within(await screen.findByTestId("steps")).getAllByRole("listitem");
    const now = steps.filter((one) => one.getAttribute("aria-current") === "step");
    expect(now.map((one) => one.textContent.trim())).toEqual([step]);
  });
  it("step aside while the two talk", async () => {
    await open_talk("talking");
    await screen.findByTestId("talking");
    expect(screen.queryByTestId("steps")).toBeNull();
  });
});

describe("versions and signatures", () => {
  it("signs, and says what comes next", async () => {
    const { user, door } = await open_talk("closed");
    expect(await screen.findByText("Sign it, then send the PDF to Maya.")).toBeTruthy();
    await click(user, /^Sign/);
    expect(await screen.findByText("Send the PDF to Maya. Take in the file that comes back.")).toBeTruthy();
    expect(door.called("review.sign")).toEqual([{ id: "r1" }]);
    await click(user, "Maya signed on paper");
    expect(await screen.findByText("Both have signed. Nothing is left to do.")).toBeTruthy();
    expect(door.called("review.sign_by_hand")).toEqual([{ id: "r1", part: "employee" }]);
    expect(screen.getByText(/^Signed on paper, Thursday 19 November/)).toBeTruthy();
  });
  it("says above how far the review has come, and that it is signed once both have", async () => {
    const { user } = await open_talk("closed");
    const steps = () => within(screen.getByTestId("steps")).getAllByRole("listitem");
    const now = () => steps().filter((step) => step.getAttribute("aria-current") === "step");
    await screen.findByTestId("signatures");
    expect(steps()).toHaveLength(5);
    expect(now().map((step) => step.textContent.trim())).toEqual(["Signing"]);
    await click(user, /^Sign/);
    await screen.findByText("Send the PDF to Maya. Take in the file that comes back.");
    expect(now()).toHaveLength(1);
    await click(user, "Maya signed on paper");
    await waitFor(() => expect(now()).toEqual([]));
    expect(steps().at(-1)?.textContent.trim()).toBe("Signed");
  });
  it("shows why a signature was refused", async () => {
    const { user } = await open_talk("closed", (door) => {
      door.answers["review.sign"] = refuse("This part has signed already.", "Look below.");
    });
    await click(user, /^Sign/);
    expect(await screen.findByText(/This part has signed already/)).toBeTruthy();
  });
  it("takes in the file that comes back", async () => {
    const { user, door } = await open_talk("closed");
    await click(user, "Take in a signed file…");
    await waitFor(() => expect(door.called("review.take_file")).toHaveLength(1));
  });
  it("exports each version on the paper that was chosen", async () => {
    const { user, door } = await open_talk("closed");
    const versions = within(await screen.findByTestId("versions"));
    expect(versions.getByText(/the final one/)).toBeTruthy();
    await user.click(versions.getByRole("radio", { name: "US Letter" }));
    await user.click(versions.getByRole("button", { name: "Export version 1 as PDF" }));
    await user.keyboard("{Alt>}x{/Alt}");
    await waitFor(() =>
      expect(door.called("review.export")).toEqual([
        { id: "r1", version: "v11", size: "letter" },
        { id: "r1", version: "v12", size: "letter" },
      ]),
    );
  });
});
