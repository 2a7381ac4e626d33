// The same data as tables: for readers who do not see the graph, and for spreadsheets.

import type { App } from "../app.ts";
import { button, byId, element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { download } from "../saving/download.ts";
import type { Table } from "../state/view.ts";
import { bar } from "./bar.ts";
import { documentSheet } from "./documents.ts";
import { fileName, readTexts, written } from "./file.ts";
import { entitySheet } from "./entities.ts";
import { factSheet } from "./facts.ts";
import { found } from "./finding.ts";
import { addRows, grid, markChosen } from "./grid.ts";
import { sorted, sortingOf } from "./order.ts";
import type { Sheet } from "./sheet.ts";
import { type Key, text } from "./words.ts";

const PAGE = 100; // rows shown at once
type Sheets = Record<Table, Sheet>;

export function showTables(app: App): void {
  const { store } = app;
  let room: Room | undefined;
  store.watch(["page", "table", "filter", "sorting", "language", "tableFind"], () => {
    if (store.view.page === "tables") void (room ??= new Room(app)).draw();
  });
  store.watch(["selection", "reading"], () => room?.mark());
  // Until something is chosen, a table has the width of the panel, too.
  store.watch(["page", "selection", "pathing"], () => {
    const { page, selection, pathing } = store.view;
    document.body.classList.toggle("wide", page === "tables" && !selection && !pathing);
  });
}

class Room {
  private readonly bar;
  private readonly area = element("div", { class: "scroll", id: "sheet", tabindex: "0", role: "tabpanel" });
  private sheets: { filter: unknown; language: string; all: Sheets } | undefined;
  private sheet!: Sheet;
  private rows: readonly Position[] = [];
  private table: HTMLTableElement | undefined;
  private turn = 0;

  constructor(private readonly app: App) {
    this.bar = bar(app);
    this.bar.save.addEventListener("click", () => void this.download());
    byId("tables").replaceChildren(this.bar.element, this.area);
  }

  async draw(): Promise<void> {
    const { naming, store } = this.app;
    const { table, sorting, tableFind } = store.view;
    const mine = ++this.turn;
    await this.app.data.ranked();
    if (mine !== this.turn) return;
    const sheets = this.current();
    const sheet = sheets[table];
    const by = sortingOf(sheet, sorting[table]);
    const rows = found(sheet, tableFind, sorted(sheet, by, naming.compare));
    await this.app.data.texted(sheet.texts(rows.slice(0, PAGE)));
    if (mine !== this.turn) return; // the view has changed while texts were read
    const column = this.area.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["column"] : undefined;
    [this.sheet, this.rows, this.table] = [sheet, rows, grid(this.app, sheet, by, rows.length)];
    this.bar.draw({ entities: sheets.entities.rows.length, facts: sheets.facts.rows.length, documents: sheets.documents.rows.length });
    this.bar.status.textContent = this.say("shown", { shown: naming.number(rows.length), total: naming.number(sheet.total) });
    this.area.setAttribute("aria-labelledby", `tab-${table}`);
    this.area.scrollTop = 0;
    this.area.replaceChildren(this.table);
    this.add();
    if (column) this.table.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`)?.focus({ preventScroll: true });
  }

  mark(): void {
    if (this.table) markChosen(this.table, this.sheet);
  }

  private current(): Sheets {
    const { filter, language } = this.app.store.view;
    if (this.sheets?.filter !== filter || this.sheets.language !== language) {
      const all = { entities: entitySheet(this.app), facts: factSheet(this.app), documents: documentSheet(this.app) };
      this.sheets = { filter, language, all };
    }
    return this.sheets.all;
  }

  /** The next rows, whose texts are ready, and what leads to those after them. */
  private add(): void {
    const table = this.table!;
    const from = table.tBodies[0]!.rows.length;
    addRows(table, this.sheet, this.rows.slice(from, from + PAGE));
    const rest = this.rows.length - from - PAGE;
    const more = rest > 0
      ? button({ class: "quiet more", onclick: () => void this.more(table) }, this.say("more", { count: Math.min(rest, PAGE) }))
      : this.rows.length ? "" : element("p", { class: "empty" }, this.say("none"));
    this.area.replaceChildren(table, more);
  }

  private async more(table: HTMLTableElement): Promise<void> {
    const from = table.tBodies[0]!.rows.length;
    await this.app.data.texted(this.sheet.texts(this.rows.slice(from, from + PAGE)));
    if (table !== this.table || from !== table.tBodies[0]!.rows.length) return;
    this.add();
    // The focus goes on where reading does.
    table.tBodies[0]!.rows[from]!.querySelector("button")?.focus({ preventScroll: true });
  }

  private async download(): Promise<void> {
    const { sheet, rows, app, bar } = this;
    if (bar.save.getAttribute("aria-disabled") === "true") return;
    bar.save.setAttribute("aria-disabled", "true"); // it keeps the focus
    const { naming, data } = app;
    try {
      await readTexts(app, sheet, rows, (done, total) => (bar.status.textContent = this.say("reading", { done, total })));
      const { parts, count } = written(sheet, rows);
      const file = fileName(data.core.title, sheet.table);
      download(file, new Blob(parts, { type: "text/csv;charset=utf-8" }));
      bar.status.textContent = this.say("saved", { file, count: naming.number(count) });
    } catch {
      bar.status.textContent = this.say("failed");
    }
    bar.save.removeAttribute("aria-disabled");
  }

  private say(key: Key, values = {}): string {
    return text(this.app.naming.language, key, values);
  }
}
