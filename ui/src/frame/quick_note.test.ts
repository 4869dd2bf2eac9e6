import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { open_house } from "../../test/house";

async function begin(user: UserEvent, line = "") {
  await user.keyboard("{Control>}n{/Control}");
  const sheet = within(await screen.findByTestId("quick-note"));
  await waitFor(() => expect(document.activeElement).toBe(sheet.getByTestId("quick-note-who")));
  if (line) await user.keyboard(`maya{Enter}{Tab}${line}`);
  return sheet;
}
const closed = () => waitFor(() => expect(screen.queryByTestId("quick-note")).toBeNull());
const value = (label: string) =>
  screen.getByLabelText<HTMLInputElement>(label, { selector: "input, textarea" }).value;
const more_button = () => within(screen.getByTestId("quick-note")).queryByRole("button", { name: /^More/ });

describe("a quick note that says more", () => {
  it("asks for three things at first sight", async () => {
    const { user } = await open_house();
    const sheet = await begin(user);
    const fields = [...sheet.queryAllByRole("combobox"), ...sheet.queryAllByRole("textbox")];
    expect(fields.map((field) => (field as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
      "About",
      "Note",
    ]);
    expect(sheet.getAllByRole("group")).toHaveLength(1);
    expect(sheet.queryByTestId("quick-note-more")).toBeNull();
  });
  it.each([
    ["by its button", (user: UserEvent) => user.click(more_button()!)],
    ["by its key", (user: UserEvent) => user.keyboard("{Alt>}m{/Alt}")],
  ])("shows the other fields %s, begins at the first, and keeps what was typed", async (_how, open) => {
    const { user } = await open_house();
    const sheet = await begin(user, "Stayed on the bridge{Alt>}i{/Alt}");
    await open(user);
    await waitFor(() => expect(document.activeElement).toBe(sheet.getByLabelText("Kind of note")));
    expect(value("About")).toBe("Maya Okafor");
    expect(value("Note")).toBe("Stayed on the bridge");
    expect((sheet.getByLabelText("To improve") as HTMLInputElement).checked).toBe(true);
    expect(more_button()).toBeNull();
  });
  it("is kept with everything it says, in one write, from any field", async () => {
    const { user, door } = await open_house();
    const sheet = await begin(user, "Stayed on the bridge{Alt>}m{/Alt}");
    await user.selectOptions(sheet.getByLabelText("Kind of note"), "Leadership");
    await user.clear(sheet.getByLabelText("On"));
    await user.type(sheet.getByLabelText("On"), "2026-11-17");
    await user.type(sheet.getByLabelText("Example"), "Tuesday at one in the morning.");
    await user.type(sheet.getByLabelText("What came of it"), "Sam is on call alone now.");
    await user.type(sheet.getByLabelText("Figure"), "3 h");
    await user.type(sheet.getByLabelText("Tags"), "on-call, dns");
    await user.click(await sheet.findByLabelText("Regional failover under 90 s"));
    await user.type(sheet.getByLabelText("Who it was"), "Support lead");
    await user.selectOptions(sheet.getByLabelText("How it reached you"), "Mail");
    await user.type(sheet.getByLabelText("Original words"), "She saved us.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Kept in Maya’s fuzzy folder.");
    expect(door.called("folder.keep_note")).toEqual([
      {
        ...{ person: "maya", polarity: "praise", text: "Stayed on the bridge" },
        ...{ kind: "leadership", on: "2026-11-17", example: "Tuesday at one in the morning." },
        ...{
          consequence: "Sam is on call alone now.",
          metric: "3 h",
          tags: ["on-call", "dns"],
          goals: ["g1"],
        },
        source: { kind: "mail", who: "Support lead", subject: "", text: "She saved us." },
      },
    ]);
    await begin(user);
    expect(screen.queryByTestId("quick-note-more")).toBeNull();
    expect(value("Note")).toBe("");
  });
  it("sends the line alone when nothing more was written", async () => {
    const { user, door } = await open_house();
    const sheet = await begin(user, "Stayed on the bridge{Alt>}m{/Alt}");
    await user.type(sheet.getByTestId("quick-note-text"), "{Enter}");
    await closed();
    expect(door.called("folder.keep_note")).toEqual([
      { person: "maya", polarity: "praise", text: "Stayed on the bridge" },
    ]);
  });
  it("takes a new line by Shift Enter", async () => {
    const { user, door } = await open_house();
    await begin(user, "Stayed on the bridge{Shift>}{Enter}{/Shift}until one{Enter}");
    await closed();
    expect(door.called("folder.keep_note")[0]?.text).toBe("Stayed on the bridge\nuntil one");
  });
  it("comes back whole after Esc, and small when there was nothing more", async () => {
    const { user } = await open_house();
    let sheet = await begin(user, "half a thought{Alt>}m{/Alt}");
    await user.type(sheet.getByLabelText("Example"), "At one in the morning.");
    await user.keyboard("{Escape}");
    await closed();
    sheet = await begin(user);
    expect(value("Note")).toBe("half a thought");
    expect(value("Example")).toBe("At one in the morning.");
    await user.clear(sheet.getByLabelText("Example"));
    await user.keyboard("{Escape}");
    await closed();
    await begin(user);
    expect(value("Note")).toBe("half a thought");
    expect(screen.queryByTestId("quick-note-more")).toBeNull();
  });
  it("lets go of the goals of somebody else", async () => {
    const { user, door } = await open_house();
    const sheet = await begin(user, "Cut the list{Alt>}m{/Alt}");
    await user.click(await sheet.findByLabelText("Regional failover under 90 s"));
    await user.clear(sheet.getByTestId("quick-note-who"));
    await user.type(sheet.getByTestId("quick-note-who"), "elif{Enter}");
    await sheet.findByLabelText("A release a week");
    await waitFor(() => expect(sheet.queryByLabelText("Regional failover under 90 s")).toBeNull());
    await user.type(sheet.getByTestId("quick-note-text"), "{Enter}");
    await closed();
    expect(door.called("folder.keep_note")).toEqual([
      { person: "elif", polarity: "praise", text: "Cut the list" },
    ]);
  });
  it.each([
    ["Figure", "fast", /^A figure begins with a number/],
    ["On", "2027-01-01", /its day is in the future/],
  ])("is refused at the field it is about: %s", async (label, wrong, told) => {
    const { user } = await open_house();
    const sheet = await begin(user, "Stayed on the bridge{Alt>}m{/Alt}");
    const field = sheet.getByLabelText(label);
    await user.clear(field);
    await user.type(field, wrong);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect((await sheet.findByRole("alert")).textContent).toMatch(told);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(value("Note")).toBe("Stayed on the bridge");
    await user.keyboard("{Escape}");
    await closed();
    await begin(user);
    expect(screen.queryByRole("alert")).toBeNull();
  });
  it.each([false, true])("is handed over whole when the vault locks, its sheet closed: %s", async (shut) => {
    const { user, door } = await open_house();
    const sheet = await begin(user, "half a thought{Alt>}m{/Alt}");
    await user.type(sheet.getByLabelText("Example"), "At one in the morning.");
    await user.type(sheet.getByLabelText("Who it was"), "Sam");
    if (shut) {
      await user.keyboard("{Escape}");
      await closed();
    }
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    expect(door.called("vault.hand_over").at(-1)?.texts).toEqual([
      { place: { kind: "form", label: "Quick note" }, text: "half a thought" },
      { place: { kind: "form", label: "Example" }, text: "At one in the morning." },
      { place: { kind: "form", label: "Who it was" }, text: "Sam" },
    ]);
  });
  it("covers where it came from while presenting", async () => {
    const { user } = await open_house();
    const sheet = await begin(user, "Stayed on the bridge{Alt>}m{/Alt}");
    const who = sheet.getByLabelText("Who it was");
    expect(who.closest("[hidden]")).toBeNull();
    await user.keyboard("{F8}");
    await waitFor(() => expect(who.closest("[hidden]")).not.toBeNull());
  });
});

describe("whom a quick note is about", () => {
  it("stays whoever was chosen instead, when the line is written anew", async () => {
    const { user } = await open_house();
    await user.click(screen.getAllByRole("button", { name: "Maya Okafor" })[0]!);
    await screen.findByRole("heading", { level: 1, name: "Maya Okafor" });
    await user.keyboard("n");
    const who = await screen.findByTestId("quick-note-who");
    await waitFor(() => expect(value("About")).toBe("Maya Okafor"));
    await user.clear(who);
    await user.type(who, "elif{Enter}{Tab}a{Backspace}b");
    expect(value("About")).toBe("Elif Brandt");
  });
});
