// The legend: what shapes, colours and strokes mean, each a switch that leaves its kind out.

import type { App } from "../app.ts";
import { type Children, button, byId, element, nodes } from "../dom.ts";
import { words } from "../words/words.ts";
import { swatch } from "./swatch.ts";

const text = words({ ko: { claim: "본문이 말하는 가교" }, en: { claim: "bridge, says the text" } });

export function showLegend(app: App): void {
  app.store.watch(["filter", "language"], () => {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["filter"] : undefined;
    byId("legend").replaceChildren(...nodes(legend(app)));
    if (focused) byId("legend").querySelector<HTMLElement>(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
  });
}

function legend(app: App): Children {
  const { data, naming } = app;
  const types = counted(data.graph.nodes.map((node) => data.entities[node.id]!.type));
  const statuses = counted(data.statements.map(({ status }) => status));
  return [
    element("div", { class: "chips" },
      [...types].sort(([, a], [, b]) => b - a).map(([type, n]) => chip(app, "types", type, swatch(app, type), n))),
    element("div", { class: "chips" },
      data.core.statuses.filter((status) => statuses.has(status))
        .map((status) => chip(app, "statuses", status, stroke(status), statuses.get(status)!)),
      data.graph.edges.some((edge) => edge.claim)
        ? element("span", { class: "key" }, stroke("claim"), text(naming.language, "claim")) : null),
  ];
}

const stroke = (kind: string): HTMLElement => element("span", { class: `stroke ${kind}`, "aria-hidden": "true" });

function chip({ naming, store }: App, part: "types" | "statuses", key: string, sign: HTMLElement, n: number): HTMLElement {
  const toggle = (): void => {
    const { filter } = store.view;
    const left = new Set(filter[part]);
    if (!left.delete(key)) left.add(key);
    store.change({ filter: { ...filter, [part]: left } });
  };
  return button({ class: "chip", "aria-pressed": String(!store.view.filter[part].has(key)), "data-filter": key, onclick: toggle },
    sign, naming.label(key), element("span", { class: "count" }, naming.number(n)));
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
