import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, in_room, open_house, open_person } from "../../../test/house";
import { go_on, gone, part } from "../../../test/talks";
import { words as parts } from "../parts/words";
import { words } from "./words";

const DAY = "2026-11-19";

describe("the page of talks", () => {
  it("says what waits first, and keeps closed ones below until asked for", async () => {
    const { user } = await open_house();
    await go(user, "d", "talks");
    const list = await part("talks");
    await waitFor(() =>
      expect(list.getAllByTestId("talk-row").map((row) => row.textContent)).toEqual([
        expect.stringMatching(/Rollback plans.*Noticed 15 days ago/s),
        expect.stringMatching(/not listening.*today.*Jun answered 8 days ago; Tomás has not heard.*twice/s),
        expect.stringMatching(/Hand-overs.*The answer is due today.*ask HR/s),
        expect.stringMatching(/Customers hear.*Can be talked about/s),
      ]),
    );
    expect(list.getAllByRole("heading").map((one) => one.textContent)).toEqual([
      "What waits",
      "Ready to talk about",
    ]);
    await user.click(screen.getByRole("checkbox", { name: words.with_closed }));
    expect(await screen.findByText(/Closed on 20 Aug: Asks early now/)).toBeTruthy();
  });
  it("says what a talk is for when there is none", async () => {
    const { user } = await open_house({ empty: true });
    await go(user, "d", "talks");
    expect(await screen.findByText(words.none_text)).toBeTruthy();
  });
  it("leads to the first person where there is nobody to talk with", async () => {
    const { user } = await open_house({ empty: true });
    await user.keyboard("cd");
    const form = await part("talk-begin");
    expect(form.getByText(parts.nobody_yet)).toBeTruthy();
    await user.click(form.getByRole("button", { name: parts.add_somebody }));
    expect(await screen.findByTestId("person-sheet")).toBeTruthy();
    await gone("talk-begin");
  });
  it("names neither subject nor person while somebody looks on", async () => {
    const { user } = await open_house();
    await go(user, "d", "talks");
    await screen.findByRole("button", { name: /^Rollback plans/ });
    await user.keyboard("{F8}");
    expect(await screen.findByRole("button", { name: "Talk 1, covered" })).toBeTruthy();
    for (const text of [/Rollback plans/, /Jun answered/, /Somebody answered/])
      expect(screen.queryAllByText(text).every((one) => one.closest("[hidden]"))).toBe(true);
    expect(within(screen.getByRole("main")).queryAllByText(/Jun answered/)).toEqual([]);
  });
  it("begins a talk by a few letters, one line and a day", async () => {
    const { user, door } = await open_house();
    await user.keyboard("cd");
    const form = await part("talk-begin");
    await go_on(user);
    expect(form.getByText(words.who_missing)).toBeTruthy();
    expect(form.getByText(words.subject_missing)).toBeTruthy();
    await user.type(form.getByTestId("person-pick"), "eli{Enter}");
    await user.type(form.getByLabelText(words.subject), "Dates are promised alone");
    await go_on(user);
    await in_room("talk");
    expect(door.called("talk.begin")).toEqual([
      { person: "elif", title: "Dates are promised alone", first_seen: DAY },
    ]);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText(words.gone_title)).toBeTruthy();
  });
  it("begins one from a constructive note, with its day, and from no other", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Maya Okafor");
    const note = screen.getByText(/^Change record went in/).closest<HTMLElement>("article")!;
    const praise = screen.getByText(/^Stayed on the bridge/).closest<HTMLElement>("article")!;
    expect(within(praise).queryByRole("button", { name: words.begin })).toBeNull();
    await user.click(within(note).getByRole("button", { name: words.begin }));
    await user.type((await part("talk-begin")).getByLabelText(words.subject), "Rollback first");
    await go_on(user);
    await in_room("talk");
    expect(door.called("talk.begin")).toEqual([
      { person: "maya", title: "Rollback first", first_seen: "2026-11-13", notes: ["n3"] },
    ]);
  });
});

describe("where else talks stand", () => {
  it("Today says what waits, and nothing at all when nothing does", async () => {
    const { user, door } = await open_house();
    expect((await part("talk-waits")).getAllByTestId("talk-row")).toHaveLength(3);
    await user.keyboard("{F8}");
    expect(await screen.findByRole("button", { name: "Talk 3, covered" })).toBeTruthy();
    door.answers["talk.list"] = () => [];
    for (const id of ["t1", "t3", "t4"]) await door.call("talk.remove", { id });
    await gone("talk-waits");
  });
  it("a person's page lists theirs on the private ground", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Tomás Lindqvist");
    await user.click(screen.getByRole("tab", { name: "Talks" }));
    const rows = await part("person-talks");
    expect(rows.getAllByTestId("talk-row")).toHaveLength(1);
    expect(screen.getByTestId("person-talks").closest(".private")).toBeTruthy();
    await user.keyboard("{F8}");
    expect(await screen.findByRole("button", { name: "Talks, covered" })).toBeTruthy();
    expect(screen.getByTestId("person-talks").closest("[hidden]")).toBeTruthy();
    await user.keyboard("{F8}");
    await user.click(screen.getByRole("button", { name: words.begin }));
    await user.type((await part("talk-begin")).getByLabelText(words.subject), "Late");
    await go_on(user);
    await in_room("talk");
    expect(door.called("talk.begin")[0]).toMatchObject({ person: "tomas" });
  });
  it("a search that finds one opens it", async () => {
    const { user, door } = await open_house();
    door.answers["search.find"] = () => ({
      people: [],
      hits: [
        {
          ...{ kind: "talk", record: "t2", open: { room: "talk", id: "t2" }, person: "elif" },
          ...{ person_name: "Elif Brandt", title: "Talk", on: null },
          snippet: [{ text: "when a release slips", hit: true }],
        },
      ],
    });
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByTestId("search-field"), "slips");
    await screen.findByRole("option", { name: /when a release slips/ });
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByText(/when a release slips/)).toBeNull());
    await user.keyboard("{F8}");
    await user.click(await screen.findByRole("option", { name: /when a release slips/ }));
    await in_room("talk");
    expect(await screen.findByRole("heading", { name: /^Customers hear/, level: 1 })).toBeTruthy();
  });
});
