// Light or dark: as the settings say, or as the system does.
export type Theme = "system" | "light" | "dark";

let chosen: Theme = "system";
const system = () => window.matchMedia?.("(prefers-color-scheme: dark)");

function apply(): void {
  const dark = chosen === "dark" || (chosen === "system" && system()?.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

export function set_theme(theme: Theme): void {
  chosen = theme;
  apply();
}

/** The other one of what is shown now. */
export function next_theme(): Theme {
  return document.documentElement.dataset.theme === "dark" ? "light" : "dark";
}

export function follow_system(): void {
  apply();
  system()?.addEventListener?.("change", apply);
}
