// The named queries: searched by title, description and name.

import { button, element } from "../../../viewer/src/dom.ts";
import { folded } from "../../../viewer/src/search/folding.ts";
import { Question } from "../../../viewer/src/search/question.ts";
import { inLanguage, type Page } from "../page.ts";
import type { NamedQuery } from "../server.ts";
import { text } from "./words.ts";

export class Examples {
  readonly element: HTMLElement;
  private readonly heading = element("h2");
  private readonly input = element("input", { type: "search" });
  private readonly list = element("ul");
  private readonly status = element("p", { class: "note", role: "status" });
  private chosen: NamedQuery | null = null;

  constructor(private readonly page: Page, private readonly queries: readonly NamedQuery[], private readonly choose: (query: NamedQuery) => void) {
    this.element = element("section", { class: "examples" }, this.heading, this.input, this.status, this.list);
    this.input.addEventListener("input", () => this.draw());
    page.watch(() => {
      this.heading.textContent = text(page.language, "examples");
      this.input.placeholder = text(page.language, "search");
      this.input.setAttribute("aria-label", text(page.language, "search"));
      this.draw();
    });
  }

  /** Shows which one is on the desk; null is none. */
  mark(query: NamedQuery | null): void {
    this.chosen = query;
    this.draw();
  }

  private draw(): void {
    const question = new Question(this.input.value);
    const answers = ({ name, titles, descriptions }: NamedQuery): boolean =>
      question.rank(folded([name, ...Object.values(titles), ...Object.values(descriptions)].join(" "))) !== null;
    const found = this.input.value.trim() ? this.queries.filter(answers) : this.queries;
    this.list.replaceChildren(...found.map((query) => element("li", {}, this.item(query))));
    this.status.textContent = found.length ? "" : text(this.page.language, "none");
  }

  private item(query: NamedQuery): HTMLElement {
    const { language } = this.page;
    const description = inLanguage(query.descriptions, language);
    return button({ class: "example", "aria-current": query === this.chosen ? "true" : null, onclick: () => this.choose(query) },
      element("span", { class: "what" }, inLanguage(query.titles, language) || query.name),
      description && element("span", { class: "note" }, description));
  }
}
