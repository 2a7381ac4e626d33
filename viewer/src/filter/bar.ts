// The line over the stage that says what is left out, each part with a way to take it back.

import type { App } from "../app.ts";
import { type Children, button, byId, element, hidden, name, nodes } from "../dom.ts";
import { unfiltered } from "../state/view.ts";
import type { Part } from "./barred.ts";
import { active, choose, cleared } from "./choose.ts";
import { described } from "./describe.ts";
import { undated } from "./ranges.ts";
import { visibleCount } from "./visible.ts";
import { text } from "./words.ts";

const QUIET = 400; // milliseconds without a change after which a screen reader is told

export function showBar(app: App): void {
  const { data, naming, store } = app;
  const bar = element("div", { id: "active", class: "filter-bar", role: "group" });
  const status = element("p", { class: "unseen", id: "shown", role: "status" });
  byId("active-filters").append(bar, status);
  const shown = (): string => text(naming.language, "shown", { shown: naming.number(visibleCount(app)), total: naming.number(data.statements.length) });
  let waiting = 0;
  let before = store.view.filter;
  store.watch(["filter", "language"], () => {
    const parts = active(store.view.filter);
    const focused = bar.contains(document.activeElement);
    bar.hidden = !parts.length;
    bar.setAttribute("aria-label", text(naming.language, "active"));
    bar.replaceChildren(...nodes(parts.length ? content(app, parts, shown()) : null));
    if (focused) (bar.querySelector("button") ?? document.getElementById("filtering"))?.focus();
    if (before === store.view.filter) return;
    before = store.view.filter;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => (status.textContent = shown()), QUIET);
  });
}

function content(app: App, parts: readonly Part[], shown: string): Children {
  const { naming, store } = app;
  const left = undated(app);
  return [
    element("span", { class: "shown" }, shown),
    parts.map((part) => chip(app, part)),
    left ? element("span", { class: "note" }, text(naming.language, "undated", { count: left })) : null,
    button({ class: "quiet", id: "reset", onclick: () => store.change({ filter: unfiltered }) }, text(naming.language, "reset")),
  ];
}

function chip(app: App, part: Part): HTMLElement {
  const { naming, store } = app;
  return button({ class: "removable", "data-part": part, onclick: () => choose(store, cleared(part)) },
    element("span", { class: "note" }, text(naming.language, part)), " ", name(described(app, part)),
    element("span", { class: "unseen" }, ` ${text(naming.language, "remove")}`), hidden("✕"));
}
