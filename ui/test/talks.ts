// What a person does with a talk.
import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";
import { flush_all } from "../src/kit/unsaved";
import { go, open_house, type Opened } from "./house";

/** The key that goes on, from any field of a form. */
export const go_on = (user: UserEvent) => user.keyboard("{Control>}{Enter}{/Control}");
export const gone = (testid: string) => waitFor(() => expect(screen.queryByTestId(testid)).toBeNull());
export const part = async (testid: string) => within(await screen.findByTestId(testid));

export async function open_talk(title: RegExp): Promise<Opened> {
  const opened = await open_house();
  await go(opened.user, "d", "talks");
  await opened.user.click(await screen.findByRole("button", { name: title }));
  await screen.findByTestId("talk");
  return opened;
}
/** Types into a text that saves itself, and waits until it is saved. */
export async function write(user: UserEvent, testid: string, text: string): Promise<void> {
  await user.type(await screen.findByTestId(testid), text);
  await flush_all();
}
