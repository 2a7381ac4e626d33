// The drawer of filters at the left of the stage, and the button that opens it.

import type { App } from "../app.ts";
import { type Children, button, byId, element, hidden, nodes } from "../dom.ts";
import { tool } from "../toolbar/toolbar.ts";
import { showBar } from "./bar.ts";
import { checklist } from "./checklist.ts";
import { active } from "./choose.ts";
import { ranges } from "./ranges.ts";
import type { Section } from "./section.ts";
import { visibleCount } from "./visible.ts";
import { text } from "./words.ts";

export function showFilters(app: App): void {
  showButton(app);
  showBar(app);
  showDrawer(app);
}

function showButton(app: App): void {
  const { naming, store } = app;
  const count = (): number => active(store.view.filter).length;
  const label = (): string => {
    const applied = count() ? [text(naming.language, "applied", { count: count() })] : [];
    return [text(naming.language, "filters"), ...applied].join(", ");
  };
  const made = tool(app, "filtering", {
    order: 20, icon: "filter", label, pressed: () => store.view.filtering, badge: () => (count() ? String(count()) : ""),
    onclick: () => store.change({ filtering: !store.view.filtering }),
  });
  made.querySelector(".badge-count")!.ariaHidden = "true"; // its name says so, too
}

function showDrawer(app: App): void {
  const { naming, store } = app;
  const drawer = byId("filters");
  let sections: Section[] = [];
  let language = "";
  const shown = element("p", { class: "note" });
  const close = (): void => {
    store.change({ filtering: false });
    byId("filtering").focus();
  };
  const update = (): void => {
    if (!store.view.filtering) return;
    if (language !== naming.language) {
      sections = built(app);
      language = naming.language;
      drawer.setAttribute("aria-label", text(naming.language, "filters"));
      drawer.replaceChildren(...nodes([head(app, shown, close), sections.map((one) => one.element)]));
    }
    shown.textContent = text(naming.language, "shown",
      { shown: naming.number(visibleCount(app)), total: naming.number(app.data.statements.length) });
    for (const one of sections) one.update();
  };
  store.watch(["filter", "filtering", "language"], update);
  showOpen(app, drawer);
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
}

/** Opens and closes; whoever opens it is taken there, a link that opens it takes nobody. */
function showOpen({ store }: App, drawer: HTMLElement): void {
  let first = true;
  store.watch(["filtering"], () => {
    drawer.hidden = !store.view.filtering;
    if (!first && !drawer.hidden) drawer.querySelector<HTMLElement>("h2")?.focus();
    first = false;
  });
}

const built = (app: App): Section[] => [
  ...(["types", "predicates", "statuses", "groups", "documents"] as const).map((part) => checklist(app, part)), ...ranges(app),
];

function head({ naming }: App, shown: HTMLElement, close: () => void): Children {
  return element("div", { class: "drawer-head" },
    element("div", {}, element("h2", { tabindex: "-1" }, text(naming.language, "filters")), shown),
    button({ class: "quiet", onclick: close, title: "Esc" }, text(naming.language, "close"), hidden(" ✕")));
}
