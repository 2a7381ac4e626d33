// The legend: what shapes, colours, sizes and strokes mean; kinds and statuses are switches that leave theirs out.

import type { App } from "../app.ts";
import { type Children, button, byId, element, nodes } from "../dom.ts";
import { toggle } from "../filter/choose.ts";
import { words } from "../words/words.ts";
import { sizeWord } from "./measures.ts";
import { swatch } from "./swatch.ts";

const text = words({
  ko: {
    claim: "본문이 말하는 가교", more: "외 {count}종", less: "접기", size: "크기 = {measure}", types: "종류", statuses: "서술 방식",
  },
  en: {
    claim: "called a bridge by a text", more: "{count} more", less: "Fewer", size: "size = {measure}", types: "Type",
    statuses: "Status",
  },
});

export function showLegend(app: App): void {
  const { naming, store } = app;
  const legend = byId("legend");
  let whole = false;
  const fold = (): void => {
    const [row] = legend.children;
    const expander = row?.lastElementChild;
    if (!row || !(expander instanceof HTMLElement)) return;
    const left = folded(row, expander, whole);
    expander.textContent = text(naming.language, whole ? "less" : "more", { count: left });
    expander.setAttribute("aria-expanded", String(whole));
  };
  const expand = (): void => {
    whole = !whole;
    fold();
  };
  store.watch(["language", "size"], () => {
    legend.replaceChildren(...nodes([types(app, expand), statuses(app)]));
    fold();
  });
  store.watch(["filter"], () => {
    for (const one of legend.querySelectorAll<HTMLElement>("[data-filter]")) {
      const { part, filter } = one.dataset as { part: Part; filter: string };
      one.setAttribute("aria-pressed", String(!store.view.filter[part].has(filter)));
    }
  });
  new ResizeObserver(fold).observe(legend);
}

/** Leaves one line of chips and the expander after them, unless all are wanted; how many are left out. */
function folded(row: Element, expander: HTMLElement, whole: boolean): number {
  const chips = [...row.children].filter((one) => one !== expander) as HTMLElement[];
  for (const one of chips) one.hidden = false;
  expander.hidden = chips.every((one) => one.offsetTop === chips[0]!.offsetTop);
  let last = chips.length;
  while (!whole && !expander.hidden && last > 1 && expander.offsetTop > chips[0]!.offsetTop) chips[--last]!.hidden = true;
  return chips.length - last;
}

type Part = "types" | "statuses";

/** A switch for each type, and at the end the one that unfolds them. */
function types(app: App, expand: () => void): Children {
  const { data, naming } = app;
  const counts = [...counted(data.graph.nodes.map((node) => data.entities[node.id]!.type))].sort(([, a], [, b]) => b - a);
  return element("div", { class: "chips", role: "group", "aria-label": text(naming.language, "types") },
    counts.map(([type, n]) => chip(app, "types", type, swatch(app, type), n)), button({ class: "chip expand", onclick: expand }, "…"));
}

function statuses(app: App): Children {
  const { data, naming } = app;
  const counts = counted(data.statements.map(({ status }) => status));
  const measure = sizeWord(app);
  return element("div", { class: "chips", role: "group", "aria-label": text(naming.language, "statuses") },
    data.core.statuses.filter((status) => counts.has(status))
      .map((status) => chip(app, "statuses", status, stroke(status), counts.get(status)!)),
    data.graph.edges.some((edge) => edge.claim) ? element("span", { class: "key" }, stroke("claim"), text(naming.language, "claim")) : null,
    element("span", { class: "key" }, element("span", { class: "sizes", "aria-hidden": "true" }), text(naming.language, "size", { measure })));
}

/** The line that draws a status, or a claim. */
export const stroke = (kind: string): HTMLElement => element("span", { class: `stroke ${kind}`, "aria-hidden": "true" });

function chip({ naming, store }: App, part: Part, key: string, sign: HTMLElement, n: number): HTMLElement {
  const press = (): void => toggle(store, part, key);
  return button({ class: "chip", "aria-pressed": String(!store.view.filter[part].has(key)), "data-part": part, "data-filter": key, onclick: press },
    sign, naming.label(key), element("span", { class: "count" }, naming.number(n)));
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
