// The page of goals and a goal’s sheet, as a person opens them.
import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";
import { words } from "../src/rooms/goal/words";
import { go, open_house, type Opened } from "./house";

/** The one key that goes on. */
export const on = (user: UserEvent) => user.keyboard("{Control>}{Enter}{/Control}");
/** A goal as the fake vault holds it. */
export const goal_of = ({ door }: Pick<Opened, "door">, id: string) =>
  door.house.hold.goals.find((one) => one.id === id)!;

export async function open_goals(): Promise<Opened> {
  const opened = await open_house();
  await go(opened.user, "g", "goals");
  return opened;
}
export async function open_goal(user: UserEvent, title: RegExp) {
  await user.click(await screen.findByRole("button", { name: title }));
  await screen.findByTestId("story");
  return within(screen.getByTestId("goal-sheet"));
}
export async function change_words(user: UserEvent) {
  await user.click(screen.getByRole("button", { name: words.change }));
  const sheet = within(screen.getByTestId("goal-sheet"));
  const title = await sheet.findByLabelText<HTMLInputElement>("Goal");
  await waitFor(() => expect(document.activeElement).toBe(title));
  return { sheet, title };
}
export const gone = () => waitFor(() => expect(screen.queryByTestId("goal-sheet")).toBeNull());
