// What a person does with a review.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import type { FakeOptions } from "../dev/fake_door";
import { flush_all } from "../src/kit/unsaved";
import { go, open_house, type Opened } from "./house";

export interface OpenedReview extends Opened {
  /** The texts of its points, in order. */
  texts: () => HTMLElement[];
  /** The point that says this. */
  point: (words: RegExp | string) => HTMLElement;
}

export async function open_review(name: string, options: FakeOptions = {}): Promise<OpenedReview> {
  const opened = await open_house(options);
  await go(opened.user, "r", "reviews");
  const main = within(document.querySelector("main")!);
  await opened.user.click((await main.findAllByRole("button", { name: new RegExp(name) }))[0]!);
  await screen.findByTestId("review");
  await screen.findByTestId("evidence");
  if (name !== "Dana Kessler") await screen.findByTestId("look");
  const point = (words: RegExp | string) =>
    screen
      .getAllByTestId("point")
      .find((one) =>
        typeof words === "string" ? one.textContent.includes(words) : words.test(one.textContent),
      )!;
  return { ...opened, texts: () => screen.queryAllByTestId("point-text"), point };
}
export const text_in = (point: HTMLElement) => within(point).getByTestId("point-text");

/** Writes where the cursor is, the way a paste does: jsdom has no keys for editable text. */
export async function paste(into: HTMLElement, text: string): Promise<void> {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  const getData = (type: string) => (type === "text/plain" ? text : "");
  Object.assign(event, { clipboardData: { types: ["text/plain"], files: [], items: [], getData } });
  into.focus();
  await fireEvent(into, event);
}
export const saved = () => flush_all();
/** The piece of evidence that says this. */
export const piece = async (words: string) =>
  (await screen.findByText(words, { exact: false, selector: "[data-evidence] .prose" })).closest<HTMLElement>(
    "[data-evidence]",
  )!;
export const put = (card: HTMLElement) => within(card).getByRole("button");
export const gone = (testid: string) =>
  waitFor(() => screen.queryByTestId(testid) === null || Promise.reject());
