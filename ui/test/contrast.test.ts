// Every ink reads on every ground it stands on: at least 4.5 to 1, in both themes.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/tokens/tokens.css", "utf8");

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("\n}")[0]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken", "private"];
const pairs: [string, string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as [string, string])),
  ...["praise", "grow", "alert", "calm"].map((ink) => [ink, `${ink}-g`] as [string, string]),
  ...["praise", "grow", "alert", "calm", "ember"].flatMap((ink) => [
    [ink, "surface"] as [string, string],
    [ink, "paper"] as [string, string],
  ]),
  ["grow", "private"],
  ["ink", "ember-g"],
  ["ink-3", "ember-g"],
  ["ink", "praise-g"],
  ["on-ember", "ember"],
  ["on-praise", "praise"],
  ["paper", "ink"],
  ...[0, 1, 2, 3, 4, 5].map((hue) => ["on-hue", `hue-${hue}`] as [string, string]),
];

describe("contrast", () => {
  const light = tokens(":root");
  const dark = { ...light, ...tokens('[data-theme="dark"]') };
  for (const [name, theme] of Object.entries({ light, dark })) {
    it(`is at least 4.5 to 1, ${name}`, () => {
      const weak = pairs
        .map(([ink, ground]) => ({ ink, ground, ratio: contrast(theme[ink]!, theme[ground]!) }))
        .filter(({ ratio }) => ratio < 4.5)
        .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`);
      expect(weak).toEqual([]);
    });
  }
});
