// The header: what the page is, and its language and colours.

import { button, byId, element } from "../../../viewer/src/dom.ts";
import { icon } from "../../../viewer/src/icons.ts";
import { keep, recall } from "../kept.ts";
import type { Page } from "../page.ts";
import { text } from "../words.ts";

export function showHeader(page: Page): void {
  // The address holds the query: the link moves the focus alone.
  const leave = (event: Event): void => {
    event.preventDefault();
    byId("app").focus();
  };
  const skip = element("a", { class: "skip", href: "#app", onclick: leave });
  const summary = element("p", { id: "summary" });
  const links = element("nav", { class: "links" }, element("a", { href: "/graph.html" }), element("a", { href: "/downloads/" }));
  const tools = element("div", { class: "tools", role: "group" }, themeButton(page), languageButton(page));
  const heading = element("div", { class: "heading" }, element("h1", {}, element("a", { href: "/" }, "biograph")), summary);
  byId("top").before(skip);
  byId("top").append(heading, links, tools);
  page.watch(() => {
    document.documentElement.lang = page.language;
    document.title = `${text(page.language, "title")} · biograph`;
    skip.textContent = text(page.language, "skip");
    summary.textContent = text(page.language, "title");
    links.setAttribute("aria-label", text(page.language, "links"));
    links.children[0]!.textContent = text(page.language, "graph");
    links.children[1]!.textContent = text(page.language, "downloads");
    tools.setAttribute("aria-label", text(page.language, "tools"));
  });
}

function languageButton(page: Page): HTMLElement {
  const label = element("span", { class: "label" });
  const made = button({ id: "language", class: "tool", onclick: () => page.speak(page.other) }, label);
  page.watch(() => {
    label.textContent = text(page.language, "language");
    made.lang = page.other; // its label is in the language that it leads to
  });
  return made;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const wishes = [matchMedia("(prefers-contrast: more)"), matchMedia("(forced-colors: active)")];

/** The system's colours until the reader chooses. */
function themeButton(page: Page): HTMLElement {
  const made = button({ id: "theme", class: "tool", onclick: () => set(!isDark()) }, icon("theme"));
  const isDark = (): boolean => (recall("theme") ?? (dark.matches ? "dark" : "light")) === "dark";
  const show = (): void => {
    const contrast = wishes.some(({ matches }) => matches);
    document.documentElement.dataset["theme"] = contrast ? (isDark() ? "contrast-dark" : "contrast") : isDark() ? "dark" : "light";
    made.setAttribute("aria-pressed", String(isDark()));
  };
  const set = (wanted: boolean): void => {
    keep("theme", wanted ? "dark" : "light");
    show();
  };
  for (const wish of [dark, ...wishes]) wish.addEventListener("change", show);
  show();
  page.watch(() => {
    made.title = text(page.language, "dark");
    made.setAttribute("aria-label", made.title);
  });
  return made;
}
