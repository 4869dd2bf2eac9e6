import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosave } from "./autosave.svelte";
import { flush_all, held_texts } from "./unsaved";

describe("text that saves itself", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const reason = (thrown: unknown) => String((thrown as Error).message);
  const place = { kind: "review", id: "r1" };
  const at = new Date(2026, 10, 19, 10, 42).toISOString();

  it("waits for a quiet moment and saves the last words once", async () => {
    const save = vi.fn(async () => ({ at }));
    const text = new Autosave({ place, save, reason });
    text.typed("a");
    await vi.advanceTimersByTimeAsync(700);
    text.typed("ab");
    await vi.advanceTimersByTimeAsync(700);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([["ab"]]);
    expect(text.sentence).toBe("Saved at 10:42");
    await text.end();
  });

  it("keeps the text when saving fails, says why, and tries again by itself", async () => {
    const save = vi.fn(async () => ({ at }));
    save.mockRejectedValueOnce(new Error("The disk is full."));
    const text = new Autosave({ place, save, reason });
    text.typed("precious");
    await vi.advanceTimersByTimeAsync(800);
    expect(text.sentence).toBe("Not saved: The disk is full.");
    expect(text.dirty).toBe(true);
    expect(held_texts()).toEqual([{ place, text: "precious" }]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(save.mock.calls).toEqual([["precious"], ["precious"]]);
    expect(held_texts()).toEqual([]);
    expect(text.sentence).toBe("Saved at 10:42");
    await text.end();
  });

  it("saves what was typed while a save was under way", async () => {
    let finish = () => {};
    const save = vi
      .fn(async () => ({ at }))
      .mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve({ at }))));
    const text = new Autosave({ place, save, reason });
    text.typed("one");
    await vi.advanceTimersByTimeAsync(800);
    text.typed("one two");
    expect(held_texts()).toEqual([{ place, text: "one two" }]);
    finish();
    await vi.advanceTimersByTimeAsync(800);
    expect(save.mock.calls).toEqual([["one"], ["one two"]]);
    expect(text.dirty).toBe(false);
    await text.end();
  });

  it("answers to the one who locks, also after its field is gone", async () => {
    let broken = true;
    const save = vi.fn(async () => {
      if (broken) throw new Error("No.");
      return { at };
    });
    const text = new Autosave({ place, save, reason });
    text.typed("last words");
    expect(await flush_all()).toBe(false);
    await text.end();
    expect(await flush_all()).toBe(false);
    broken = false;
    expect(await flush_all()).toBe(true);
    expect(save).toHaveBeenLastCalledWith("last words");
    await text.end();
  });
});
