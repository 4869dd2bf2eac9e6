import { describe, expect, it } from "vitest";
import { best, fit } from "./fuzzy";
import { visible_rows } from "./windowed";

describe("a few letters", () => {
  const names = ["Tomás Lindqvist", "Maya Okafor", "Sam Nakai", "Jun Ramesh"];
  it("find a name by its beginnings, without accents", () => {
    expect(best("tomas", names, (name) => name)[0]).toBe("Tomás Lindqvist");
    expect(best("mo", names, (name) => name)[0]).toBe("Maya Okafor");
    expect(best("nak", names, (name) => name)).toEqual(["Sam Nakai"]);
  });
  it("refuse what is not there", () => expect(fit("xyz", "Maya Okafor")).toBeNull());
});

describe("a long list", () => {
  it("keeps only what is near the view", () => {
    const { from, to } = visible_rows(60_000, 96, 96 * 30_000, 800);
    expect(to - from).toBeLessThan(40);
    expect(from).toBeLessThan(30_000);
    expect(to).toBeGreaterThan(30_008);
  });
  it("ends where the items end", () => {
    expect(visible_rows(3, 96, 0, 800)).toEqual({ from: 0, to: 3 });
    expect(visible_rows(0, 96, 500, 800)).toEqual({ from: 0, to: 0 });
  });
});
