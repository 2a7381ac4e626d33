// The queries that this browser has run, the newest first.

import { button, element } from "../../../viewer/src/dom.ts";
import { type Asked, written } from "../asked.ts";
import { keep, recall } from "../kept.ts";
import type { Page } from "../page.ts";
import { text } from "./words.ts";

interface Run {
  asked: Asked;
  at: number; // milliseconds since 1970
}

const KEPT = 50;

export class Recent {
  readonly element: HTMLElement;
  private readonly list = element("ul");
  private readonly summary = element("summary");
  private readonly clear = button({ class: "quiet", onclick: () => this.write([]) });

  /** `title` is of a named query; `choose` puts a query back on the desk. */
  constructor(private readonly page: Page, private readonly title: (name: string) => string, private readonly choose: (asked: Asked) => void) {
    this.element = element("details", { class: "recent" }, this.summary, this.list, this.clear);
    page.watch(() => this.draw());
  }

  add(asked: Asked): void {
    const others = this.runs.filter((run) => written(run.asked) !== written(asked));
    this.write([{ asked, at: Date.now() }, ...others].slice(0, KEPT));
  }

  private get runs(): Run[] {
    try {
      const runs = JSON.parse(recall("queries") ?? "[]") as Run[];
      return runs.filter(({ asked }) => "named" in asked || "query" in asked);
    } catch {
      return []; // not written by this page
    }
  }

  private write(runs: Run[]): void {
    keep("queries", JSON.stringify(runs));
    this.draw();
  }

  private draw(): void {
    const { runs } = this;
    const { language } = this.page;
    this.summary.replaceChildren(text(language, "recent"), " ", element("span", { class: "count" }, runs.length));
    this.clear.textContent = text(language, "clear");
    this.clear.hidden = !runs.length;
    const items = runs.map((run) => element("li", {}, this.item(run)));
    this.list.replaceChildren(...(items.length ? items : [element("li", { class: "note" }, text(language, "none"))]));
  }

  private item({ asked, at }: Run): HTMLElement {
    const when = new Intl.DateTimeFormat(this.page.language, { dateStyle: "short", timeStyle: "short" }).format(at);
    const values = "named" in asked ? Object.values(asked.values).join(", ") : "";
    const what = "named" in asked ? this.title(asked.named) : firstLine(asked.query);
    return button({ class: "example", onclick: () => this.choose(asked) },
      element("span", { class: "what" }, what), element("span", { class: "note" }, [values, when].filter(Boolean).join(" · ")));
  }
}

/** Of a query, what is not a comment or a declaration. */
function firstLine(query: string): string {
  const lines = query.split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.find((line) => !/^(#|prefix\b|base\b)/i.test(line)) ?? lines[0] ?? "";
}
