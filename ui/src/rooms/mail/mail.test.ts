import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fault } from "../../../dev/fake_house";
import type { MailHeap } from "../../../dev/mail";
import type { Args } from "../../door/door";
import { go, in_room, open_house, open_person, type Opened } from "../../../test/house";
import { words } from "./words";

const button = (name: string) => screen.findByRole("button", { name });
/** The page with what lies in the file that was chosen. */
async function bring(heap: MailHeap): Promise<Opened> {
  const opened = await open_house();
  opened.door.house.mail = heap;
  await opened.user.keyboard("cm");
  await in_room("mail");
  await opened.user.click(await button(words.file));
  return opened;
}
const rows = () => screen.findAllByTestId("mail-row");
const ticks = async () =>
  (await rows()).map((row) => within(row).getByRole<HTMLInputElement>("checkbox").checked);
const sheet = async () => within(await screen.findByTestId("mail-sheet"));

describe("many messages", () => {
  it("are ticked where it is certain whom they are about, and kept as one deed with one way back", async () => {
    const { user, door } = await bring("many");
    expect(await ticks()).toEqual([true, true, false, false, true]);
    expect(door.called("mail.keep")).toEqual([]);
    await user.click(await button(words.keep(3)));
    await screen.findByText(words.kept(3), { selector: "b" });
    expect(door.called("mail.keep")).toEqual([
      {
        import: "m1",
        choices: [
          { message: 0, person: "maya", polarity: "praise" },
          { message: 1, person: "tomas", polarity: "praise" },
          { message: 4, person: "jun", polarity: "praise" },
        ],
      },
    ]);
    await waitFor(async () => expect(await ticks()).toEqual([false, false]));
    expect(document.activeElement?.textContent).toContain(words.to_folder);
    await user.click(await button("Undo"));
    // As it was before, ticks too.
    await waitFor(async () => expect(await ticks()).toEqual([true, true, false, false, true]));
    expect(screen.queryByTestId("mail-kept")).toBeNull();
    expect(door.house.hold.notes.some((note) => note.id.startsWith("mail"))).toBe(false);
  });
  it("are walked, ticked, turned and kept by keys alone", async () => {
    const { user, door } = await bring("many");
    await rows();
    // The first is to improve, the second is left out, the third is taken.
    await user.keyboard("jijp j jp{Control>}{Enter}{/Control}");
    await waitFor(() => expect(door.called("mail.keep")).toHaveLength(1));
    const sent = (door.called("mail.keep")[0] as Args<"mail.keep">).choices;
    expect(sent.map(({ message, polarity }) => [message, polarity]).sort()).toEqual([
      [0, "constructive"],
      [2, "praise"],
      [4, "praise"],
    ]);
  });
  it("leave the chords of the house alone", async () => {
    const { user } = await bring("many");
    await rows();
    await user.keyboard("jgp");
    await in_room("people");
  });
  it("go nowhere while nobody said whose folder one goes into", async () => {
    const { user, door } = await bring("many");
    const fourth = within((await rows())[3]!);
    await user.click(fourth.getByRole("checkbox"));
    await user.click(await button(words.keep(4)));
    expect((await screen.findByRole("alert")).textContent).toContain(words.whom_missing(words.no_subject));
    expect(door.called("mail.keep")).toEqual([]);
    await user.selectOptions(fourth.getByRole("combobox"), "Sam Nakai");
    expect(screen.queryByRole("alert")).toBeNull();
    await user.keyboard("{Escape}");
    await user.click(await button(words.keep(4)));
    await screen.findByText(words.kept(4), { selector: "b" });
    expect(door.house.hold.notes.find((note) => note.id === "mail3")?.person).toBe("sam");
  });
  it("that are not new stand apart, and those that were not read with why", async () => {
    const { user } = await bring("many");
    await user.click(await screen.findByText(words.known(2)));
    const apart = within(screen.getByTestId("mail-known"));
    expect(await apart.findByText(words.is_kept)).toBeTruthy();
    expect(apart.getByText(words.is_twice)).toBeTruthy();
    expect(apart.queryByRole("checkbox")).toBeNull();
    const unread = within(screen.getByTestId("mail-unread"));
    expect(unread.getByText("Archive 2025.mbox, number 214")).toBeTruthy();
    expect(unread.getByText(/Save it as .eml, or copy its text and paste it/)).toBeTruthy();
  });
  it("are all unticked at once, and ticked again", async () => {
    const { user } = await bring("many");
    await rows();
    await user.click(await button(words.tick_none));
    expect(await ticks()).toEqual([false, false, false, false, false]);
    expect(screen.queryByRole("button", { name: /^Keep \d/ })).toBeNull();
    await user.click(await button(words.tick_again));
    expect(await ticks()).toEqual([true, true, false, false, true]);
  });
  it("stay as they are while another page is looked at, and go when they are put away", async () => {
    const { user, door } = await bring("many");
    await user.click(within((await rows())[0]!).getByRole("checkbox"));
    await go(user, "p", "people");
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await in_room("mail");
    expect(await ticks()).toEqual([false, true, false, false, true]);
    await user.click(await button(words.put_away));
    await button(words.file);
    expect(door.called("mail.forget")).toEqual([{ import: "m1" }]);
  });
  it("by the thousand stand on the page a screenful at a time, and are kept whole", async () => {
    const { user, door } = await bring("thousands");
    await screen.findByText(words.counts(3_000, 1_800));
    expect((await rows()).length).toBeLessThan(40);
    // Far down: asked for in pages.
    const list = screen.getByTestId("mail-list").parentElement!;
    expect(screen.getByTestId("mail-list").style.height).toBe(`${100 * 84}px`);
    list.scrollTop = 100 * 84;
    await fireEvent.scroll(list);
    await waitFor(() => expect(screen.getByTestId("mail-list").style.height).toBe(`${600 * 84}px`));
    await user.click(await button(words.keep(1_800)));
    await screen.findByText(words.kept(1_800), { selector: "b" });
    const { choices } = door.called("mail.keep")[0] as Args<"mail.keep">;
    expect(new Set(choices.map((choice) => choice.message)).size).toBe(1_800);
    expect(choices.every((choice) => [0, 1, 4].includes(choice.message % 5))).toBe(true);
  });
});

describe("one message", () => {
  it("is opened at once, and Enter keeps it", async () => {
    const { user, door } = await bring("one");
    const one = await sheet();
    expect((await one.findByLabelText<HTMLTextAreaElement>(words.note)).value).toMatch(
      /^Maya had the second region/,
    );
    for (const said of ["Inés Corrado <ines@example.test>", "It names them and was sent to them as well."])
      expect(one.getByText(said)).toBeTruthy();
    expect(one.getByText(words.original_text)).toBeTruthy();
    expect(one.getByText("Pictures within the text were left out.")).toBeTruthy();
    expect(one.queryByTestId("mail-whole")).toBeNull();
    await user.keyboard("{Enter}");
    await screen.findByText(words.kept(1), { selector: "b" });
    expect(door.called("mail.keep")).toEqual([
      { import: "m1", choices: [{ message: 0, person: "maya", polarity: "praise" }] },
    ]);
    await user.click(await button(words.to_folder_of("Maya")));
    await in_room("folder");
    expect((await screen.findByTestId<HTMLSelectElement>("folder-person")).value).toBe("maya");
  });
  it("is kept as its owner says", async () => {
    const { user, door } = await bring("one");
    const one = await sheet();
    await user.clear(await one.findByLabelText(words.note));
    await user.type(one.getByLabelText(words.note), "Told everybody while it ran");
    await user.selectOptions(one.getByLabelText(words.person), "Sam Nakai");
    await user.click(one.getByRole("radio", { name: "To improve" }));
    await user.selectOptions(one.getByLabelText(words.kind), "Leadership");
    await fireEvent.input(one.getByLabelText(words.day), { target: { value: "2026-11-16" } });
    await user.click(one.getByRole("checkbox", { name: words.keep_files(1) }));
    await user.click(one.getByRole("button", { name: words.keep_it }));
    await screen.findByText(words.kept(1), { selector: "b" });
    expect(door.called("mail.keep")[0]?.choices).toEqual([
      {
        ...{ message: 0, person: "sam", polarity: "constructive", kind: "leadership" },
        ...{ text: "Told everybody while it ran", on: "2026-11-16", files: false },
      },
    ]);
  });
  it("keeps nothing while something is missing, and says what", async () => {
    const { user, door } = await bring("one");
    const one = await sheet();
    await user.clear(await one.findByLabelText(words.note));
    await user.selectOptions(one.getByLabelText(words.person), words.nobody);
    await fireEvent.input(one.getByLabelText(words.day), { target: { value: "2026-11-20" } });
    await user.click(one.getByRole("button", { name: words.keep_it }));
    for (const said of [words.note_missing, words.person_missing, words.day_ahead])
      expect(one.getByText(said)).toBeTruthy();
    expect(door.called("mail.keep")).toEqual([]);
  });
  it("that is refused stays open and says why", async () => {
    const { user, door } = await bring("one");
    const one = await sheet();
    await one.findByLabelText(words.note);
    door.answers["mail.keep"] = () => {
      throw fault("refused", "The note is too long.", "Shorten it.");
    };
    await user.keyboard("{Enter}");
    expect((await one.findByRole("alert")).textContent).toContain("The note is too long. Shorten it.");
  });
  it("of many is opened with Enter, changed, and ticked or left out from there", async () => {
    const { user, door } = await bring("many");
    await rows();
    await user.keyboard("jjj{Enter}");
    const one = await sheet();
    await user.type(await one.findByLabelText(words.note), " Ask how it went.");
    await user.click(one.getByRole("button", { name: words.take_it }));
    expect(await ticks()).toEqual([true, true, true, false, true]);
    expect(within((await rows())[2]!).getByText(words.changed)).toBeTruthy();
    expect(door.called("mail.keep")).toEqual([]);
    await user.keyboard("k{Enter}");
    await user.click((await sheet()).getByRole("button", { name: words.leave_it }));
    expect(await ticks()).toEqual([true, false, true, false, true]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(door.called("mail.keep")).toHaveLength(1));
    expect(door.called("mail.keep")[0]?.choices.find((choice) => choice.message === 2)).toMatchObject({
      text: expect.stringMatching(/from a customer\. Ask how it went\.$/) as string,
    });
  });
  it("shows all its words when asked for", async () => {
    const { user } = await bring("one");
    const one = await sheet();
    await user.click(await one.findByText(words.whole));
    expect((await one.findByTestId("mail-whole")).textContent).toContain("> How did it go?");
  });
});

describe("presenting", () => {
  it("covers what was found, opens nothing by itself, and no key changes what is covered", async () => {
    const opened = await open_house();
    const { user, door } = opened;
    door.house.mail = "one";
    await user.keyboard("{F8}cm");
    await user.click(await button(words.file));
    const list = await screen.findByTestId("mail-list");
    expect(screen.queryByTestId("mail-sheet")).toBeNull();
    expect(list.textContent).toContain(words.message_of("18 Nov"));
    expect(list.querySelector<HTMLElement>(".under")?.hidden).toBe(true);
    await user.keyboard("ji{Control>}{Enter}{/Control}");
    await waitFor(() => expect(door.called("mail.keep")).toHaveLength(1));
    expect(door.called("mail.keep")[0]?.choices[0]?.polarity).toBe("praise");
    expect(await screen.findAllByText(words.kept_covered)).toHaveLength(2);
    expect(screen.queryByText(words.kept(1))).toBeNull();
  });
});

describe("dropping files", () => {
  it("on the fuzzy folder brings each of them in, whatever one is refused for", async () => {
    const { user, door } = await open_house();
    door.house.mail = "one";
    const answer = door.answers["mail.preview"];
    let asked = 0;
    door.answers["mail.preview"] = (args) => {
      if (++asked === 2) throw fault("machine", "The mail could not be read.", "Try again.");
      return answer(args);
    };
    await go(user, "f", "folder");
    await screen.findAllByTestId("note");
    door.house.tell({ kind: "dropped", files: 3 });
    await in_room("mail");
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(door.called("mail.preview")).toEqual([{}, { import: "m1" }, { import: "m1" }]);
    expect((await screen.findByRole("alert")).textContent).toContain("The mail could not be read.");
  });
  it("on somebody’s folder says whom they are about, unless that is certain", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Sam Nakai");
    await user.click(screen.getByRole("tab", { name: /^Fuzzy folder/ }));
    door.house.tell({ kind: "dropped", files: 1 });
    await in_room("mail");
    expect(await ticks()).toEqual([true, true, true, true, true]);
    const whose = (await rows()).map((row) => within(row).getByRole<HTMLSelectElement>("combobox").value);
    expect(whose).toEqual(["maya", "tomas", "sam", "sam", "jun"]);
    await user.click(await button(words.keep(5)));
    await waitFor(() => expect(door.called("mail.keep")[0]?.choices).toHaveLength(5));
  });
  it("takes nothing away that lies over the page", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    await user.click((await screen.findAllByRole("button", { name: "Set aside" }))[0]!);
    await screen.findByTestId("aside-sheet");
    door.house.tell({ kind: "dropped", files: 1 });
    expect(await screen.findByText(/^Nothing was attached/)).toBeTruthy();
    expect(door.called("mail.preview")).toEqual([]);
  });
});

describe("pasting", () => {
  it("takes a message by its own sheet", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cm");
    await user.click(await button(words.paste));
    const paste = within(await screen.findByTestId("mail-paste"));
    await user.click(paste.getByRole("button", { name: words.paste_read }));
    expect(paste.getByText(words.paste_missing)).toBeTruthy();
    await user.type(paste.getByLabelText(words.paste_label), "Maya helped a lot.{Control>}{Enter}{/Control}");
    expect((await (await sheet()).findByLabelText<HTMLTextAreaElement>(words.note)).value).toBe(
      "Maya helped a lot.",
    );
    expect(door.called("mail.preview_text")).toEqual([{ text: "Maya helped a lot." }]);
  });
  it("works on the page itself", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cm");
    await in_room("mail");
    await user.paste("Sam: thanks, Maya");
    await sheet();
    expect(door.called("mail.preview_text")).toEqual([{ text: "Sam: thanks, Maya" }]);
  });
});

describe("what was found", () => {
  const cases: [MailHeap, string][] = [
    ["none", words.none_title],
    ["known", words.all_known_title],
    ["unread", words.none_read_title],
  ];
  it.each(cases)("says so when it is %s, and offers the next step", async (heap, title) => {
    await bring(heap);
    expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
    expect(await button(words.another_file)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Keep \d/ })).toBeNull();
    if (heap === "known") expect(await screen.findAllByText(words.is_kept)).toHaveLength(3);
    if (heap === "unread") expect(screen.getByTestId("mail-unread")).toBeTruthy();
  });
  it("grows with another file, and what was said stays said", async () => {
    const { user, door } = await bring("many");
    await user.click(within((await rows())[1]!).getByRole("checkbox"));
    door.house.mail = "one";
    await user.click(await button(words.another_file));
    await waitFor(async () => expect(await ticks()).toEqual([true, false, false, false, true, true]));
    expect(door.called("mail.preview")).toEqual([{}, { import: "m1" }]);
  });
  it("that is gone, for the vault was locked, is said, and leads back", async () => {
    const { user, door } = await bring("many");
    await rows();
    await user.click(await button(words.tick_none));
    await user.click(within((await rows())[0]!).getByRole("checkbox"));
    await door.call("mail.forget", { import: "m1" });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("heading", { name: words.gone_title })).toBeTruthy();
    await user.click(await button(words.file));
    expect(await ticks()).toEqual([true, true, false, false, true]);
    expect(screen.queryByText(words.gone_title)).toBeNull();
  });
});

describe("reading", () => {
  it("tells how far it is and can be stopped; then nothing lies here", async () => {
    const { user, door } = await open_house();
    let stop = () => {};
    door.answers["mail.preview_folder"] = (_, job) =>
      new Promise((_done, fail) => {
        stop = () => fail(fault("cancelled", "Stopped."));
        door.house.tell({
          kind: "progress",
          job: job!,
          sentence: "Reading messages, 40 so far",
          done: 4,
          total: 200,
        });
      });
    door.answers["app.cancel"] = () => (stop(), {});
    await user.keyboard("cm");
    await user.click(await button(words.folder));
    expect(await screen.findByText("Reading messages, 40 so far")).toBeTruthy();
    expect(screen.queryByRole("button", { name: words.file })).toBeNull();
    await user.click(await button("Stop"));
    expect(await button(words.file)).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });
  it("that fails says why", async () => {
    const { user, door } = await open_house();
    door.answers["mail.preview_folder"] = () => {
      throw fault("refused", "There is no mail in this folder.", "Choose another one.");
    };
    await user.keyboard("cm");
    await user.click(await button(words.folder));
    expect((await screen.findByRole("alert")).textContent).toContain("There is no mail in this folder.");
  });
});
