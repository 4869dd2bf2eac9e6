import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { go, open_house, open_person } from "../../../test/house";
import { fault } from "../../../dev/fake_house";

/** The card of a note that says this. */
const card = async (text: RegExp) => {
  const found = await screen.findByText(text, { selector: "[data-testid=note] p" });
  return within(found.closest<HTMLElement>("[data-testid=note]")!);
};
async function edit(user: UserEvent, text: RegExp) {
  await user.click((await card(text)).getByRole("button", { name: "Edit" }));
  return within(await screen.findByTestId("note-sheet"));
}
async function set_aside(user: UserEvent, text: RegExp) {
  await user.click((await card(text)).getByRole("button", { name: "Set aside" }));
  return within(await screen.findByTestId("aside-sheet"));
}

describe("a note set aside", () => {
  it("asks why, in one field that has the focus, and is not set aside without a reason", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const sheet = await set_aside(user, /^The release slipped/);
    expect(document.activeElement).toBe(sheet.getByLabelText("Why it is set aside"));
    await user.keyboard("{Enter}");
    expect(sheet.getByText("Say why it is set aside.")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("aside-sheet")).toBeNull());
    expect(door.called("folder.edit_note")).toEqual([]);
  });
  it("says its reason on the card, is taken up without one, and can be undone", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Elif Brandt");
    await set_aside(user, /^The release slipped/);
    await user.keyboard("Not hers to decide{Enter}");
    const slipped = await card(/^The release slipped/);
    expect(await slipped.findByText("set aside: Not hers to decide")).toBeTruthy();
    expect(slipped.queryByText(/not yet raised/)).toBeNull();
    await user.click(slipped.getByRole("button", { name: "Take up again" }));
    await waitFor(() => expect(slipped.queryByText(/^set aside/)).toBeNull());
    expect(screen.queryByTestId("aside-sheet")).toBeNull();
    expect(door.called("folder.edit_note").at(-1)).toEqual({ id: "n2", dismissed: false });
    const taken_up = screen.getByText("Note taken up again.").closest("div")!;
    await user.click(within(taken_up).getByRole("button", { name: "Undo" }));
    expect(await slipped.findByText("set aside: Not hers to decide")).toBeTruthy();
  });
  it("keeps the sheet and says what stood in the way", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    door.answers["folder.edit_note"] = () => {
      throw fault("machine", "The disk is full.", "Free some space.");
    };
    const sheet = await set_aside(user, /^The release slipped/);
    await user.keyboard("Old{Enter}");
    expect((await sheet.findByRole("alert")).textContent).toContain("The disk is full. Free some space.");
  });
});

describe("removing a note", () => {
  it("asks once more when a review rests on it", async () => {
    const { user, door } = await open_house();
    door.house.hold.reviews = door.house.hold.reviews.map((review) => ({
      ...review,
      text: "She slipped once. [2 Oct](inglenook:note/n2)",
    }));
    await open_person(user, "Elif Brandt");
    await user.click((await card(/^The release slipped/)).getByRole("button", { name: "Remove" }));
    const sheet = within(await screen.findByTestId("note-used"));
    expect(document.activeElement).toBe(sheet.getByRole("button", { name: "Keep the note" }));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByTestId("note-used")).toBeNull());
    await user.click((await card(/^The release slipped/)).getByRole("button", { name: "Remove" }));
    await user.click(await screen.findByRole("button", { name: "Remove it all the same" }));
    await waitFor(() => expect(screen.queryByText(/^The release slipped/)).toBeNull());
    expect(screen.queryByTestId("note-used")).toBeNull();
    expect(door.called("folder.remove_note")).toEqual([
      { id: "n2" },
      { id: "n2" },
      { id: "n2", though_used: true },
    ]);
  });
  it("asks nothing when no review does", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Elif Brandt");
    await user.click((await card(/^The release slipped/)).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(screen.queryByText(/^The release slipped/)).toBeNull());
    expect(door.called("folder.remove_note")).toEqual([{ id: "n2" }]);
  });
});

describe("what is kept with a note", () => {
  it("stands on its card: tags, figure, that an example lacks, and that a source is kept", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const bridge = await card(/^Stayed on the bridge/);
    for (const text of ["no example yet", "source kept", "on-call", "1 file"]) bridge.getByText(text);
    const drill = await card(/^Halved failover time/);
    for (const text of ["104 s", "failover", "mentoring"]) drill.getByText(text);
    for (const text of ["no example yet", "source kept", "The next two drills were run without her."])
      expect(drill.queryByText(text)).toBeNull();
  });
  it("is told whole where there is room", async () => {
    const { user } = await open_house();
    await open_person(user, "Maya Okafor");
    const drill = await card(/^Halved failover time/);
    const said = (label: string) => drill.getByText(label).nextElementSibling?.textContent;
    expect(said("Example")).toMatch(/^The drill of 1 October/);
    expect(said("What came of it")).toBe("The next two drills were run without her.");
    expect((await card(/^Stayed on the bridge/)).queryByText("Example")).toBeNull();
  });
  it("is written in the sheet: example, what came of it, figure, tags and goals", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Maya Okafor");
    const sheet = await edit(user, /^Stayed on the bridge/);
    expect(sheet.getByRole("heading", { name: "What shows it" })).toBeTruthy();
    await user.type(sheet.getByLabelText("Example"), "Tuesday at one in the morning.");
    await user.type(sheet.getByLabelText("What came of it"), "Sam is on call alone now.");
    await user.type(sheet.getByLabelText("Figure"), "3 h");
    await user.type(sheet.getByLabelText("Tags"), " mentoring, dns");
    await user.click(await sheet.findByLabelText("Regional failover under 90 s"));
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByTestId("note-sheet")).toBeNull());
    expect(door.called("folder.edit_note")[0]).toMatchObject({
      id: "n1",
      example: "Tuesday at one in the morning.",
      consequence: "Sam is on call alone now.",
      metric: "3 h",
      tags: ["on-call", "mentoring", "dns"],
      goals: ["g1"],
    });
    const bridge = await card(/^Stayed on the bridge/);
    expect(await bridge.findByText("3 h")).toBeTruthy();
    expect(bridge.queryByText("no example yet")).toBeNull();
  });
  it("offers the goals that are open and those it is about already, and none where there are none", async () => {
    const { user, door } = await open_house();
    door.house.hold.goals.find((goal) => goal.id === "g1")!.state = "achieved";
    await open_person(user, "Maya Okafor");
    let sheet = await edit(user, /^Halved failover time/);
    const linked = (await sheet.findByLabelText("Regional failover under 90 s")) as HTMLInputElement;
    expect(linked.checked).toBe(true);
    expect((sheet.getByLabelText("Speak at one conference") as HTMLInputElement).checked).toBe(false);
    await user.keyboard("{Escape}");
    sheet = await edit(user, /^Stayed on the bridge/);
    expect(await sheet.findByLabelText("Speak at one conference")).toBeTruthy();
    expect(sheet.queryByLabelText("Regional failover under 90 s")).toBeNull();
    await user.keyboard("{Escape}");
    await go(user, "f", "folder");
    sheet = await edit(user, /^Led the load balancer/);
    await waitFor(() =>
      expect(door.called("goal.list").at(-1)).toEqual({ person: "tomas", only_open: true }),
    );
    expect(sheet.queryByText("Goals it is about")).toBeNull();
  });
  it("is refused in the sheet, which stays open with what was written", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^Stayed on the bridge/);
    const figure = sheet.getByLabelText("Figure");
    await user.type(figure, "fast");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    expect((await sheet.findByRole("alert")).textContent).toBe(
      "A figure begins with a number. Write the number first and then its unit, such as 104 s.",
    );
    await waitFor(() => expect(document.activeElement).toBe(figure));
    await user.clear(figure);
    const on = sheet.getByLabelText("On");
    await user.clear(on);
    await user.type(on, "2027-01-01");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    expect(await sheet.findByText(/its day is in the future/)).toBeTruthy();
    expect(screen.getByTestId("note-sheet")).toBeTruthy();
  });
});

describe("where a note came from", () => {
  it("is listed for its owner, with the original words folded", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^Stayed on the bridge/);
    const kept = within(sheet.getByRole("region", { name: "Where it came from" }));
    kept.getByText("Only you see this. It is never shared, printed or searched.");
    await kept.findByText(/Sam, in the channel of the on-call team/);
    const words = kept.getByText(/^I would still be reading zone files/).closest("details")!;
    expect(words.open).toBe(false);
    await user.click(within(words).getByText("Original words"));
    expect(words.open).toBe(true);
  });
  it("is added by a small form, and taken back", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^The release slipped/);
    await user.click(await sheet.findByRole("button", { name: "Add where it came from" }));
    const form = within(sheet.getByTestId("source-form"));
    await user.click(form.getByRole("button", { name: "Keep this" }));
    expect((await form.findByRole("alert")).textContent).toContain("The source is empty.");
    await user.type(form.getByLabelText("Who it was"), "Support lead");
    await user.selectOptions(form.getByLabelText("How it reached you"), "Mail");
    await user.selectOptions(form.getByLabelText("In your people"), "Inés Corrado");
    await user.type(form.getByLabelText("Original words"), "Nobody told us.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await sheet.findByText("Where it came from is kept.");
    expect(door.called("folder.save_source").at(-1)).toEqual({
      note: "n2",
      source: { kind: "mail", who: "Support lead", person: "ines", subject: "", text: "Nobody told us." },
    });
    expect(door.called("folder.edit_note")).toEqual([]);
    await sheet.findByRole("button", { name: /^Change: Mail.*Support lead.*Inés Corrado$/ });
    await user.click(sheet.getByRole("button", { name: "Undo" }));
    expect(await sheet.findByText(/^Nothing kept yet/)).toBeTruthy();
  });
  it("is changed and removed, each with a way back", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^Stayed on the bridge/);
    await user.click(await sheet.findByRole("button", { name: /^Change: Chat/ }));
    const who = sheet.getByLabelText("Who it was");
    expect(document.activeElement).toBe(who);
    await user.clear(who);
    await user.type(who, "Sam{Enter}");
    await user.click(await sheet.findByRole("button", { name: /^Remove: Chat.*Sam/ }));
    expect(door.called("folder.save_source")[0]).toMatchObject({
      id: "s1",
      source: { who: "Sam", person: "sam" },
    });
    await sheet.findByText(/^Nothing kept yet/);
    expect(door.called("folder.remove_source")).toEqual([{ id: "s1" }]);
    const removed = sheet.getByText("Where it came from is removed.").closest("div")!;
    await user.click(within(removed).getByRole("button", { name: "Undo" }));
    await sheet.findByRole("button", { name: /^Change: Chat/ });
  });
  it("leaves the small form by Esc, and the sheet stays", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^The release slipped/);
    await user.click(await sheet.findByRole("button", { name: "Add where it came from" }));
    await user.keyboard("half a name{Escape}");
    await waitFor(() => expect(sheet.queryByTestId("source-form")).toBeNull());
    expect(screen.getByTestId("note-sheet")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("Add where it came from");
  });
  it("is kept with the note when the small form is still open", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^The release slipped/);
    await user.click(await sheet.findByRole("button", { name: "Add where it came from" }));
    await user.keyboard("Support lead");
    await user.click(sheet.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByTestId("note-sheet")).toBeNull());
    expect(door.called("folder.save_source")).toMatchObject([
      { note: "n2", source: { who: "Support lead" } },
    ]);
    expect(door.called("folder.edit_note")).toHaveLength(1);
  });
  it("is covered while presenting", async () => {
    const { user } = await open_house();
    await go(user, "f", "folder");
    const sheet = await edit(user, /^Stayed on the bridge/);
    const words = await sheet.findByText(/Sam, in the channel/);
    expect(words.closest("[hidden]")).toBeNull();
    await user.keyboard("{F8}");
    await waitFor(() => expect(words.closest("[hidden]")).not.toBeNull());
    const sources = within(screen.getByTestId("sources"));
    expect(sources.queryByRole("button", { name: /Sam/ })).toBeNull();
    expect(sources.queryByRole("button", { name: "Add where it came from" })).toBeNull();
  });
});
