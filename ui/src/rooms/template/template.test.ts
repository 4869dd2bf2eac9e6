import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { open_house, open_meeting, type Opened } from "../../../test/house";
import { words } from "./words";

const on = (user: UserEvent) => user.keyboard("{Control>}{Enter}{/Control}");
const sheet = () => within(screen.getByTestId("templates"));
const rows = () => sheet().getAllByTestId("template");
const headings = () => sheet().getAllByLabelText<HTMLInputElement>(words.heading);
const titles = () => headings().map((input) => input.value);
const missing = () => sheet().getByTestId("missing").textContent?.trim();
const part = (at: number) => within(sheet().getAllByTestId("section")[at]!);
const listed = () => waitFor(() => expect(rows().length).toBeGreaterThan(0));

async function open_templates(): Promise<Opened> {
  const opened = await open_house();
  await opened.user.keyboard("ct");
  await screen.findByTestId("templates");
  await listed();
  return opened;
}
async function open_template(): Promise<Opened> {
  const opened = await open_templates();
  await opened.user.click(sheet().getByRole("button", { name: "Change: Live services" }));
  return opened;
}

describe("the templates", () => {
  it("stand in a list; what is built in can only be copied", async () => {
    await open_templates();
    const [people, managers, own] = rows().map((row) => within(row));
    for (const built_in of [people!, managers!]) {
      expect(built_in.getByText(words.built_in)).toBeTruthy();
      expect(built_in.getAllByRole("button").map((button) => button.textContent?.trim())).toEqual([
        words.copy,
      ]);
    }
    expect(own!.getByText("version 3")).toBeTruthy();
    expect(document.activeElement).toBe(people!.getByRole("button"));
  });
  it("a copy is a new template, and the built-in one stays", async () => {
    const { user, door } = await open_templates();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(sheet().getByLabelText(words.name));
    expect(titles()).toHaveLength(5);
    await on(user);
    await listed();
    expect(door.called("template.save")[0]).toMatchObject({ name: "For people, copy" });
    expect(door.called("template.save")[0]).not.toHaveProperty("id");
    await waitFor(() => expect(rows()).toHaveLength(4));
  });
  it("is removed with a way back that lies in the sheet", async () => {
    const { user } = await open_templates();
    await user.click(sheet().getByRole("button", { name: "Remove: Live services" }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(screen.getByTestId("templates").contains(document.activeElement)).toBe(true);
    await user.click(sheet().getByRole("button", { name: words.undo }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });
});

describe("a template", () => {
  it("says while it is written which aims have no section yet", async () => {
    const { user } = await open_template();
    expect(missing()).toContain(words.whole);
    const needs = part(2);
    await user.click(needs.getByRole("button", { name: words.aim.about_manager }));
    await user.click(needs.getByRole("button", { name: words.aim.personal }));
    expect(missing()).toBe("No section yet for personal matters and feedback about you.");
    await user.click(part(0).getByRole("button", { name: words.take_out("Where you are going") }));
    expect(missing()).toContain("goals and career");
    expect(document.activeElement).toBe(headings()[0]);
  });
  it("is refused by the door while an aim has none, and the words stay", async () => {
    const { user } = await open_template();
    await user.type(headings()[0]!, ", and how");
    await user.click(part(1).getByRole("button", { name: words.aim.environment }));
    await on(user);
    expect((await sheet().findByRole("alert")).textContent).toContain(
      "No section serves this aim: the environment.",
    );
    expect(titles()[0]).toBe("Where you are going, and how");
  });
  it("is changed into a new version, of which old documents know nothing", async () => {
    const { user, door } = await open_template();
    await user.type(sheet().getByLabelText(words.name), " team");
    expect(missing()).not.toContain("version");
    await user.click(part(1).getByRole("checkbox", { name: words.brief }));
    expect(missing()).toContain(words.makes_version(4));
    await on(user);
    await waitFor(() => expect(rows()[2]!.textContent).toContain("version 4"));
    expect(door.called("template.save")).toHaveLength(1);
    expect(door.called("template.save")[0]).toMatchObject({
      id: "t1",
      name: "Live services team",
      sections: [
        { title: "Where you are going", brief: false },
        { title: "What pages us for nothing", brief: true, aims: ["environment"] },
        { title: "You and me", kind: "needs" },
      ],
    });
    await user.click(sheet().getByRole("button", { name: words.undo }));
    await waitFor(() => expect(rows()[2]!.textContent).toContain("version 3"));
  });
  it("has its sections moved by keys and by buttons, and the keys stay where they were", async () => {
    const { user } = await open_template();
    const [first] = headings();
    first!.focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(titles()[0]).toBe("Where you are going");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(titles()[1]).toBe("Where you are going"));
    expect(document.activeElement).toBe(headings()[1]);
    await user.click(part(1).getByRole("button", { name: words.down("Where you are going") }));
    await waitFor(() => expect(titles()[2]).toBe("Where you are going"));
    expect(document.activeElement).toBe(headings()[2]);
    expect(part(2).getByRole<HTMLButtonElement>("button", { name: /^Move down/ }).disabled).toBe(true);
  });
  it("keeps its keys from the page below", async () => {
    const { user } = await open_house();
    await open_meeting(user);
    await user.keyboard("ct");
    await screen.findByTestId("templates");
    await listed();
    await user.keyboard("{Enter}{Alt>}{ArrowDown}{/Alt}");
    expect(document.activeElement).toBe(sheet().getByLabelText(words.name));
  });
  it("begins empty; a section of a kind comes with what that is usually for", async () => {
    const { user, door } = await open_templates();
    await user.click(sheet().getByRole("button", { name: words.empty }));
    await on(user);
    expect(sheet().getByText(words.name_missing)).toBeTruthy();
    await user.type(sheet().getByLabelText(words.name), "Short");
    await user.click(sheet().getByRole("button", { name: words.add }));
    expect(document.activeElement).toBe(headings()[0]);
    await on(user);
    expect((await sheet().findByRole("alert")).textContent).toContain(words.heading_missing);
    expect(headings()[0]!.getAttribute("aria-invalid")).toBe("true");
    await user.selectOptions(part(0).getByLabelText(words.kind_label), "needs");
    expect(titles()).toEqual(["What do you need from me?"]);
    expect(missing()).toBe("No section yet for goals and career and the environment.");
    for (const aim of ["career", "environment"] as const)
      await user.click(part(0).getByRole("button", { name: words.aim[aim] }));
    await on(user);
    await waitFor(() => expect(rows()).toHaveLength(4));
    const [save] = door.called("template.save");
    expect(save!.sections.map(({ kind, aims }) => [kind, [...aims].sort()])).toEqual([
      ["needs", ["about_manager", "career", "environment", "feedback", "personal"]],
    ]);
  });
  it("is not left unsaved by one slip", async () => {
    const { user, door } = await open_template();
    await user.type(headings()[0]!, "?");
    await user.keyboard("{Escape}");
    expect(sheet().getByText(words.not_saved)).toBeTruthy();
    await user.keyboard("?");
    expect(sheet().queryByText(words.not_saved)).toBeNull();
    await user.keyboard("{Escape}{Escape}");
    await listed();
    expect(door.called("template.save")).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("templates")).toBeNull());
  });
});
