import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { UserEvent } from "@testing-library/user-event";
import type { FakeDoor } from "../../../dev/fake_door";
import { in_room, open_house } from "../../../test/house";
import type { Find, Id } from "../../door/calls";
import { choice_of, name_for } from "./kept";
import { ANYTHING, asked_by, asks, type SearchChoice } from "./state.svelte";

describe("a kept search and its choices", () => {
  it.each<[string, Find]>([
    ["words", { query: "drill" }],
    ["a person alone", { query: "", person: "maya" }],
    ["a kind and days", { query: "x", kinds: ["goal"], from: "2026-01-01", to: "2026-06-30" }],
    ["a kind of several records", { query: "x", kinds: ["one_on_one", "section", "margin", "action"] }],
    [
      "all that notes are asked for",
      {
        ...{ query: "", kinds: ["note"], polarity: "praise", about: "leadership", raised: false },
        ...{ sourced: true, goal: "g1" },
      },
    ],
    ["what was talked about", { query: "", kinds: ["note"], raised: true }],
  ])("come back as they were kept: %s", (_, asked) => {
    expect(asked_by(choice_of(asked))).toEqual(asked);
  });
  it.each<[Partial<SearchChoice>, boolean]>([
    [{}, false],
    [{ query: " " }, false],
    [{ query: "a" }, true],
    [{ person: "maya" }, true],
    [{ kind: "goal" }, true],
    [{ from: "2026-01-01" }, true],
    // What is chosen of notes asks for nothing while notes are not looked for.
    [{ raised: "raised", sourced: true, goal: "g1" }, false],
  ])("%o asks: %s", (choice, does) => {
    expect(asks({ ...ANYTHING, ...choice })).toBe(does);
  });
  it("is named at first by what it asks", () => {
    const maya = [{ id: "maya", name: "Maya Okafor" }] as never;
    const named = (choice: Partial<SearchChoice>) => name_for({ ...ANYTHING, ...choice }, maya);
    expect(named({ query: " drill " })).toBe("drill");
    expect(named({ person: "maya", kind: "note", raised: "unraised" })).toBe(
      "Maya Okafor, Fuzzy folder, Not yet",
    );
    expect(named({ query: "drill", from: "2026-06-01" })).toBe("drill, from 1 Jun");
  });
});

describe("searches kept by name", () => {
  const keep = (door: FakeDoor, name: string, asked: Find): Promise<Id> =>
    Promise.resolve(door.answers["search.save"]({ name, asked })).then(({ id }) => id);
  async function search(user: UserEvent) {
    await user.keyboard("{Control>}f{/Control}");
    const field = (await screen.findByTestId("search-field")) as HTMLInputElement;
    await waitFor(() => expect(document.activeElement).toBe(field));
    return { field, kept: within(screen.getByTestId("kept-searches")) };
  }
  const chosen = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).selectedOptions[0]!.text;

  it("asks when only choices are set, and says so when nothing fits them", async () => {
    const { user, door } = await open_house();
    const { kept } = await search(user);
    expect(await kept.findByText(/^None yet\./)).toBeTruthy();
    expect(kept.queryByRole("button", { name: "Keep this search" })).toBeNull();
    await user.selectOptions(screen.getByLabelText("About"), "Maya Okafor");
    await user.selectOptions(screen.getByLabelText("In"), "Fuzzy folder");
    await screen.findByText(/texts found$/);
    await waitFor(() =>
      expect(door.called("search.find").at(-1)).toEqual({
        ...{ query: "", person: "maya", kinds: ["note"], limit: 50 },
      }),
    );
    await user.selectOptions(screen.getByLabelText("Praise or to improve"), "Praise");
    await user.selectOptions(screen.getByLabelText("Kind of note"), "Other");
    await screen.findByText("Nothing kept fits these choices. Widen one of them.");
  });
  it("keeps one by keys alone, with a name to begin with", async () => {
    const { user, door } = await open_house();
    const { field, kept } = await search(user);
    await user.type(field, "drill");
    await user.keyboard("{Alt>}k{/Alt}");
    const sheet = within(await screen.findByTestId("keep-search"));
    expect(sheet.getByLabelText<HTMLInputElement>("Name").value).toBe("drill");
    await user.clear(sheet.getByLabelText("Name"));
    await user.keyboard("{Enter}");
    expect((await sheet.findByRole("alert")).textContent).toBe("Say in a few words what it finds.");
    await user.keyboard("Rehearsals{Enter}");
    await waitFor(() => expect(screen.queryByTestId("keep-search")).toBeNull());
    expect(door.called("search.save")).toEqual([{ name: "Rehearsals", asked: { query: "drill" } }]);
    expect((await kept.findByRole("button", { name: "Rehearsals" })).getAttribute("aria-current")).toBe(
      "true",
    );
    // It is kept already.
    expect(kept.queryByRole("button", { name: "Keep this search" })).toBeNull();
  });
  it("opens one by Alt and its number, or by Enter, with all that it asks", async () => {
    const { user, door } = await open_house();
    await keep(door, "Not raised", { query: "", kinds: ["note"], raised: false, goal: "g1", person: "maya" });
    await keep(door, "Drills", { query: "drill" });
    const { field, kept } = await search(user);
    await kept.findByRole("button", { name: "Not raised" });
    await user.keyboard("{Alt>}2{/Alt}");
    await waitFor(() => expect(chosen("In")).toBe("Fuzzy folder"));
    await waitFor(() => expect(chosen("Goal")).toBe("Regional failover under 90 s"));
    expect([field.value, chosen("About"), chosen("Talked about")]).toEqual(["", "Maya Okafor", "Not yet"]);
    kept.getByRole("button", { name: "Drills" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(field.value).toBe("drill"));
    expect(document.activeElement).toBe(field);
    expect([chosen("In"), chosen("About")]).toEqual(["Everything", "Everybody"]);
  });
  it("gives the focus back to where one types once its button is gone", async () => {
    const { user } = await open_house();
    const { field, kept } = await search(user);
    await user.type(field, "drill");
    await user.click(kept.getByRole("button", { name: "Keep this search" }));
    await screen.findByTestId("keep-search");
    await user.keyboard("{Enter}");
    await user.click(await kept.findByRole("button", { name: "Remove drill" }));
    await kept.findByText(/^None yet\./);
    await waitFor(() => expect(document.activeElement).toBe(field));
  });
  it("renames one, and says when the name is taken", async () => {
    const { user, door } = await open_house();
    await keep(door, "Drills", { query: "drill" });
    await keep(door, "Calls", { query: "call" });
    const { kept } = await search(user);
    await user.click(await kept.findByRole("button", { name: "Rename Drills" }));
    const sheet = within(await screen.findByTestId("keep-search"));
    await user.clear(sheet.getByLabelText("Name"));
    await user.keyboard("Calls{Enter}");
    expect((await sheet.findByRole("alert")).textContent).toContain("There is a kept search of this name.");
    await user.clear(sheet.getByLabelText("Name"));
    await user.keyboard("Rehearsals{Enter}");
    await kept.findByRole("button", { name: "Rehearsals" });
    expect(door.called("search.save").at(-1)).toMatchObject({
      name: "Rehearsals",
      asked: { query: "drill" },
    });
    expect(kept.queryByRole("button", { name: "Drills" })).toBeNull();
  });
  it("removes one, and gives it back", async () => {
    const { user, door } = await open_house();
    await keep(door, "Drills", { query: "drill" });
    const { kept } = await search(user);
    await user.click(await kept.findByRole("button", { name: "Remove Drills" }));
    await kept.findByText(/^None yet\./);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await kept.findByRole("button", { name: "Drills" })).toBeTruthy();
  });
  it("takes what was changed meanwhile into the one that is open", async () => {
    const { user, door } = await open_house();
    const id = await keep(door, "Drills", { query: "drill" });
    const { field, kept } = await search(user);
    await user.click(await kept.findByRole("button", { name: "Drills" }));
    await user.type(field, "s");
    await user.click(await kept.findByRole("button", { name: "Keep the change in “Drills”" }));
    await waitFor(() =>
      expect(door.called("search.save")).toEqual([{ id, name: "Drills", asked: { query: "drills" } }]),
    );
  });
  it("is found by its name in the palette, and covered while presenting", async () => {
    const { user, door } = await open_house();
    await keep(door, "Rehearsals of the year", { query: "drill" });
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByTestId("palette");
    await user.keyboard("rehearsals");
    await screen.findByText("Kept search");
    await user.keyboard("{Enter}");
    await in_room("search");
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("search-field").value).toBe("drill"));
    await user.keyboard("{F8}");
    await screen.findByRole("button", { name: "Kept searches, covered" });
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByTestId("palette");
    await user.keyboard("rehearsals");
    expect(screen.queryByText("Kept search")).toBeNull();
  });
});
