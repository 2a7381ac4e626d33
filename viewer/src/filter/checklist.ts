// A part of the filter that is a list of entries, each with a box to tick and the facts it stands for.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import { stroke } from "../graph/legend.ts";
import { swatch } from "../graph/swatch.ts";
import { plain } from "../words/plain.ts";
import { choose, cleared, toggle } from "./choose.ts";
import { type Key, type Listed, counts, totals } from "./counts.ts";
import { entryName } from "./describe.ts";
import { type Controls, type Section, section } from "./section.ts";
import { text } from "./words.ts";

const FIRST = 10; // entries listed at first; a list of a few more is listed whole
const STEP = 50;

interface Entry {
  key: Key;
  name: string;
}

interface Row {
  key: Key;
  element: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
}

export const checklist = (app: App, part: Listed): Section => section(app, part, () => controls(app, part));

function controls(app: App, part: Listed): Controls {
  const { naming } = app;
  const entries = listed(app, part);
  const list = element("ul", { class: "entries" });
  const rest = element("div");
  let rows: Row[] = [];
  let limit = entries.length <= FIRST + 3 ? entries.length : FIRST;
  let query = "";
  const fill = (): void => {
    const matching = entries.filter((entry) => plain(entry.name).includes(plain(query)));
    rows = matching.slice(0, limit).map((entry) => row(app, part, entry));
    const none = element("li", { class: "note" }, text(naming.language, "noMatch"));
    list.replaceChildren(...(rows.length ? rows.map((one) => one.element) : [none]));
    const left = Math.min(matching.length - rows.length, STEP);
    rest.replaceChildren(...(left > 0 ? [button({ class: "quiet more", onclick: more }, text(naming.language, "more", { count: left }))] : []));
  };
  const update = (): void => mark(app, part, rows);
  const more = (): void => {
    const before = limit;
    limit += STEP;
    fill();
    update();
    rows[before]?.box.focus();
  };
  const find = (event: Event): void => {
    query = (event.target as HTMLInputElement).value;
    fill();
    update();
  };
  fill();
  return { content: [head(app, part, entries, find), list, rest], update };
}

/** Ticks the boxes and writes the counts. */
function mark(app: App, part: Listed, rows: readonly Row[]): void {
  const facts = counts(app, part);
  for (const { key, element: item, box, count } of rows) {
    box.checked = ticked(app, part, key);
    count.textContent = app.naming.number(facts.get(key) ?? 0);
    item.classList.toggle("empty-entry", !facts.has(key));
  }
}

/** Of documents the chosen ones are ticked and alone are shown; of all else what is not left out. */
const ticked = ({ store }: App, part: Listed, key: Key): boolean =>
  (store.view.filter[part] as ReadonlySet<Key>).has(key) === (part === "documents");

/** The entries, those with most facts first; of documents the chosen ones, then the newest. */
function listed(app: App, part: Listed): Entry[] {
  const { data, naming, store } = app;
  const facts = totals(data, part);
  const entries = [...facts.keys()].map((key) => ({ key, name: entryName(app, part, key) }));
  if (part !== "documents") return entries.sort((a, b) => facts.get(b.key)! - facts.get(a.key)! || naming.compare(a.name, b.name));
  const published = ({ key }: Entry): string => data.documents[Number(key)]!.published ?? "";
  const chosen = ({ key }: Entry): number => Number(store.view.filter.documents.has(Number(key)));
  return entries.sort((a, b) => chosen(b) - chosen(a) || (published(a) < published(b) ? 1 : published(a) > published(b) ? -1 : 0)
    || naming.compare(a.name, b.name));
}

function head(app: App, part: Listed, entries: readonly Entry[], find: (event: Event) => void): Children {
  const { naming, store } = app;
  const say = (key: Parameters<typeof text>[1]): string => text(naming.language, key, { part: text(naming.language, part) });
  const all = (): void => choose(store, part === "documents" ? cleared(part) : { [part]: new Set() });
  const none = (): void => choose(store, { [part]: new Set(entries.map(({ key }) => key)) });
  const search = element("input", { type: "search", class: "find", "aria-label": say("find"), placeholder: say("find"), oninput: find });
  return [
    part === "documents" ? element("p", { class: "note" }, say("documentsNote")) : null,
    element("div", { class: "line-of-tools" }, entries.length > FIRST ? search : element("span"),
      button({ class: "quiet", "aria-label": say("everythingOf"), onclick: all }, say("everything")),
      part === "documents" ? null : button({ class: "quiet", "aria-label": say("nothingOf"), onclick: none }, say("nothing"))),
  ];
}

function row(app: App, part: Listed, { key, name: called }: Entry): Row {
  const { data, store } = app;
  const box = element("input", { type: "checkbox", "data-key": key, onchange: () => toggle(store, part, key) });
  const count = element("span", { class: "count" });
  const sign = part === "types" ? swatch(app, String(key)) : part === "statuses" ? stroke(String(key)) : null;
  const published = part === "documents" ? data.documents[Number(key)]!.published : null;
  const label = element("span", { class: "called" }, name(called), published ? element("span", { class: "note" }, published) : null);
  return { key, box, count, element: element("li", {}, element("label", {}, box, sign, label, count)) };
}
