import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { go, in_room, open_house, type Opened } from "../../../test/house";
import type { FakeOptions } from "../../../dev/fake_door";
import { words } from "./words";

const UNREAD = "01934d2c-8a51-7c3e-9f00-5b1e6d2a7c10";
const rows = () => screen.findAllByTestId("captured");
const row = async (nth: number) => within((await rows())[nth]!);
const texts = () =>
  screen
    .queryAllByTestId("captured")
    .map((one) => within(one).getByLabelText<HTMLTextAreaElement>("Note").value.slice(0, 11));
const head = (name: RegExp | string) => screen.findByRole("button", { name });
const taken = ({ door }: Opened) => door.called("capture.take").map(({ captures }) => captures);

async function look(options: FakeOptions = {}): Promise<Opened> {
  const opened = await open_house(options);
  await opened.user.keyboard("gw");
  await in_room("captures");
  return opened;
}
async function choose(user: UserEvent, nth: number, letters: string) {
  const field = (await row(nth)).getByLabelText("Whose folder", { selector: "input" });
  await user.clear(field);
  await user.type(field, `${letters}{Enter}`);
}

describe("Today", () => {
  it("says how many notes were written while locked, and leads to them", async () => {
    const { user } = await open_house();
    const block = within(screen.getByTestId("captured-today"));
    expect(block.getByText("7 notes written while locked")).toBeTruthy();
    await user.click(block.getByRole("button", { name: "Look at them" }));
    await in_room("captures");
    expect(texts()).toEqual(["Stayed calm", "The change ", "Drew the ne", "Brought the", "Spoke over "]);
  });
  it("speaks of one as of one", async () => {
    const { door } = await open_house({ empty: true });
    expect(screen.queryByTestId("captured-today")).toBeNull();
    await door.call("capture.keep", { polarity: "praise", text: "One thing" });
    door.house.tell({ kind: "changed", seq: 1 });
    const block = within(await screen.findByTestId("captured-today"));
    expect(block.getByText("1 note written while locked")).toBeTruthy();
    expect(block.getByRole("button", { name: "Look at it" })).toBeTruthy();
  });
});

describe("notes that wait", () => {
  it("stand with when they were written, whom they are about as typed, and who that may be", async () => {
    await look();
    const said = (await rows()).map((one) => [
      within(one).getByText(/^(about|no name)/).textContent,
      within(one).getByLabelText<HTMLInputElement>("Whose folder", { selector: "input" }).value,
      within(one).queryByText(/^(likely|choose whom)$/)?.textContent,
    ]);
    expect(said).toEqual([
      ["about “maya”", "Maya Okafor", "likely"],
      ["about “elif”", "Elif Brandt", "likely"],
      ["about “to”", "Tomás Lindqvist", "likely"],
      ["about “Zora”", "", "choose whom"],
      ["no name", "", "choose whom"],
    ]);
    expect((await rows())[3]!.getAttribute("aria-label")).toBe("Note of yesterday 18:12");
  });
  it("is kept as it was written, in one deed with one way back", async () => {
    const opened = await look();
    const { user, door } = opened;
    await user.click((await row(0)).getByRole("button", { name: /^Keep the note of/ }));
    await screen.findByText("Kept in Maya’s fuzzy folder.");
    expect(taken(opened)).toEqual([[{ id: "k1", person: "maya" }]]);
    await waitFor(() => expect(texts()).toHaveLength(4));
    expect(door.house.hold.notes[0]).toMatchObject({ id: "k1", on: "2026-11-16", polarity: "praise" });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByText(/^Undone: /);
    expect(door.house.hold.notes.some(({ id }) => id === "k1")).toBe(false);
    // It is in the history by now, and waits no more.
    expect(texts()).toHaveLength(4);
  });
  it("is kept as it was changed: whose, which kind, what", async () => {
    const opened = await look();
    const { user } = opened;
    const note = (await row(3)).getByLabelText("Note");
    await user.clear(note);
    await user.type(note, " Brought figures. ");
    await user.click((await row(3)).getByLabelText("To improve"));
    await choose(user, 3, "noor");
    await user.click((await row(3)).getByRole("button", { name: /^Keep the note of/ }));
    await screen.findByText("Kept in Noor’s fuzzy folder.");
    expect(taken(opened)).toEqual([
      [{ id: "k4", person: "noor", polarity: "constructive", text: "Brought figures." }],
    ]);
  });
  it("can be about oneself", async () => {
    const opened = await look();
    await choose(opened.user, 4, "dana");
    await opened.user.click((await row(4)).getByRole("button", { name: /^Keep the note of/ }));
    await screen.findByText(words.kept_mine);
    expect(taken(opened)).toEqual([[{ id: "k5", person: "dana" }]]);
  });
  it("are kept together where it is said whose they are, as one deed", async () => {
    const opened = await look();
    await opened.user.click(await head(words.keep_all(3)));
    await screen.findByText("3 notes kept.");
    expect(taken(opened)).toEqual([
      [
        { id: "k1", person: "maya" },
        { id: "k2", person: "elif" },
        { id: "k3", person: "tomas" },
      ],
    ]);
    await waitFor(() => expect(texts()).toEqual(["Brought the", "Spoke over "]));
    expect(opened.door.house.deeds).toHaveLength(1);
    expect(screen.queryByRole("button", { name: /^Keep \d/ })).toBeNull();
  });
  it("are walked, turned and kept by keys alone, and the next one has the focus", async () => {
    const opened = await look();
    await rows();
    await opened.user.keyboard("jji{Enter}");
    await waitFor(() => expect(taken(opened)).toEqual([[{ id: "k2", person: "elif" }]]));
    await waitFor(() => expect(texts()).toHaveLength(4));
    const third = (await rows())[1]!;
    await waitFor(() => expect(third.contains(document.activeElement)).toBe(true));
    await opened.user.keyboard("i{Control>}{Enter}{/Control}");
    await waitFor(() => expect(taken(opened)).toHaveLength(2));
    expect(taken(opened)[1]).toEqual([
      { id: "k1", person: "maya" },
      { id: "k3", person: "tomas", polarity: "constructive" },
    ]);
  });
  it("is not kept before it is said whose it is, and says so at the field", async () => {
    const opened = await look();
    const one = await row(3);
    await opened.user.click(one.getByRole("button", { name: /^Keep the note of/ }));
    expect((await one.findByRole("alert")).textContent).toBe(words.whose_missing);
    const field = one.getByLabelText("Whose folder", { selector: "input" });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(taken(opened)).toEqual([]);
  });
  it("is not kept without words", async () => {
    const opened = await look();
    const one = await row(0);
    await opened.user.clear(one.getByLabelText("Note"));
    // It is not among those that are kept together.
    await head(words.keep_all(2));
    await opened.user.click(one.getByRole("button", { name: /^Keep the note of/ }));
    expect((await one.findByRole("alert")).textContent).toBe("A note needs a few words.");
    await waitFor(() => expect(document.activeElement).toBe(one.getByLabelText("Note")));
    expect(taken(opened)).toEqual([]);
  });
  it("is nobody’s once the name is taken out, and is left when the rest is kept", async () => {
    const opened = await look();
    const field = (await row(0)).getByLabelText("Whose folder", { selector: "input" });
    await opened.user.clear(field);
    await opened.user.tab();
    expect((field as HTMLInputElement).value).toBe("");
    await opened.user.click(await head(words.keep_all(2)));
    await waitFor(() => expect(texts()).toEqual(["Stayed calm", "Brought the", "Spoke over "]));
  });
  it("keeps what was decided while another page is looked at", async () => {
    const { user } = await look();
    await choose(user, 3, "noor");
    await user.click((await row(3)).getByLabelText("To improve"));
    await user.click(document.querySelector("h1")!);
    (document.activeElement as HTMLElement | null)?.blur();
    await go(user, "t", "today");
    await user.keyboard("gw");
    await in_room("captures");
    const again = await row(3);
    expect(again.getByLabelText<HTMLInputElement>("Whose folder", { selector: "input" }).value).toBe(
      "Noor Halabi",
    );
    expect(again.getByLabelText<HTMLInputElement>("To improve").checked).toBe(true);
  });
  it("hands over what was changed when the vault locks", async () => {
    const { user, door } = await look();
    const note = (await row(0)).getByLabelText("Note");
    await user.type(note, " Twice.");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    expect(door.called("vault.hand_over").at(-1)?.texts).toEqual([
      {
        place: { kind: "form", label: "Note" },
        text: "Stayed calm while the tills were down, and told the floor what comes next. Twice.",
      },
    ]);
  });
  it("says why one could not be kept, and looks again", async () => {
    const { user, door } = await look();
    await rows();
    door.house.captures = door.house.captures.filter(({ id }) => id !== "k1");
    await user.click((await row(0)).getByRole("button", { name: /^Keep the note of/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("cannot be read, or is gone");
    await waitFor(() => expect(texts()).toHaveLength(4));
    expect(door.house.hold.notes.some(({ id }) => id === "k1")).toBe(false);
  });
  it("leads to a new person without losing what was decided", async () => {
    const { user } = await look();
    await user.type((await row(3)).getByLabelText("Note"), " Twice.");
    await user.click(screen.getByRole("button", { name: words.add_person }));
    await screen.findByTestId("person-sheet");
    expect((await row(3)).getByLabelText<HTMLTextAreaElement>("Note").value).toMatch(/ Twice\.$/);
  });
});

describe("removing", () => {
  it("is asked once, because nothing brings it back", async () => {
    const { user, door } = await look();
    const remove = async () =>
      user.click((await row(1)).getByRole("button", { name: "Remove the note of Tue 18:12" }));
    await remove();
    let sheet = within(await screen.findByTestId("remove-captured"));
    expect(sheet.getByText(words.remove_sure)).toBeTruthy();
    expect(document.activeElement).toBe(sheet.getByRole("button", { name: words.leave }));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByTestId("remove-captured")).toBeNull());
    expect(door.called("capture.remove")).toEqual([]);
    await remove();
    sheet = within(await screen.findByTestId("remove-captured"));
    await user.click(sheet.getByRole("button", { name: words.remove_yes }));
    await screen.findByText(words.removed);
    expect(door.called("capture.remove")).toEqual([{ id: "k2" }]);
    await waitFor(() => expect(texts()).toHaveLength(4));
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
  it("is known on Today at once, though nobody is told of it", async () => {
    const { user } = await look();
    await user.click((await row(1)).getByRole("button", { name: /^Remove the note of/ }));
    await user.click(await head(words.remove_yes));
    await screen.findByText(words.removed);
    await go(user, "t", "today");
    await screen.findByText("6 notes written while locked");
  });
});

describe("what cannot be read", () => {
  it("is named, with what it is, and can be removed where its name is one of ours", async () => {
    const { user, door } = await look();
    const list = within(await screen.findByTestId("unread-captures"));
    expect(list.getByText("2 files cannot be read")).toBeTruthy();
    expect(list.getByText(UNREAD)).toBeTruthy();
    expect(list.getByText(words.unread_sealed)).toBeTruthy();
    expect(list.getByText("shopping list.txt")).toBeTruthy();
    expect(list.getByText(words.unread_strange)).toBeTruthy();
    expect(list.getAllByRole("button")).toHaveLength(1);
    await user.click(list.getByRole("button", { name: words.remove_file(UNREAD) }));
    await user.click(await head(words.remove_yes));
    await waitFor(() => expect(door.called("capture.remove")).toEqual([{ id: UNREAD }]));
    await screen.findByText("1 file cannot be read");
  });
});

describe("more than are shown at once", () => {
  it("are counted, and come when some are gone", async () => {
    const { door } = await look();
    const waiting = door.answers["capture.waiting"];
    const besides = async (more: number) => {
      door.answers["capture.waiting"] = async () => ({ ...(await waiting({})), more });
      door.house.tell({ kind: "changed", seq: 1 });
      await waitFor(() => expect(screen.queryByTestId("more-captured") !== null).toBe(more > 0));
    };
    expect(screen.queryByTestId("more-captured")).toBeNull();
    await besides(14);
    expect(screen.getByTestId("more-captured").textContent).toBe(
      "14 more wait. They are shown once some of these are gone.",
    );
    await besides(1);
    await screen.findByText("1 more waits. It is shown once some of these are gone.");
  });
});

describe("when nothing waits any more", () => {
  it("says so, and leads on", async () => {
    const { user, door } = await look();
    await rows();
    door.house.captures = [];
    door.house.tell({ kind: "changed", seq: 1 });
    await screen.findByText(words.none_title);
    expect(screen.queryByTestId("unread-captures")).toBeNull();
    await user.click(await head(words.to_folder));
    await in_room("folder");
  });
});

describe("while somebody looks on", () => {
  it("says neither how many wait nor what was kept", async () => {
    const { user } = await open_house();
    await user.keyboard("{F8}");
    await screen.findByTestId("presenting");
    expect(screen.getByText("7 notes written while locked").closest("[hidden]")).toBeTruthy();
    await user.keyboard("gw");
    await in_room("captures");
    await screen.findAllByText("Note of 18 Nov, covered");
    expect(screen.queryByText(words.list_title(5))).toBeNull();
    await user.click(await head(words.keep_covered));
    await screen.findByText("Kept.");
  });
});
