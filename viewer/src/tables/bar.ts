// What stands over the tables: which one, a search in it, and its download.

import type { App } from "../app.ts";
import { button, element } from "../dom.ts";
import { icon } from "../icons.ts";
import type { Table } from "../state/view.ts";
import { text } from "./words.ts";

const TABLES: readonly Table[] = ["entities", "facts", "documents"];

export interface Bar {
  readonly element: HTMLElement;
  readonly save: HTMLButtonElement;
  readonly status: HTMLElement;
  /** Draws anew, with the number of rows of each table. */
  draw(counts: Record<Table, number>): void;
}

export function bar(app: App): Bar {
  const tabs = TABLES.map((table) => tab(app, table));
  const list = element("div", { class: "views", role: "tablist", onkeydown: (event: KeyboardEvent) => move(event, tabs) }, tabs);
  const find = findBox(app);
  const status = element("p", { class: "note", role: "status" });
  const save = button({ class: "action save" });
  const draw = (counts: Record<Table, number>): void => {
    const { naming, store } = app;
    const { table, tableFind } = store.view;
    list.setAttribute("aria-label", text(naming.language, "tables"));
    tabs.forEach((made, i) => {
      made.setAttribute("aria-selected", String(TABLES[i] === table));
      made.tabIndex = TABLES[i] === table ? 0 : -1;
      made.replaceChildren(text(naming.language, TABLES[i]!), " ", element("span", { class: "count" }, naming.number(counts[TABLES[i]!])));
    });
    find.setAttribute("aria-label", text(naming.language, "find"));
    find.placeholder = text(naming.language, "find");
    if (find.value !== tableFind) find.value = tableFind;
    save.replaceChildren(icon("save"), text(naming.language, "save"));
  };
  return { element: element("div", { class: "commands" }, list, find, status, save), save, status, draw };
}

function tab({ store }: App, table: Table): HTMLButtonElement {
  return button({ role: "tab", id: `tab-${table}`, "aria-controls": "sheet", onclick: () => store.change({ table }) });
}

/** Arrows go to the next tab and choose it (WAI-ARIA Authoring Practices, "Tabs"). */
function move(event: KeyboardEvent, tabs: readonly HTMLButtonElement[]): void {
  const at = tabs.indexOf(event.target as HTMLButtonElement);
  const last = tabs.length - 1;
  const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs[to]!.focus();
  tabs[to]!.click();
}

/** What is typed at one go is one step of the history. */
function findBox({ store }: App): HTMLInputElement {
  let begun = false;
  const find = (): void => {
    store.change({ tableFind: made.value }, { record: !begun });
    begun = true;
  };
  const made = element("input", {
    type: "search", autocomplete: "off", spellcheck: "false", oninput: find, onblur: () => (begun = false),
  });
  return made;
}
