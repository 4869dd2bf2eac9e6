import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_house, open_person } from "../../../test/house";
import { words } from "./standing_words";
import { words as person } from "./words";

describe("where somebody stands", () => {
  it("holds talks, goals and notes that were talked about, and says so", async () => {
    const { user, door } = await open_house();
    await open_person(user, "Tomás Lindqvist");
    await user.click(screen.getByRole("tab", { name: person.tab.standing }));
    const tab = within(await screen.findByTestId("standing"));
    expect(await tab.findByText(words.only_said("Tomás"))).toBeTruthy();
    expect(tab.getByRole("button", { name: /^Let others speak first/ })).toBeTruthy();
    expect(door.called("review.standing")).toContainEqual({ person: "tomas" });
    await user.keyboard("{F8}");
    const talk = tab.getByText("Let others speak first in design reviews.");
    await waitFor(() => expect(talk.closest("[hidden]")).not.toBeNull());
  });
  it("is there about oneself too", async () => {
    const { user } = await open_house();
    await user.keyboard("{Control>}k{/Control}kessler");
    await screen.findByRole("option", { name: /Dana Kessler/ });
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("tab", { name: person.tab.own_standing }));
    const tab = within(await screen.findByTestId("standing"));
    expect(await tab.findByText(words.own_only_said)).toBeTruthy();
    await user.click(tab.getByRole("button", { name: words.note_heard }));
    const note = await screen.findByTestId<HTMLInputElement>("quick-note-who");
    await waitFor(() => expect(note.value).toContain("Dana Kessler"));
  });
  it("leads on where nothing was said yet: into the folder, with the focus", async () => {
    const { user, door } = await open_house();
    door.answers["review.standing"] = () => ({ cycle: "2026", talks: [], goals: [], said: [] });
    await open_person(user, "Sam Nakai");
    await user.click(screen.getByRole("tab", { name: person.tab.standing }));
    await user.click(await screen.findByRole("button", { name: words.to_folder }));
    expect(screen.getByRole("tab", { name: /Fuzzy folder/ }).getAttribute("aria-selected")).toBe("true");
    await waitFor(() => expect(document.activeElement?.id).toBe("person-panel"));
  });
});
