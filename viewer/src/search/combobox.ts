// A field with a list of what answers it (WAI-ARIA Authoring Practices, "Combobox with list autocomplete").

import type { App } from "../app.ts";
import { element } from "../dom.ts";
import type { Match, Titled } from "./index.ts";
import { retyped } from "./keyboard.ts";
import { optionParts } from "./option.ts";
import { text } from "./words.ts";

export type Found = Match | Titled;

interface Parts<F extends Found> {
  input: HTMLInputElement;
  list: HTMLElement; // has an id, and stands right after the field
  status: HTMLElement; // tells a screen reader how many answer
  find: (query: string) => F[]; // names before documents
  choose: (found: F) => void; // which may write into the field
}

const LISTED = { entity: 24, document: 8 };
const KINDS = ["entity", "document"] as const;

/** Makes the field and the list one combobox. */
export function combobox<F extends Found>(app: App, parts: Parts<F>): void {
  new Combobox(app, parts);
}

class Combobox<F extends Found> {
  private listed: F[] = [];
  private active = -1; // the arrows have not been used: Enter takes the first

  constructor(private readonly app: App, private readonly parts: Parts<F>) {
    const { input, list } = parts;
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.addEventListener("input", this.show);
    input.addEventListener("blur", () => this.open(false));
    input.addEventListener("keydown", this.key);
  }

  private show = (): void => {
    const { input, list, status } = this.parts;
    const typed = input.value.trim();
    const { query, found } = this.answers(typed);
    const groups = KINDS.map((kind) => ({ kind, all: found.filter((one) => kind in one) })).filter(({ all }) => all.length);
    this.listed = groups.flatMap(({ kind, all }) => all.slice(0, LISTED[kind]));
    this.active = -1;
    list.replaceChildren(...groups.map(({ kind, all }) => this.group(kind, all, query)));
    if (typed && !found.length) list.replaceChildren(this.nothing());
    list.scrollTop = 0;
    this.open(typed !== "");
    const said = query === typed ? "matches" : "meant";
    status.textContent = typed ? text(this.app.naming.language, said, { count: found.length, query }) : "";
  };

  /** What answers, and to which query: the keyboard may have been set to the other script. */
  private answers(typed: string): { query: string; found: F[] } {
    const found = typed ? this.parts.find(typed) : [];
    const other = found.length ? null : retyped(typed);
    const meant = other === null ? [] : this.parts.find(other);
    return other !== null && meant.length ? { query: other, found: meant } : { query: typed, found };
  }

  private group(kind: "entity" | "document", all: F[], query: string): HTMLElement {
    const { naming } = this.app;
    const label = text(naming.language, kind);
    return element("ul", { role: "group", "aria-label": label },
      element("li", { role: "presentation", class: "note" }, label, " ", element("span", { class: "count" }, naming.number(all.length))),
      all.slice(0, LISTED[kind]).map((found) => this.option(found, query)));
  }

  private option(found: F, query: string): HTMLElement {
    const n = this.listed.indexOf(found);
    return element("li", {
      id: `${this.parts.list.id}-${n}`, role: "option", "aria-selected": String(n === this.active),
      "data-entity": "entity" in found ? found.entity : null, "data-document": "document" in found ? found.document : null,
      onmousedown: (event: Event) => event.preventDefault(), // the field keeps the focus
      onclick: () => this.choose(found),
    }, optionParts(this.app, found, query));
  }

  private nothing(): HTMLElement {
    return element("li", { class: "note", role: "option", "aria-disabled": "true", "aria-selected": "false" }, text(this.app.naming.language, "none"));
  }

  private open(wide: boolean): void {
    const { input, list } = this.parts;
    list.hidden = !wide;
    input.setAttribute("aria-expanded", String(wide));
    if (wide && this.active >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${this.active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  private choose(found: F): void {
    this.open(false);
    this.parts.choose(found);
  }

  private move(step: number): void {
    const { length } = this.listed;
    if (!length) return;
    this.active = this.active < 0 && step < 0 ? length - 1 : (this.active + step + length) % length;
    this.parts.list.querySelectorAll("[role=option]").forEach((one, n) => {
      one.setAttribute("aria-selected", String(n === this.active));
      if (n === this.active) one.scrollIntoView({ block: "nearest" });
    });
    this.open(true);
  }

  private key = (event: KeyboardEvent): void => {
    if (event.isComposing) return; // Enter that ends a Hangul syllable is not a choice
    const { list } = this.parts;
    const found = this.listed[Math.max(this.active, 0)];
    const meant: Record<string, (() => void) | false> = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: !list.hidden && found !== undefined && (() => this.choose(found)),
      Escape: !list.hidden && (() => this.open(false)),
    };
    const act = meant[event.key];
    if (!act) return;
    event.preventDefault(); // a field of type search would empty itself on Escape
    event.stopPropagation();
    act();
  };
}
