import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { code_of } from "../../../dev/inputs";
import { go, in_room, open_house, type Opened } from "../../../test/house";
import type { FakeOptions } from "../../../dev/fake_door";
import { Clock } from "./clock.svelte";

async function open_inputs(prepare?: (door: Opened["door"]) => void, options: FakeOptions = {}) {
  const opened = await open_house(options);
  prepare?.(opened.door);
  const { user } = opened;
  await go(user, "r", "reviews");
  await waitFor(() => expect(document.querySelector("main [data-row]")).not.toBeNull());
  await user.click(
    within(document.querySelector("main")!).getAllByRole("button", { name: /Maya Okafor/ })[0]!,
  );
  await in_room("review");
  await screen.findByTestId("review");
  await user.keyboard("{Alt>}i{/Alt}");
  await in_room("review_inputs");
  return opened;
}
const show = async (user: Opened["user"], name: string) => {
  await user.click(within(await screen.findByTestId("asked")).getByRole("button", { name }));
  await screen.findByRole("heading", { name, level: 2 });
};
const click = async (user: Opened["user"], name: string | RegExp) =>
  user.click(await screen.findByRole("button", { name }));

async function expect_no_barrier() {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

describe("what others say", () => {
  it("e15 lists who is asked, with what they are and how far they have come", async () => {
    await open_inputs();
    const rows = within(await screen.findByTestId("asked")).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent.replace(/\s+/g, " ").trim())).toEqual([
      expect.stringMatching(/^Inés Corrado Peer.*Storage.*Approved$/),
      expect.stringMatching(/^Piet van Oosterhout Peer.*Networks.*Waits for the answer$/),
      expect.stringMatching(/^Lena Abara Partner.*Finance.*Asked$/),
    ]);
  });
  it("e13 says when all see the work from one side, and who could be told by their words", async () => {
    const { user } = await open_inputs((door) => {
      door.house.hold.inputs[2]!.relation = "peer";
      for (const one of door.house.hold.inputs) one.team = "Storage";
    });
    const said = (await screen.findAllByTestId("one-sided")).map((one) => one.textContent.trim());
    expect(said).toEqual([
      "All are peers. Ask somebody else as well.",
      "All are of one team. Ask somebody of another one as well.",
    ]);
    await user.keyboard("{Alt>}a{/Alt}");
    expect(await screen.findByTestId("ask-sheet")).toBeTruthy();
  });
  it("e16 warns of words whose author stands alone", async () => {
    const { user } = await open_inputs();
    await show(user, "Lena Abara");
    expect(
      screen.getByText("Nobody else who was asked is a partner, so Maya could tell whose words these are."),
    ).toBeTruthy();
  });
  it("puts somebody from the roster on the list, with their team", async () => {
    const { user, door } = await open_inputs();
    await click(user, /^Ask somebody/);
    const sheet = within(await screen.findByTestId("ask-sheet"));
    await user.type(sheet.getByTestId("ask-who"), "noor{Enter}");
    await user.click(sheet.getByRole("radio", { name: "Partner" }));
    await user.click(sheet.getByRole("button", { name: /^Put on the list/ }));
    await screen.findByRole("heading", { name: "Noor Halabi", level: 2 });
    expect(door.called("input.ask")).toEqual([
      { review: "r1", relation: "partner", team: "People", person: "noor" },
    ]);
  });
  it("takes anybody by name, and asks for one", async () => {
    const { user, door } = await open_inputs();
    await click(user, /^Ask somebody/);
    const sheet = within(await screen.findByTestId("ask-sheet"));
    await user.click(sheet.getByRole("button", { name: /^Put on the list/ }));
    expect(await sheet.findByText(/^Say whom you ask/)).toBeTruthy();
    await user.type(sheet.getByTestId("ask-who"), "Ada Quill{Enter}");
    await user.click(sheet.getByRole("button", { name: /^Put on the list/ }));
    await waitFor(() =>
      expect(door.called("input.ask")).toEqual([
        { review: "r1", relation: "peer", team: "", author: "Ada Quill" },
      ]),
    );
  });
  it("shows the request as it leaves", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Lena Abara");
    await click(user, "Send the request…");
    const sheet = within(await screen.findByTestId("message-sheet"));
    expect(await sheet.findByText("Five minutes about working with Maya Okafor")).toBeTruthy();
    expect(sheet.getByRole("region", { name: "The message" }).textContent).toContain("five minutes for me?");
    await user.click(sheet.getByRole("button", { name: "Open in mail" }));
    await sheet.findByText("Opened in your mail program.");
    expect(door.called("input.compose").at(-1)).toEqual({ id: "i3", what: "request", open: true });
    expect(door.called("input.move")).toEqual([]);
  });
  it("keeps what is said and the words to use while they are typed", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Lena Abara");
    await user.type(screen.getByTestId("notes"), "Clear reports.");
    await fireEvent.blur(screen.getByTestId("notes"));
    await waitFor(() =>
      expect(door.called("input.save").at(-1)).toEqual({ id: "i3", notes: "Clear reports." }),
    );
    await click(user, "Write the words to use");
    expect(document.activeElement).toBe(screen.getByTestId("words"));
    await user.keyboard("Her reports are clear.");
    await fireEvent.blur(screen.getByTestId("words"));
    await waitFor(() =>
      expect(door.called("input.save").at(-1)).toEqual({ id: "i3", words: "Her reports are clear." }),
    );
    await click(user, "Send for approval…");
    const sheet = within(await screen.findByTestId("message-sheet"));
    await user.click(await sheet.findByRole("button", { name: "Open in mail" }));
    await waitFor(() => expect(door.called("input.move")).toEqual([{ id: "i3", to: "sent_for_approval" }]));
    expect(await sheet.findByText("It waits for the answer now.")).toBeTruthy();
  });
  it("reads the whole answer, and says why it approves nothing", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Piet van Oosterhout");
    await click(user, "Record the answer…");
    const sheet = within(await screen.findByTestId("answer-sheet"));
    const field = sheet.getByLabelText("The whole answer");
    await user.type(field, "Fine with me");
    await user.click(sheet.getByRole("button", { name: /^Read the answer/ }));
    expect(await sheet.findByText(/Look for the line that begins with “Approved:”/)).toBeTruthy();
    await user.type(field, `{Enter}Approved: ${code_of("I sometimes wait days for her answer.")}`);
    await user.click(sheet.getByRole("button", { name: /^Read the answer/ }));
    await waitFor(() => expect(screen.queryByTestId("answer-sheet")).toBeNull());
    expect(door.house.hold.inputs[1]?.state).toBe("approved");
    expect(await screen.findByText("These words may stand in the review, without the name.")).toBeTruthy();
  });
  it("records an approval by word of mouth with the exact words", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Piet van Oosterhout");
    await click(user, "They said yes to these words");
    await waitFor(() =>
      expect(door.called("input.approve")).toEqual([
        { id: "i2", words: "I sometimes wait days for her answer." },
      ]),
    );
  });
  it.each([
    ["They want other words", "changes_asked"],
    ["They decline", "declined"],
  ] as const)("moves on by “%s”", async (name, to) => {
    const { user, door } = await open_inputs();
    await show(user, "Piet van Oosterhout");
    await click(user, name);
    await waitFor(() => expect(door.called("input.move")).toEqual([{ id: "i2", to }]));
  });
  it("takes somebody off the list, and back", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Lena Abara");
    await click(user, "Take off the list");
    await waitFor(() => expect(door.house.hold.inputs).toHaveLength(2));
    await click(user, "Undo");
    await waitFor(() => expect(door.house.hold.inputs).toHaveLength(3));
  });
  it("e_r2 an edit of approved words voids the approval, and says so at once", async () => {
    const { user, door } = await open_inputs();
    await show(user, "Inés Corrado");
    expect(screen.queryByTestId("voided")).toBeNull();
    await user.type(screen.getByTestId("words"), " Always.");
    expect(screen.getByTestId("voided").textContent).toContain("The approval no longer holds");
    await fireEvent.blur(screen.getByTestId("words"));
    await waitFor(() =>
      expect(door.house.hold.inputs[0]).toMatchObject({ state: "written_up", approved: null }),
    );
    expect(await screen.findByRole("button", { name: "Send for approval…" })).toBeTruthy();
    expect(screen.getByTestId("voided")).toBeTruthy();
  });
  it("hides who said it while somebody looks on", async () => {
    const { user } = await open_inputs();
    await screen.findByTestId("asked");
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.getAllByTestId("cover").length).toBeGreaterThan(3));
    for (const name of ["Inés Corrado", "Piet van Oosterhout", "Lena Abara"])
      for (const one of screen.getAllByText(name)) expect(one.closest("[hidden]")).not.toBeNull();
    expect(screen.queryByText(/Storage|Networks|Finance/, { ignore: "[hidden] *" })).toBeNull();
  });
  it.each(["Inés Corrado", "Piet van Oosterhout", "Lena Abara"])("has no barrier: %s", async (name) => {
    const { user } = await open_inputs();
    await show(user, name);
    await expect_no_barrier();
  });
  it("says what to do first where nobody is asked", async () => {
    await open_inputs((door) => (door.house.hold.inputs = []));
    expect(await screen.findByText("Nobody is asked yet")).toBeTruthy();
  });
});

describe("the five minutes", () => {
  afterEach(() => vi.useRealTimers());
  it("say what is left, end calmly, and begin anew", () => {
    vi.useFakeTimers();
    const clock = new Clock();
    expect(clock.text).toBe("5:00");
    clock.toggle();
    vi.advanceTimersByTime(61_000);
    expect([clock.text, clock.running]).toEqual(["3:59", true]);
    clock.toggle();
    vi.advanceTimersByTime(60_000);
    expect(clock.text).toBe("3:59");
    clock.toggle();
    vi.advanceTimersByTime(240_000);
    expect([clock.over, clock.running]).toEqual([true, false]);
    clock.toggle();
    expect(clock.text).toBe("5:00");
    clock.stop();
  });
  it("start by a key while one types, and never stop the typing", async () => {
    const { user } = await open_inputs();
    await show(user, "Lena Abara");
    const field = screen.getByTestId("notes");
    await user.type(field, "She ");
    await user.keyboard("{Alt>}q{/Alt}");
    expect(
      await within(screen.getByTestId("five-minutes")).findByRole("button", { name: /^Stop/ }),
    ).toBeTruthy();
    await user.keyboard("listens");
    expect((field as HTMLTextAreaElement).value).toBe("She listens");
  });
});
