// The controls over the graph: how it is arranged, what its discs' colours mean, folding all.

import type { App } from "../app.ts";
import { button, byId, element } from "../dom.ts";
import type { Arrangement } from "../state/view.ts";
import { groupVariable } from "./colours.ts";
import { groupName, groupsOf } from "./groups.ts";
import { text } from "./words.ts";

const ARRANGEMENTS: readonly Arrangement[] = ["free", "grouped"];

export function showActions(app: App): void {
  const { store } = app;
  const [pair, foldAll, key] = [element("div", { class: "pair", role: "group" }), element("span"), element("ul", { class: "groups" })];
  byId("actions").append(pair, foldAll, key);
  store.watch(["arrangement", "language"], () => {
    const focused = pair.contains(document.activeElement);
    pair.setAttribute("aria-label", text(app.naming.language, "arrangement"));
    pair.replaceChildren(...ARRANGEMENTS.map((kind) => choice(app, kind)));
    if (focused) pair.querySelector<HTMLElement>(`[aria-pressed="true"]`)?.focus();
  });
  store.watch(["unfolded", "language"], () => {
    const { size: count } = store.view.unfolded;
    const fold = (): void => store.change({ unfolded: new Set() });
    foldAll.replaceChildren(...(count ? [button({ class: "single", onclick: fold }, text(app.naming.language, "foldAll", { count }))] : []));
  });
  if (app.data.graph.clusters.length) store.watch(["language"], () => colours(app, key));
  else key.remove();
}

function choice({ naming, store }: App, kind: Arrangement): HTMLElement {
  const pressed = String(store.view.arrangement === kind);
  return button({ "aria-pressed": pressed, "data-arrangement": kind, onclick: () => store.change({ arrangement: kind }) }, text(naming.language, kind));
}

function colours(app: App, key: HTMLElement): void {
  const groups = groupsOf(app);
  key.setAttribute("aria-label", text(app.naming.language, "key"));
  key.replaceChildren(...groups.map((group) => {
    const spot = element("i");
    spot.style.backgroundColor = `var(${groupVariable(group, groups)})`;
    return element("li", {}, spot, groupName(app, group));
  }));
}
