// The rows of an answer as a table: sorted by a click on a column's head, a page at a time.

import { button, element } from "../../../viewer/src/dom.ts";
import type { Names } from "../names.ts";
import type { Page } from "../page.ts";
import type { Row } from "./answer.ts";
import { cell, shown } from "./cell.ts";
import { type Order, sorted } from "./order.ts";
import { text } from "./words.ts";

const ROWS = 100; // on a page

export class Table {
  readonly element = element("div", { class: "table" });
  private readonly body = element("tbody", { role: "rowgroup" }); // the roles stay where a phone shows rows as cards
  private readonly heads: HTMLTableCellElement[];
  private readonly range = element("span", { class: "count", role: "status" });
  private readonly scroll: HTMLElement;
  private readonly steps: [back: HTMLButtonElement, on: HTMLButtonElement];
  private order: Order | null = null;
  private rows: readonly Row[];
  private first = 0;

  constructor(private readonly page: Page, private readonly names: Names, private readonly variables: readonly string[], private readonly all: readonly Row[]) {
    this.rows = all;
    const { language } = page;
    this.heads = variables.map((variable) => element("th", { scope: "col", role: "columnheader" }, button({ onclick: () => this.sort(variable) }, variable)));
    const head = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, this.heads));
    const table = element("table", { role: "table" }, element("caption", { class: "unseen" }, text(language, "results")), head, this.body);
    this.scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text(language, "results") }, table);
    this.steps = [this.step("previous", -ROWS), this.step("next", ROWS)];
    const pages = element("nav", { class: "pages", "aria-label": text(language, "pages"), hidden: all.length <= ROWS }, this.steps[0], this.range, this.steps[1]);
    this.element.append(this.scroll, pages);
    this.draw();
  }

  private step(label: "previous" | "next", by: number): HTMLButtonElement {
    const go = (): void => {
      if (this.first + by < 0 || this.first + by >= this.rows.length) return;
      this.first += by;
      this.draw();
      this.scroll.scrollTop = 0;
      this.element.scrollIntoView({ block: "nearest" });
    };
    return button({ class: "action", onclick: go }, text(this.page.language, label));
  }

  /** Up, then down, then as the answer came. */
  private sort(variable: string): void {
    const again = this.order?.variable === variable;
    this.order = again && this.order?.descending ? null : { variable, descending: again };
    this.rows = this.order ? sorted(this.all, this.order, (term) => shown(term, this.names, this.page), this.page.language) : this.all;
    this.first = 0;
    this.draw();
  }

  private row(row: Row): HTMLElement {
    const cells = this.variables.map((variable) => {
      const made = cell(row[variable], this.names, this.page);
      made.dataset["head"] = variable;
      made.setAttribute("role", "cell");
      return made;
    });
    return element("tr", { role: "row" }, cells);
  }

  private draw(): void {
    const rows = this.rows.slice(this.first, this.first + ROWS);
    this.body.replaceChildren(...rows.map((row) => this.row(row)));
    this.heads.forEach((head, n) => {
      if (this.order?.variable === this.variables[n]) head.setAttribute("aria-sort", this.order!.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const last = this.first + rows.length;
    const number = (value: number): string => this.page.number(value);
    this.range.textContent = text(this.page.language, "range", { first: number(this.first + 1), last: number(last), total: number(this.rows.length) });
    this.steps[0].setAttribute("aria-disabled", String(this.first === 0));
    this.steps[1].setAttribute("aria-disabled", String(last >= this.rows.length));
  }
}
