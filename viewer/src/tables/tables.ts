// The same data as tables: for readers who do not see the graph.

import type { App } from "../app.ts";
import { type Children, button, byId, element, hidden, name, nodes } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { visible } from "../filter/visible.ts";
import { entityButton } from "../graph/swatch.ts";
import { text } from "./words.ts";

const PAGE = 300; // rows shown at once
type Column = "subject" | "predicate" | "object" | "status" | "when" | "quote";
const COLUMNS: readonly Column[] = ["subject", "predicate", "object", "status", "when", "quote"];

export function showTables(app: App): void {
  const { store } = app;
  let rows = PAGE;
  const draw = async (): Promise<void> => {
    if (store.view.page !== "tables") return;
    const more = (): void => {
      rows += PAGE;
      void draw();
    };
    byId("tables").replaceChildren(...nodes(await facts(app, rows, more)));
  };
  store.watch(["page", "table", "filter", "sorting", "language"], () => void draw());
}

async function facts(app: App, rows: number, more: () => void): Promise<Children> {
  const { data, naming, store } = app;
  const sorting = store.view.sorting.facts ?? { column: "subject", descending: false };
  const all = data.statements.map((_, n) => n).filter(visible(app));
  await data.texted(data.documentsOf(all));
  const value = (n: Position): string => cell(app, n, sorting.column as Column);
  all.sort((a, b) => naming.compare(value(a), value(b)) || a - b);
  if (sorting.descending) all.reverse();
  const rest = all.length - rows;
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text(naming.language, "table") },
    element("table", {},
      element("caption", {}, text(naming.language, "shown", { shown: Math.min(all.length, rows), total: data.statements.length })),
      element("thead", {}, element("tr", {}, COLUMNS.map((column) => head(app, column, sorting)))),
      element("tbody", {}, all.slice(0, rows).map((n) => row(app, n)))),
    rest > 0 ? button({ class: "quiet", onclick: more }, text(naming.language, "more", { count: Math.min(rest, PAGE) })) : null);
}

function cell({ data, naming }: App, n: Position, column: Column): string {
  const { subject, object, predicate, status, evidence } = data.statements[n]!;
  return {
    subject: () => naming.entity(subject), object: () => naming.entity(object), predicate: () => naming.label(predicate),
    status: () => naming.label(status), when: () => data.date(n), quote: () => data.quote(evidence[0]!),
  }[column]();
}

function head({ naming, store }: App, column: Column, sorting: { column: string; descending: boolean }): HTMLElement {
  const active = sorting.column === column;
  const sort = (): void => {
    store.change({ sorting: { ...store.view.sorting, facts: { column, descending: active && !sorting.descending } } });
  };
  return element("th", { scope: "col", class: column, "aria-sort": active ? (sorting.descending ? "descending" : "ascending") : null },
    button({ onclick: sort, "data-column": column }, text(naming.language, column), hidden(active ? (sorting.descending ? " ↓" : " ↑") : "")));
}

function row(app: App, n: Position): HTMLElement {
  const { data, naming, store } = app;
  const { subject, object, predicate, status } = data.statements[n]!;
  const open = (): void => store.change({ selection: { kind: "facts", statements: [n] } });
  return element("tr", { class: status },
    element("td", {}, entityButton(app, subject)),
    element("td", { class: data.isClaim(n) ? "accent" : null }, naming.predicate(predicate)),
    element("td", {}, entityButton(app, object)),
    element("td", {}, naming.label(status)),
    element("td", { class: "when" }, data.date(n)),
    element("td", { class: "quote" }, button({ class: "excerpt", onclick: open }, name(cell(app, n, "quote")))));
}
