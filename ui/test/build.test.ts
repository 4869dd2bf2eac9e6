// What is built: no invented people in it, nothing inlined that the page's policy refuses.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const out = mkdtempSync(join(tmpdir(), "inglenook-ui-"));
let files: { name: string; text: string }[] = [];

beforeAll(() => {
  // A build of its own: what lies in dist/ may be an older one.
  execFileSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--outDir", out, "--emptyOutDir", "--logLevel", "error"],
    { env: { PATH: process.env.PATH, NODE_ENV: "production" }, stdio: "pipe" },
  );
  files = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(html|js|css)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(out, name), "utf8") }));
}, 180_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("the build", () => {
  it("holds none of the preview’s people and nothing of its fake door", () => {
    const all = files.map((file) => file.text).join("\n");
    expect(all.length).toBeGreaterThan(100_000);
    const names = [
      "Okafor",
      "Lindqvist",
      "Ramesh",
      "Brandt",
      "Nakai",
      "Ruth Vance",
      "FakeDoor",
      "four quiet words",
    ];
    expect(names.filter((name) => all.includes(name))).toEqual([]);
  });
  it("has no inline script, no inline style and no style attribute", () => {
    const page = files.find((file) => file.name === "index.html")!.text;
    expect(/<style|\sstyle=|<script(?![^>]*\ssrc=)/.test(page)).toBe(false);
    const script = files
      .filter((file) => file.name.endsWith(".js"))
      .map((file) => file.text)
      .join("");
    // Templates are HTML inside the script: a style attribute there would be refused too.
    expect(script.match(/<[a-z][^<>`"']{0,80} style="/g)).toBeNull();
    expect(script.match(/createElement\(["'`]style["'`]\)/g)).toBeNull();
  });
  it("names no other place on the network", () => {
    const names = files.flatMap((file) => file.text.match(/https?:\/\/[\w.-]+/g) ?? []);
    // Names of a namespace and of pages that explain an error: words, never fetched.
    const allowed = ["http://www.w3.org", "https://svelte.dev", "https://prosemirror.net"];
    expect([...new Set(names)].filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
