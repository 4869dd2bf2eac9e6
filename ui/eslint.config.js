import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

// The tiers of the interface, held by lint: tokens, kit, rooms, frame. Each may look down, never up,
// rooms never see one another, and only door/ speaks to the window.
const rooms = [
  "today",
  "person",
  "one_on_one",
  "folder",
  "search",
  "history",
  "settings",
  "roster",
  "goal",
  "review",
  "review_input",
  "review_talk",
  "template",
  "calendar",
  "talk",
  "mail",
  "capture",
  "lock",
];
const window_only_in_door = {
  group: ["@tauri-apps/*"],
  message: "Only door/ speaks to the window.",
};
const refuse = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [window_only_in_door, ...patterns] }],
});
const frame_is_above = { group: ["**/frame/**"], message: "Frame stands above: nothing below imports it." };

export default ts.config(
  { ignores: ["dist", "node_modules", "src/door/calls.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs["flat/recommended"],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      // A style attribute in a template is written as HTML, which the page's policy refuses. `style:` is not.
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name='style']", message: "Use a class or a style: directive." },
      ],
      "no-console": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  { files: ["src/**"], ignores: ["src/door/**"], rules: refuse() },
  {
    files: ["src/kit/**"],
    rules: refuse(frame_is_above, {
      group: ["**/rooms/**", "**/door/**"],
      message: "The kit knows no nouns and no door.",
    }),
  },
  {
    files: ["src/rooms/parts/**", "src/rooms/*.ts"],
    rules: refuse(frame_is_above, {
      group: rooms.map((room) => `**/${room}/**`),
      message: "Parts stand below the rooms.",
    }),
  },
  ...rooms.map((room) => ({
    files: [`src/rooms/${room}/**`],
    rules: refuse(frame_is_above, {
      group: rooms.filter((other) => other !== room).map((other) => `../${other}/**`),
      message: "Rooms do not know each other.",
    }),
  })),
);
