// The table itself: headings that sort, and as many of its rows as were asked for.

import type { App } from "../app.ts";
import { button, element, hidden } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Sorting } from "../state/view.ts";
import type { Column, Sheet } from "./sheet.ts";
import { text } from "./words.ts";

/** A table with its headings and no rows yet; the texts that its rows quote must be ready before they are added. */
export function grid(app: App, sheet: Sheet, by: Sorting, count: number): HTMLTableElement {
  const { language } = app.naming;
  return element("table", { class: sheet.table, "aria-rowcount": count + 1 },
    element("caption", { class: "unseen" }, text(language, sheet.table)),
    element("colgroup", {}, sheet.columns.map(({ key }) => element("col", { class: key }))),
    element("thead", {}, element("tr", { "aria-rowindex": 1 }, sheet.columns.map((column) => heading(app, sheet, column, by)))),
    element("tbody"));
}

function heading({ store }: App, { table }: Sheet, { key, heading: title, figure, least }: Column, { column, descending }: Sorting): HTMLElement {
  const active = column === key;
  const sort = (): void => {
    const next = { column: key, descending: active ? !descending : figure === true && !least };
    store.change({ sorting: { ...store.view.sorting, [table]: next } });
  };
  return element("th", { scope: "col", class: classes(key, figure), "aria-sort": active ? (descending ? "descending" : "ascending") : null },
    button({ onclick: sort, "data-column": key }, title, hidden(active ? (descending ? " ↓" : " ↑") : "")));
}

/** Adds rows below those there are. */
export function addRows(table: HTMLTableElement, sheet: Sheet, rows: readonly Position[]): void {
  const body = table.tBodies[0]!;
  const first = body.rows.length + 2; // the headings are the first
  body.append(...rows.map((n, i) =>
    element("tr", { class: sheet.marks(n), "data-row": n, "aria-rowindex": first + i, "aria-current": sheet.chosen(n) ? "true" : null },
      sheet.columns.map(({ key, figure, cell }) => element("td", { class: classes(key, figure) }, cell(n))))));
}

/** Marks the rows that the panel or the reader shows. */
export function markChosen(table: HTMLTableElement, sheet: Sheet): void {
  for (const row of table.tBodies[0]!.rows) {
    if (sheet.chosen(Number(row.dataset["row"]))) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

const classes = (key: string, figure = false): string => (figure ? `${key} figure` : key);
