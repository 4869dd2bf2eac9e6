import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Happening } from "./calls";
import { call, carry_with } from "./door";
import { open_ears } from "./events";
import { ask, forget_answers, recall, recall_or_ask } from "./kept";

describe("an answer", () => {
  let asked: string[] = [];
  let say: (happening: Happening) => void = () => {};
  let hold: Promise<void> = Promise.resolve();
  let close = () => {};
  const changed: Happening = { kind: "changed", records: [] } as unknown as Happening;

  beforeEach(async () => {
    forget_answers();
    asked = [];
    hold = Promise.resolve();
    carry_with({
      call: async (name) => {
        asked.push(name);
        await hold;
        return [asked.length];
      },
      listen: async (hear) => {
        say = hear;
        return () => {};
      },
    });
    close = await open_ears();
  });
  afterEach(() => close());

  it("is there at once the second time, for the same question only", async () => {
    expect(recall("goal.list", {})).toBeNull();
    await ask("goal.list", {});
    expect(recall("goal.list", {})).toEqual([1]);
    expect(recall("goal.list", { person: "maya" })).toBeNull();
    expect(await recall_or_ask("goal.list", {})).toEqual([1]);
    expect(asked).toEqual(["goal.list"]);
  });
  it("is forgotten when something was written", async () => {
    await ask("goal.list", {});
    say(changed);
    expect(recall("goal.list", {})).toBeNull();
  });
  it("is not kept when something was written while it was on its way", async () => {
    let arrive = () => {};
    hold = new Promise((done) => (arrive = done));
    const answer = ask("goal.list", {});
    say(changed);
    arrive();
    await answer;
    expect(recall("goal.list", {})).toBeNull();
  });
  it("is forgotten as soon as a deed is under way, and none is kept until it is done", async () => {
    await ask("goal.list", {});
    let arrive = () => {};
    hold = new Promise((done) => (arrive = done));
    const deed = call("one_on_one.write", { section: "s1", text: "More" });
    expect(recall("goal.list", {})).toBeNull();
    const answer = ask("goal.list", {});
    arrive();
    await Promise.all([deed, answer]);
    expect(recall("goal.list", {})).toBeNull();
    await ask("goal.list", {});
    expect(recall("goal.list", {})).not.toBeNull();
  });
  it("about the vault itself is never kept", async () => {
    await ask("vault.status", {});
    expect(recall("vault.status", {})).toBeNull();
  });
  it("makes room for newer ones", async () => {
    for (let n = 0; n < 80; n++) await ask("person.get", { id: `p${n}` });
    expect(recall("person.get", { id: "p0" })).toBeNull();
    expect(recall("person.get", { id: "p79" })).toEqual([80]);
  });
});
