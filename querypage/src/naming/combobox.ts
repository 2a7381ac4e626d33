// A field whose list gives the names of the dataset (WAI-ARIA Authoring Practices, "Combobox with list autocomplete").

import { element } from "../../../viewer/src/dom.ts";
import type { Page } from "../page.ts";
import { type Found, search } from "../server.ts";

const PAUSE = 120; // milliseconds after the last key
let made = 0;

/** The field with its list; `choose` may write into the field. */
export function combobox(page: Page, input: HTMLInputElement, choose: (found: Found) => void): HTMLElement {
  const list = element("ul", { id: `names-${++made}`, role: "listbox", hidden: true });
  new Combobox(page, input, list, choose);
  return element("div", { class: "names" }, input, list);
}

class Combobox {
  private found: Found[] = [];
  private active = -1; // the arrows have not been used
  private asking = new AbortController();

  constructor(
    private readonly page: Page, private readonly input: HTMLInputElement, private readonly list: HTMLElement,
    private readonly choose: (found: Found) => void,
  ) {
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => void this.ask());
    input.addEventListener("blur", () => this.show([]));
    input.addEventListener("keydown", this.key);
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    const { signal } = (this.asking = new AbortController());
    const name = this.input.value.trim();
    await new Promise((done) => setTimeout(done, PAUSE));
    const found = name && !signal.aborted ? await search(name, this.page.language, signal).catch(() => []) : [];
    if (!signal.aborted) this.show(found);
  }

  private show(found: Found[]): void {
    if (!found.length) this.asking.abort(); // what is under way would open it again
    this.found = found;
    this.active = -1;
    this.list.setAttribute("aria-label", this.input.getAttribute("aria-label") ?? this.input.name);
    this.list.replaceChildren(...found.map((one, n) => this.option(one, n)));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(found: Found, n: number): HTMLElement {
    const take = (event: Event): void => {
      event.preventDefault(); // the field keeps the focus
      this.take(n);
    };
    const aliases = found.aliases.slice(0, 3).join(", ");
    return element("li", { role: "option", id: `${this.list.id}-${n}`, "aria-selected": "false", onmousedown: take },
      element("bdi", { class: "name" }, found.name, aliases && element("span", { class: "note" }, ` ${aliases}`)),
      element("span", { class: "note" }, found.label_of_type));
  }

  private take(n: number): void {
    const found = this.found[n];
    this.show([]);
    if (found) this.choose(found);
  }

  private move(step: number): void {
    const { length } = this.found;
    this.active = this.active < 0 ? (step > 0 ? 0 : length - 1) : (this.active + step + length) % length;
    [...this.list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === this.active)));
    this.list.children[this.active]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
  }

  private key = (event: KeyboardEvent): void => {
    if (!this.found.length || event.isComposing || event.ctrlKey || event.metaKey) return;
    const does: Record<string, () => void> = {
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.take(Math.max(this.active, 0)), Escape: () => this.show([]),
    };
    const act = does[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
