// Looks at the page as a person or a screen reader would: by what is shown and by accessible names.
// Called with (what, name); answers with an element, a text, or nothing.
const [what, name] = arguments;
const shown = (element) => {
  if (!element.isConnected || element.closest("[inert], [aria-hidden=true]")) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
};
const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const by_ids = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const named = (element) => {
  if (element.hasAttribute("aria-label")) return clean(element.getAttribute("aria-label"));
  if (element.hasAttribute("aria-labelledby")) return clean(by_ids(element.getAttribute("aria-labelledby")));
  if (element.labels?.length) return clean([...element.labels].map((label) => label.textContent).join(" "));
  if (element.getAttribute("placeholder")) return clean(element.getAttribute("placeholder"));
  return clean(element.innerText || element.textContent) || clean(element.getAttribute("title"));
};
// A sheet that lies over the page is all there is.
const reachable = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const PRESSABLE = "button, a[href], summary, [role=button], [role=tab], [role=option], [role=menuitem], [role=link], [role=radio], [role=switch], input[type=checkbox], input[type=radio], label";
const WRITABLE = "input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true], [contenteditable=''], [role=textbox], [role=combobox]";
const pick = (elements) => {
  const found = [...elements].filter(shown).map((element) => [named(element), element]);
  const exact = found.find(([called]) => called === name);
  const begins = found.find(([called]) => called.startsWith(name));
  const holds = found.find(([called]) => called.includes(name));
  return (exact ?? begins ?? holds)?.[1] ?? null;
};
if (what === "press") return pick(reachable.querySelectorAll(PRESSABLE));
if (what === "write") return pick(reachable.querySelectorAll(WRITABLE));
if (what === "text") return clean(document.body.innerText);
if (what === "focused") return document.activeElement === document.body ? "" : named(document.activeElement);
if (what === "values") return [...document.querySelectorAll("input, textarea")].map((element) => element.value).join("\n");
throw new Error(`page.js does not know ${what}`);
