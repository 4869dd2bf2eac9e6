import { describe, expect, it } from "vitest";
import { Live } from "./live.svelte";

/** Questions that are answered by hand, in any order. */
function by_hand() {
  const answers: ((answer: string) => void)[] = [];
  const live = new Live<string>(() => new Promise((done) => answers.push(done)));
  return { live, answer: (at: number, text: string) => answers[at]!(text) };
}
/** What has come about by now. */
const settle = () => new Promise((done) => setTimeout(done));

describe("an answer that stays true", () => {
  it.each([
    ["in their order", [0, 1]],
    ["the other way round", [1, 0]],
  ])("is the one to the newest question, where they come %s", async (_, order) => {
    const { live, answer } = by_hand();
    const asked = [live.refresh(), live.refresh()];
    for (const at of order) answer(at, ["older", "newer"][at]!);
    await Promise.all(asked);
    expect(live.value).toBe("newer");
  });
  it("is waited for by whoever asked before", async () => {
    const { live, answer } = by_hand();
    let done = false;
    void live.refresh().then(() => (done = true));
    void live.refresh();
    answer(0, "older");
    await settle();
    expect([done, live.value]).toEqual([false, null]);
    answer(1, "newer");
    await settle();
    expect([done, live.value]).toEqual([true, "newer"]);
  });
  it("is not waited for once it is known from elsewhere", async () => {
    const { live, answer } = by_hand();
    const asked = live.refresh();
    live.know("known");
    answer(0, "older");
    await asked;
    expect(live.value).toBe("known");
  });
});
