import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, in_room, open_house, open_meeting, write_into } from "../../test/house";
import { fault } from "../../dev/fake_house";

describe("a quick note", () => {
  it("is kept by keys alone, and can be taken back", async () => {
    const { user, door } = await open_house();
    await user.keyboard("{Control>}{Shift>}N{/Shift}{/Control}");
    await screen.findByTestId("quick-note");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("quick-note-who")));
    await user.keyboard("tom{Enter}{Tab}Wrote the runbook{Alt>}i{/Alt}{Enter}");
    await screen.findByText("Kept in Tomás’s fuzzy folder.");
    expect(door.called("folder.keep_note")).toEqual([
      { person: "tomas", polarity: "constructive", text: "Wrote the runbook" },
    ]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(door.house.hold.notes.some((note) => note.text === "Wrote the runbook")).toBe(false),
    );
  });
  it("keeps its draft when it is closed with Esc", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}n{/Control}");
    await user.click(screen.getByTestId("quick-note-text"));
    await user.keyboard("half a thought{Escape}");
    expect(screen.queryByTestId("quick-note")).toBeNull();
    await user.keyboard("{Control>}n{/Control}");
    expect((screen.getByTestId("quick-note-text") as HTMLInputElement).value).toBe("half a thought");
  });
  it("says what is missing", async () => {
    const { user, door } = await open_house();
    await user.keyboard("{Control>}n{/Control}{Escape}{Control>}n{/Control}");
    await user.click(screen.getByRole("button", { name: /^Keep/ }));
    expect(screen.getByText("Say who it is about: a few letters are enough.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("quick-note-who")));
    expect(door.called("folder.keep_note")).toEqual([]);
  });
  it("opens when the system asks for a capture", async () => {
    const { door } = await open_house();
    door.house.tell({ kind: "capture" });
    expect(await screen.findByTestId("quick-note")).toBeTruthy();
  });
});

describe("locking", () => {
  it("starts the page anew when the vault locks", async () => {
    const { user, door, start_anew } = await open_house();
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(start_anew).toHaveBeenCalledOnce());
    expect(door.called("vault.lock")).toHaveLength(1);
  });
  it("saves what was typed first", async () => {
    const { user, door, start_anew } = await open_house();
    await open_meeting(user);
    await write_into("section-status", "All quiet");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(start_anew).toHaveBeenCalled());
    const names = door.calls.map((call) => call.name);
    expect(names.indexOf("one_on_one.write")).toBeGreaterThan(0);
    expect(names.indexOf("one_on_one.write")).toBeLessThan(names.indexOf("vault.lock"));
  });
  it("hands over what could not be saved, and locks", async () => {
    const { user, door, start_anew } = await open_house();
    await open_meeting(user);
    door.answers["one_on_one.write"] = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    await write_into("section-status", "All quiet");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(start_anew).toHaveBeenCalled());
    const handed = door.called("vault.hand_over").at(-1)!;
    expect(handed.ends).toBe(true);
    expect(handed.texts.map(({ place, text }) => [place.kind, text.includes("All quiet")])).toEqual([
      ["section", true],
    ]);
  });
  it("stays open when no disk takes the last words, and says so", async () => {
    const { user, door, start_anew } = await open_house();
    await open_meeting(user);
    const full = () => {
      throw fault("machine", "The disk is full.", "Make room and try again.");
    };
    door.answers["one_on_one.write"] = full;
    door.answers["vault.hand_over"] = () => ({ durable: false });
    await write_into("section-status", "All quiet");
    await user.keyboard("{Control>}l{/Control}");
    await screen.findByTestId("lock-refused");
    expect(door.called("vault.lock")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Lock all the same" }));
    await waitFor(() => expect(start_anew).toHaveBeenCalled());
  });
  it("hands over a note that was begun when the lock comes by itself", async () => {
    const { user, door } = await open_house();
    await user.keyboard("{Control>}n{/Control}");
    await user.click(screen.getByTestId("quick-note-text"));
    await user.keyboard("half a thought");
    door.house.tell({ kind: "closing" });
    await waitFor(() => expect(door.called("vault.hand_over").at(-1)?.ends).toBe(true));
    expect(door.called("vault.hand_over").at(-1)!.texts).toEqual([
      { place: { kind: "form", label: "Quick note" }, text: "half a thought" },
    ]);
    const field = screen.getByTestId<HTMLInputElement>("quick-note-text");
    await user.keyboard(" and more");
    expect(field.value).toBe("half a thought");
    // Should the lock not come, all goes on.
    await waitFor(async () => {
      await user.type(field, "!");
      expect(field.value).toBe("half a thought!");
    });
  });
  it("shows what could not be put back, until it is thrown away", async () => {
    const { user, door } = await open_house({ state: "locked" });
    door.answers["vault.left_over"] = () => [
      { place: { kind: "margin", meeting: "gone" }, text: "Listen more." },
    ];
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here{Enter}");
    const sheet = await screen.findByTestId("left-over");
    expect(sheet.querySelector("textarea")?.value).toBe("Listen more.");
    await user.click(screen.getByRole("button", { name: "Throw them away" }));
    await waitFor(() => expect(screen.queryByTestId("left-over")).toBeNull());
    expect(door.called("vault.forget_left_over")).toHaveLength(1);
  });
});

describe("the window", () => {
  it("goes back to where a page was left, and starts a new one at its top", async () => {
    const { user } = await open_house();
    const page = () => document.querySelector("main")!;
    await go(user, "p", "people");
    page().scrollTop = 120;
    await go(user, "t", "today");
    await waitFor(() => expect(page().scrollTop).toBe(0));
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await in_room("people");
    await waitFor(() => expect(page().scrollTop).toBe(120));
  });
  it("goes back to the row that was left", async () => {
    const { user } = await open_house();
    await go(user, "p", "people");
    const rows = await screen.findAllByTestId("person");
    await user.keyboard("jjj");
    expect(document.activeElement).toBe(rows[2]);
    const left = rows[2]!.textContent;
    await user.keyboard("{Enter}");
    await in_room("person");
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await in_room("people");
    await waitFor(() => expect(document.activeElement?.textContent).toBe(left));
    expect(document.activeElement).not.toBe(rows[2]);
  });
  it("shows what opening found, once", async () => {
    const { user } = await open_house({ state: "damaged" });
    await user.type(await screen.findByTestId("lock-secret"), "four quiet words here");
    await user.click(screen.getByRole("button", { name: "Open without what is lost" }));
    await user.click(screen.getByRole("button", { name: "Yes, open without it" }));
    const findings = await screen.findByTestId("findings");
    expect(findings.textContent).toContain("3 changes since 18 November are lost.");
    await user.click(screen.getByRole("button", { name: "Close this notice" }));
    expect(screen.queryByTestId("findings")).toBeNull();
  });
  it("shows what came to light later, with the next step", async () => {
    const { user, door } = await open_house();
    const sentence = "A page of the database was changed from outside.";
    door.house.tell({
      kind: "found",
      findings: [{ severity: "notice", sentence, next: "Repair the vault." }],
    });
    const found = await screen.findByTestId("findings");
    expect(found.textContent).toContain(`${sentence} Repair the vault.`);
    await user.click(screen.getByRole("button", { name: "Close this notice" }));
    expect(screen.queryByTestId("findings")).toBeNull();
  });
  it("asks again when the house does not answer", async () => {
    const { door } = await open_house();
    let times = 0;
    door.answers["today.get"] = () => {
      times++;
      throw fault("machine", "The vault could not be read.", "Try again.");
    };
    door.house.tell({ kind: "changed", seq: 9 });
    await screen.findByText("The vault could not be read.");
    expect(times).toBeGreaterThan(0);
  });
});
