// The whole window over a fake vault, and what a person does with it.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { expect, vi, type Mock } from "vitest";
import { FakeDoor, type FakeOptions } from "../dev/fake_door";
import { carry_with } from "../src/door/door";
import Window from "../src/frame/Window.svelte";

export interface Opened {
  door: FakeDoor;
  user: UserEvent;
  start_anew: Mock<() => void>;
}

export async function open_house(options: FakeOptions = {}): Promise<Opened> {
  const door = new FakeDoor(options);
  carry_with(door);
  const start_anew = vi.fn<() => void>();
  render(Window, { start_anew });
  if ((options.state ?? "open") === "open") await screen.findByTestId("headline");
  return { door, user: userEvent.setup(), start_anew };
}

/** Presses G and a letter, and waits for the room. */
export async function go(user: UserEvent, letter: string, room: string): Promise<void> {
  await user.keyboard(`g${letter}`);
  await in_room(room);
}
export async function in_room(room: string): Promise<void> {
  await waitFor(() => expect(document.querySelector("main")?.dataset.room).toBe(room));
}

export async function open_person(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getAllByRole("button", { name })[0]!);
  await screen.findByRole("heading", { name, level: 1 });
}

export async function open_meeting(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole("button", { name: "Prepare: Maya Okafor" }));
  await screen.findByTestId("one-on-one");
}

/** Writes at the start of a text, the way a paste does: jsdom has no keys for editable text. */
export async function write_into(testid: string, text: string): Promise<void> {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  const clipboardData = {
    types: ["text/plain"],
    files: [],
    items: [],
    getData: (type: string) => (type === "text/plain" ? text : ""),
  };
  Object.assign(event, { clipboardData });
  await fireEvent(screen.getByTestId(testid), event);
}
