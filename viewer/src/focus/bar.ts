// Over the graph: what the view is focused on, how far around, and what is collapsed, each with a way back.

import type { App } from "../app.ts";
import { type Children, button, byId, element, hidden, name, nodes } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { deepen, removeFromFocus } from "./commands.ts";
import { DEEPEST, MOST, neighbourhood } from "./neighbourhood.ts";
import { text } from "./words.ts";

export function showBar(app: App): void {
  const bar = element("div", { id: "focus", class: "focus-bar", role: "group" });
  byId("graph").append(bar);
  app.store.watch(["focus", "collapsed", "filter", "language"], () => {
    const used = bar.contains(document.activeElement) ? document.activeElement!.id : null;
    bar.setAttribute("aria-label", text(app.naming.language, "focus"));
    bar.replaceChildren(...nodes([focused(app), collapsed(app)]));
    if (used !== null) (document.getElementById(used) ?? bar.querySelector<HTMLElement>("button:enabled") ?? byId("canvas")).focus();
  });
}

function focused(app: App): Children {
  const { store, naming } = app;
  const { focus } = store.view;
  if (!focus) return null;
  const { entities, depth } = focus;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const all = neighbourhood(app, focus).length;
  const step = (key: "less" | "further", by: number, sign: string): HTMLElement =>
    button({ id: `focus-${key}`, "aria-label": say(key), title: say(key), disabled: depth + by < 1 || depth + by > DEEPEST, onclick: () => deepen(app, by) }, hidden(sign));
  return element("div", { class: "focused" },
    entities.map((n) => centre(app, n, entities.length > 1)),
    element("span", { class: "note" }, say("around", { depth })),
    element("span", { class: "steps" }, step("less", -1, "−"), step("further", 1, "+")),
    all > MOST ? element("span", { class: "note" }, say("capped", { all: naming.number(all), count: naming.number(MOST) })) : null,
    cross("focus-end", say("end"), () => store.change({ focus: null, expanded: new Set() })));
}

function centre(app: App, n: Position, several: boolean): HTMLElement {
  const shown = app.naming.entity(n);
  const select = (): void => app.store.change({ selection: { kind: "entity", entity: n } });
  return element("span", { class: "centre" }, button({ id: `focus-on-${n}`, class: "centre-name", title: shown, onclick: select }, name(shown)),
    several ? cross(`focus-without-${n}`, text(app.naming.language, "remove", { name: shown }), () => removeFromFocus(app, n)) : null);
}

function collapsed({ naming, store }: App): Children {
  const count = store.view.collapsed.size;
  if (!count) return null;
  return element("div", { class: "focused" }, element("span", { class: "note" }, text(naming.language, "collapsed", { count })),
    cross("collapsed-end", text(naming.language, "unfold"), () => store.change({ collapsed: new Set() })));
}

const cross = (id: string, label: string, onclick: () => void): HTMLElement =>
  button({ id, class: "cross", "aria-label": label, title: label, onclick }, hidden("✕"));
