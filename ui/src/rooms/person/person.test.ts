import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { go, in_room, open_house, open_person, write_into } from "../../../test/house";
import { people } from "../../../dev/people";
import { line_of } from "../../../dev/people";
import { as_rows, grouped_people } from "./state.svelte";

describe("people", () => {
  it("are grouped by relation, the closest first, and filtered by any word of the line", () => {
    const lines = people.map((person) => line_of(person));
    expect(grouped_people(lines, "").map((group) => group.relation)).toEqual([
      "direct_report",
      "my_manager",
      "peer",
      "hr",
    ]);
    expect(
      grouped_people(lines, "storage ines").flatMap((group) => group.people.map((one) => one.name)),
    ).toEqual(["Inés Corrado"]);
    expect(as_rows(grouped_people(lines, "maya"))).toHaveLength(2);
  });
  it("are filtered while typing and opened with the keyboard", async () => {
    const { user } = await open_house();
    await go(user, "p", "people");
    await user.type(await screen.findByTestId("people-filter"), "lind");
    expect(screen.getAllByTestId("person")).toHaveLength(1);
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("j{Enter}");
    expect(await screen.findByRole("heading", { name: "Tomás Lindqvist", level: 1 })).toBeTruthy();
  });
  it("put a screenful on the page when they are many, and more when its end comes near", async () => {
    const looks: (() => void)[] = [];
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
          looks.push(() => seen([{ isIntersecting: true }]));
        }
        observe() {}
        disconnect() {}
      },
    );
    const { user, door } = await open_house();
    const many = Array.from({ length: 900 }, (_, n) => ({ ...people[3]!, id: `x${n}`, name: `Person ${n}` }));
    door.house.deed("roster.apply", "People brought in", () => door.house.hold.people.push(...many));
    await go(user, "p", "people");
    // Not the few who were there before: their list has no end to come near.
    await screen.findByTestId("more-to-come");
    const first = screen.getAllByTestId("person").length;
    expect(first).toBeLessThan(20);
    looks.at(-1)!();
    await waitFor(() => expect(screen.getAllByTestId("person").length).toBeGreaterThan(first));
    expect(screen.getAllByTestId("person").length).toBeLessThan(60);
    vi.unstubAllGlobals();
  });
  it("can be added by name alone", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cp");
    await user.click(await screen.findByRole("button", { name: "Save" }));
    expect(screen.getByText("A name is needed.")).toBeTruthy();
    await user.type(screen.getByLabelText("Name"), "Kim Arden");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { name: "Kim Arden", level: 1 });
    expect(door.called("person.save")[0]).toMatchObject({
      name: "Kim Arden",
      relation: "direct_report",
      started_on: null,
    });
  });
});

describe("a person's page", () => {
  it("goes through the years", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Maya Okafor");
    await screen.findByText("2026, week by week");
    await user.keyboard("[[");
    expect(await screen.findByText("2025, week by week")).toBeTruthy();
    expect(door.called("person.year").at(-1)).toEqual({ id: "maya", year: 2025 });
    await user.keyboard("]".repeat(2));
    expect(await screen.findByText("2026, week by week")).toBeTruthy();
    expect((screen.getByRole("button", { name: /The year after/ }) as HTMLButtonElement).disabled).toBe(true);
  });
  it("says the year in one sentence to those who listen", async () => {
    const { user } = await open_house();
    await open_person(user, "Maya Okafor");
    expect(
      await screen.findByRole("img", {
        name: /^Maya Okafor: met in \d+ of \d+ weeks, \d+ praise, \d+ to improve$/,
      }),
    ).toBeTruthy();
  });
  it("opens a note about the person with N", async () => {
    const { user } = await open_house();
    await open_person(user, "Maya Okafor");
    await user.keyboard("n");
    await waitFor(() =>
      expect((screen.getByTestId("quick-note-who") as HTMLInputElement).value).toBe("Maya Okafor"),
    );
  });
  it("moves between its tabs with the arrows", async () => {
    const { user } = await open_house();
    await open_person(user, "Maya Okafor");
    screen.getByRole("tab", { name: /Fuzzy folder/ }).focus();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: /Goals/ }).getAttribute("aria-selected")).toBe("true");
    expect(await screen.findByRole("button", { name: /^Regional failover/ })).toBeTruthy();
  });
  it("keeps the manager's own words as they are typed", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Maya Okafor");
    await user.click(screen.getByRole("tab", { name: "About" }));
    const own = screen.getByRole("textbox", { name: "Your own words about this person" });
    own.dataset.testid = "own-words";
    await write_into("own-words", "Likes a plan. ");
    await waitFor(() => expect(door.called("person.save")).toHaveLength(1), { timeout: 3000 });
    expect(door.called("person.save")[0]).toMatchObject({ id: "maya", name: "Maya Okafor" });
    expect(door.called("person.save")[0]?.about).toMatch(/^Likes a plan\. Thinks out loud/);
  });
  it("removes only after a question, and can bring back", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Sam Nakai");
    await user.click(screen.getByRole("tab", { name: "About" }));
    await user.click(screen.getByRole("button", { name: "Remove this person" }));
    expect(door.called("person.remove")).toEqual([]);
    await user.click(within(screen.getByTestId("remove-person")).getByRole("button", { name: "Remove" }));
    await in_room("people");
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: /^Sam Nakai Systems/ })).toBeTruthy();
  });
});
