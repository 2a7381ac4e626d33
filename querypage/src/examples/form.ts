// A named query on the desk: its title, what it answers, and a field for each parameter.

import { element } from "../../../viewer/src/dom.ts";
import { combobox } from "../naming/combobox.ts";
import { inLanguage, type Page } from "../page.ts";
import type { NamedQuery, Parameter } from "../server.ts";
import { text } from "./words.ts";

export class Form {
  readonly element = element("form", { class: "named", hidden: true });
  private readonly fields = element("fieldset");
  private query: NamedQuery | null = null;

  constructor(private readonly page: Page, run: () => void) {
    this.element.addEventListener("submit", (event) => event.preventDefault());
    // Several fields and no button of its own: the browser sends nothing by itself.
    this.fields.addEventListener("keydown", ({ key, isComposing, ctrlKey, metaKey }) => {
      if (key === "Enter" && !isComposing && !ctrlKey && !metaKey) run();
    });
    page.watch(() => this.draw(this.values));
  }

  /** Puts a query on the desk with these values, its defaults for the rest; null takes it away. */
  show(query: NamedQuery | null, values: Record<string, string> = {}): void {
    this.query = query;
    this.draw(values);
  }

  /** The values that are there, and the defaults that were taken away. */
  get values(): Record<string, string> {
    const inputs = [...this.fields.querySelectorAll("input")];
    const given = inputs.filter(({ name, value }) => value.trim() || this.parameter(name)?.default);
    return Object.fromEntries(given.map(({ name, value }) => [name, value.trim()]));
  }

  /** Whether every value that must be given is there; else the field that lacks one says so. */
  complete(): boolean {
    return this.element.reportValidity();
  }

  /** What is edited runs without its values. */
  set disabled(disabled: boolean) {
    this.fields.disabled = disabled;
  }

  private parameter(name: string): Parameter | undefined {
    return this.query?.parameters.find((parameter) => parameter.name === name);
  }

  private draw(values: Record<string, string>): void {
    this.element.hidden = !this.query;
    if (!this.query) return this.fields.replaceChildren();
    const { language } = this.page;
    const given: Record<string, string> = { language, ...values }; // names are wanted in the language that one reads
    const { titles, descriptions, name, parameters } = this.query;
    const title = inLanguage(titles, language) || name;
    this.fields.replaceChildren(element("legend", { class: "unseen" }, title), ...parameters.map((one) => this.field(one, given[one.name])));
    this.fields.hidden = !parameters.length;
    this.element.replaceChildren(element("h2", {}, title), element("p", { class: "note" }, inLanguage(descriptions, language)), this.fields);
  }

  private field({ name, descriptions, entity, default: standard }: Parameter, given: string | undefined): HTMLElement {
    const hint = element("span", { class: "note", id: `about-${name}` }, inLanguage(descriptions, this.page.language));
    const input = element("input", {
      type: "text", id: `value-${name}`, name, required: standard === null, "aria-describedby": hint.id, value: given ?? standard ?? "",
    });
    const label = element("label", { for: input.id }, name, standard === null && element("span", { class: "note" }, ` ${text(this.page.language, "required")}`));
    const field = entity ? combobox(this.page, input, (found) => void (input.value = found.name)) : input;
    return element("div", { class: "field" }, label, field, hint);
  }
}
