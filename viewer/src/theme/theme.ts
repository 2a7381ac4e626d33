// Colours by the reader's choice, else by the system's: light, dark, or black and white.

import type { App } from "../app.ts";
import type { Theme } from "../state/view.ts";
import { menu } from "../toolbar/menu.ts";
import { words } from "../words/words.ts";

const text = words({
  ko: { theme: "화면 색", system: "시스템 설정", light: "밝게", dark: "어둡게", contrast: "고대비" },
  en: { theme: "Colours", system: "As the system", light: "Light", dark: "Dark", contrast: "High contrast" },
});
const THEMES: readonly Theme[] = ["system", "light", "dark", "contrast"];

const dark = matchMedia("(prefers-color-scheme: dark)");
const wishes = [matchMedia("(prefers-contrast: more)"), matchMedia("(forced-colors: active)")];

/** Sets the colours before the graph reads them, and follows the system while the page is open. */
export function showTheme(app: App): void {
  const { naming, store } = app;
  const set = (): void => {
    document.documentElement.dataset["theme"] = resolved(store.view.theme);
  };
  store.watch(["theme"], set);
  for (const wish of [dark, ...wishes]) wish.addEventListener("change", set);
  menu(app, "theme", {
    order: 40, icon: "theme", label: () => text(naming.language, "theme"),
    items: () => THEMES.map((theme) => ({
      label: text(naming.language, theme), chosen: store.view.theme === theme, onclick: () => store.change({ theme }),
    })),
  });
}

function resolved(theme: Theme): string {
  const contrast = theme === "contrast" || (theme === "system" && wishes.some(({ matches }) => matches));
  if (contrast) return dark.matches ? "contrast-dark" : "contrast";
  return theme === "system" ? (dark.matches ? "dark" : "light") : theme;
}
