import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, in_room } from "../../../test/house";
import { go_on, gone, open_talk, part, write } from "../../../test/talks";
import { fault } from "../../../dev/fake_house";
import { flush_all, held_texts } from "../../kit/unsaved";
import { words } from "./words";

const state = () => screen.getByTestId("talk").dataset.state;
const radio = (name: string) => screen.getByRole("radio", { name });
const tick = (name: string) => screen.getByRole("checkbox", { name });
const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("preparing a talk", () => {
  it("says what misses, saves as one types, and is ready only then", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    const gaps = await part("gaps");
    expect(gaps.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
      ...[words.gap.consequence, words.gap.ownership],
    ]);
    expect(button(words.ready).hasAttribute("disabled")).toBe(true);
    await user.click(gaps.getByRole("button", { name: words.gap.consequence }));
    expect(document.activeElement).toBe(screen.getByTestId("talk-consequence"));
    await write(user, "talk-consequence", "An hour of three people.");
    expect(door.called("talk.save").at(-1)).toEqual({ id: "t1", consequence: "An hour of three people." });
    expect(await screen.findByText(/^Saved at/)).toBeTruthy();
    await user.click(tick(words.owned));
    await gone("gaps");
    await user.click(button(words.ready));
    await waitFor(() => expect(state()).toBe("ready"));
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(state()).toBe("preparing"));
  });
  it("leads to the first thing that misses when it is said to be ready by the key, and changes nothing", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    await part("gaps");
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    expect(await screen.findByText(words.not_ready(2))).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByTestId("talk-consequence"));
    expect(state()).toBe("preparing");
    expect(door.called("talk.set_state")).toEqual([]);
    // What was typed a moment ago counts.
    await user.click(tick(words.owned));
    await user.type(screen.getByTestId("talk-consequence"), "An hour.");
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    await waitFor(() => expect(state()).toBe("ready"));
  });
  it("begins to be prepared with the first words of the message, and is then one step from ready", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    const { id } = (await door.call("talk.begin", { person: "sam", title: "New" })) as { id: string };
    await go(user, "d", "talks");
    await user.click(await screen.findByRole("button", { name: /^New/ }));
    await waitFor(() => expect(state()).toBe("noticed"));
    await write(user, "talk-title", "er");
    expect(door.called("talk.set_state")).toEqual([]);
    await write(user, "talk-message", "Say it early.");
    expect(door.called("talk.set_state")).toEqual([{ id, to: "preparing" }]);
    await waitFor(() => expect(state()).toBe("preparing"));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Newer");
  });
  it("keeps a day once its field is left, and not the days it passes through", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    const field = screen.getByLabelText<HTMLInputElement>(words.first_seen);
    await fireEvent.input(field, { target: { value: "0002-11-10" } });
    await fireEvent.input(field, { target: { value: "2026-11-10" } });
    expect(door.called("talk.save")).toEqual([]);
    await user.click(field);
    await user.tab();
    await fireEvent.blur(field);
    expect(door.called("talk.save")).toEqual([{ id: "t1", first_seen: "2026-11-10" }]);
    expect((await screen.findAllByText("9 days since first noticed")).length).toBe(1);
  });
  it("keeps what could not be saved, and says why", async () => {
    const { user, door } = await open_talk(/^Customers hear/);
    door.answers["talk.save"] = () => {
      throw fault("refused", "This talk is not ready: an example is missing.");
    };
    await user.clear(screen.getByTestId("talk-example"));
    await user.type(screen.getByTestId("talk-example"), "x");
    await flush_all();
    expect(await screen.findByText(/^Not saved: This talk is not ready/)).toBeTruthy();
    expect(held_texts()).toEqual([{ place: { kind: "form", label: words.example }, text: "x" }]);
  });
  it("hands nothing over twice: what saved itself is no form", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    await write(user, "talk-consequence", "An hour.");
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(door.called("vault.lock")).toHaveLength(1));
    expect(door.called("vault.hand_over").flatMap(({ texts }) => texts)).toEqual([]);
  });
  it("marks who is named, and asks for the rest by how they are", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    expect(screen.getByTestId("named").textContent).toContain("Jun Ramesh");
    expect(document.querySelector("mark")?.textContent).toBe("Jun");
    await user.click(radio(words.naming.observed_myself));
    await user.click(await screen.findByRole("checkbox", { name: words.seen_myself }));
    await user.click(radio(words.naming.facilitated));
    await write(user, "talk-facilitator", "Inés Corrado");
    expect(await screen.findByText(words.untrained)).toBeTruthy();
    await user.click(tick(words.trained));
    await waitFor(() => expect(screen.queryByText(words.untrained)).toBeNull());
    await user.click(radio(words.hr.unsure));
    expect(await screen.findByText(words.hr_unsure)).toBeTruthy();
    expect(door.called("talk.save").map(({ id: _, ...change }) => change)).toEqual([
      ...[{ naming: "observed_myself" }, { seen_myself: true }, { naming: "facilitated" }],
      ...[{ facilitator: "Inés Corrado" }, { is_facilitator_trained: true }, { hr: "unsure" }],
    ]);
  });
  it("asks a touchy one for evidence or whom it can be followed up with", async () => {
    const { user, door } = await open_talk(/^Rollback plans/);
    await user.clear(screen.getByTestId("talk-because"));
    await flush_all();
    await user.click(button("Take out: Note of 13 Nov"));
    await user.click(tick(words.touchy));
    expect(await screen.findByRole("button", { name: words.gap.evidence })).toBeTruthy();
    await write(user, "talk-follow-up-by", "Inés");
    await waitFor(() => expect(screen.queryByRole("button", { name: words.gap.evidence })).toBeNull());
    await user.click(button(words.choose_notes));
    const sheet = await part("notes-sheet");
    await user.click(await sheet.findByRole("checkbox", { name: /^Change record/ }));
    expect(sheet.queryByRole("checkbox", { name: /^Stayed on the bridge/ })).toBeNull();
    await go_on(user);
    await gone("notes-sheet");
    expect(door.called("talk.save").at(-1)).toEqual({ id: "t1", notes: ["n3"] });
  });
  it("has other steps to propose for what is seen than for what was done", async () => {
    const { user } = await open_talk(/^Rollback plans/);
    expect(button(words.suggestions.performance[0]!)).toBeTruthy();
    await user.click(radio(words.class.perception));
    await user.click(await screen.findByRole("button", { name: words.suggestions.perception[0] }));
    expect(screen.getByLabelText<HTMLInputElement>(words.step_label).value).toBe(
      words.suggestions.perception[0],
    );
    expect(screen.getByLabelText<HTMLSelectElement>(words.whose_idea).selectedOptions[0]!.text).toBe(
      words.you,
    );
  });
});

describe("while others look on", () => {
  it("covers every part, names nobody, and the reading too", async () => {
    const { user } = await open_talk(/not listening/);
    await user.keyboard("{F8}");
    const main = within(screen.getByRole("main"));
    expect(await main.findByRole("button", { name: `${words.check_ins}, covered` })).toBeTruthy();
    const shown = (text: RegExp) => main.queryAllByText(text).filter((one) => !one.closest("[hidden]"));
    for (const text of [/Tomás/, /Jun/, /design reviews/, /Asked two questions/, /Say what you saw/])
      expect(shown(text)).toEqual([]);
    expect(screen.queryByRole("listitem", { name: /Tomás/ })).toBeNull();
    expect(within(screen.getByRole("navigation", { name: "Where you are" })).queryByText(/Tomás/)).toBeNull();
    await user.keyboard("p");
    await screen.findByTestId("reading");
    expect(shown(/design reviews/)).toEqual([]);
  });
  it("is read from in large letters, without where it came from", async () => {
    const { user } = await open_talk(/not listening/);
    await user.keyboard("p");
    const reading = await screen.findByTestId("reading");
    for (const said of [/you come across/, /17 September/, /stopped bringing/, /Let two others speak first/])
      expect(reading.textContent).toMatch(said);
    for (const kept of [/Jun/, /Noor/, /Inés/, /More than before/, /not listening/])
      expect(reading.textContent).not.toMatch(kept);
    expect(screen.queryByTestId("nav-talks")).toBeNull();
    await user.keyboard("{Escape}");
    expect(await screen.findByTestId("talk")).toBeTruthy();
  });
});

describe("a talk as a record", () => {
  it("is removed with a way back", async () => {
    const { user } = await open_talk(/^Customers hear/);
    await user.click(button(words.remove_this));
    await in_room("talks");
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Customers hear/ })).toBeNull());
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: /^Customers hear/ })).toBeTruthy();
  });
  it("says no word that the house does not say", () => {
    const said = JSON.stringify(words, (_, value: unknown) =>
      typeof value === "function" ? String(value) : value,
    );
    expect(said).not.toMatch(/negative|weakness|deliver|[a-z]!/i);
  });
});
