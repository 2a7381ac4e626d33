// The ranking as a table: a row chooses a broker, a header sorts.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers } from "../data/brokers.ts";
import { type Children, button, element, hidden, name } from "../dom.ts";
import { COLUMNS, type Column, NAME, RANK, sorted } from "./columns.ts";
import { figure, groupsNamed } from "./figures.ts";
import { text } from "./words.ts";

interface Ranked {
  rows: number; // shown
  more: () => void;
}

export const STEP = 50; // rows shown at once

/** The table, and how to see more of it. */
export function rankingTable(app: App, brokers: Brokers, { rows: most, more }: Ranked): Children {
  const { language } = app.naming;
  const rows = sorted(app, app.store.view.claimed ? brokers.rows.filter(({ claims }) => claims.length) : brokers.rows);
  const rest = rows.length - most;
  return [
    element("table", {},
      element("caption", { class: "unseen" }, text(language, "table")),
      element("thead", {}, element("tr", {}, [RANK, NAME, ...COLUMNS].map((column) => head(app, brokers, column)))),
      element("tbody", {}, rows.slice(0, most).map((row) => line(app, brokers, row)))),
    element("p", { class: "note foot" }, text(language, "shown", { shown: Math.min(most, rows.length), total: rows.length }),
      rest > 0 ? button({ class: "link", "data-keep": "more", onclick: more }, text(language, "more", { count: Math.min(rest, STEP) })) : null),
  ];
}

function head(app: App, brokers: Brokers, { key, title, meaning, least }: Column): HTMLElement {
  const { store } = app;
  const sorting = store.view.sorting.brokers ?? { column: RANK.key, descending: false };
  const active = sorting.column === key;
  const sort = (): void =>
    store.change({ sorting: { ...store.view.sorting, brokers: { column: key, descending: active ? !sorting.descending : !least } } });
  return element("th", { scope: "col", class: key, "aria-sort": active ? (sorting.descending ? "descending" : "ascending") : null },
    button({ onclick: sort, "data-column": key, "data-keep": `column-${key}`, title: meaning(app, brokers) }, title(app, brokers),
      hidden(active ? (sorting.descending ? " ↓" : " ↑") : "")));
}

function line(app: App, brokers: Brokers, row: BrokerRow): HTMLElement {
  const { naming, store } = app;
  const chosen = store.view.broker?.entity === row.entity;
  const choose = (): void => store.change({ broker: chosen ? null : { entity: row.entity, role: null }, selection: null });
  return element("tr", { class: chosen ? "chosen" : null, "data-broker": row.entity },
    element("td", { class: "rank" }, figure(naming, row.rank)),
    element("th", { scope: "row", class: "name" },
      button({ "aria-pressed": String(chosen), "data-keep": `broker-${row.entity}`, onclick: choose,
        title: text(naming.language, "choose", { name: naming.entity(row.entity) }) }, name(naming.entity(row.entity))),
      element("span", { class: "note" }, groupsNamed(app, brokers, row.entity)),
      row.claims.length ? element("span", { class: "called" }, text(naming.language, "claimsOf")) : null),
    COLUMNS.map(({ key, cell }) => element("td", { class: key }, cell(app, brokers, row))));
}
