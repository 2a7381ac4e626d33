// The list of documents beside the text: by date, as far as the filter names them, found by title or outlet.

import type { App } from "../app.ts";
import { button, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { growing, list } from "../panel/growing.ts";
import { newest } from "../panel/newest.ts";
import { plain } from "../words/plain.ts";
import { type Key, text } from "./words.ts";

const LISTED = 60; // documents at once, or as many more as lead to the one that is read
const MOST = 400;

export class Library {
  readonly element: HTMLElement;
  /** Opens and closes the list where there is no room for it beside the text. */
  readonly opener: HTMLButtonElement;
  private readonly room = element("div", { class: "titles" });
  private readonly input: HTMLInputElement;
  private readonly order: Position[];
  private chosen: ReadonlySet<Position>;
  private turn = 0;

  constructor(private readonly app: App, private reading: Position) {
    const { data, naming, store } = app;
    this.chosen = store.view.filter.documents;
    this.order = newest(data, data.documents.map((_, n) => n));
    const label = text(naming.language, "find");
    this.input = element("input", { type: "search", id: "library-search", "aria-label": label, placeholder: label, spellcheck: "false",
      oninput: () => void this.list() });
    this.element = element("nav", { id: "library", class: "collection", "aria-label": text(naming.language, "documents") }, this.input, this.room);
    this.opener = button({ class: "quiet shelf", "aria-expanded": "false", "aria-controls": "library",
      onclick: () => this.open(!this.element.classList.contains("open")) }, text(naming.language, "documents"));
    void this.list();
  }

  open(wide: boolean): void {
    this.element.classList.toggle("open", wide);
    this.opener.setAttribute("aria-expanded", String(wide));
    if (!wide) return;
    this.element.parentElement?.scrollIntoView({ block: "start" });
    this.reveal();
    this.input.focus({ preventScroll: true });
  }

  /** Marks the document that is read. */
  point(document: Position): void {
    this.reading = document;
    for (const shown of this.room.querySelectorAll<HTMLElement>("[data-document]")) this.mark(shown);
    this.reveal();
  }

  /** Lists the documents that the filter names by now. */
  follow(): void {
    const { documents } = this.app.store.view.filter;
    if (documents === this.chosen) return;
    this.chosen = documents;
    void this.list();
  }

  private reveal(): void {
    const here = this.room.querySelector<HTMLElement>("[aria-current]");
    if (here) this.room.scrollTop += here.getBoundingClientRect().top - this.room.getBoundingClientRect().top - this.room.clientHeight / 3;
  }

  private async list(): Promise<void> {
    const mine = ++this.turn;
    const sought = fold(this.input.value);
    const { chosen, app: { naming } } = this;
    const found = this.order.filter((n) => (!chosen.size || chosen.has(n)) && fold(this.titled(n)).includes(sought));
    const first = Math.min(Math.max(LISTED, found.indexOf(this.reading) + LISTED / 2), MOST);
    const made = await growing(this.app, found, { first, step: LISTED, make: (some) => some.map((n) => this.item(n)) }, list());
    if (mine !== this.turn) return; // more has been typed
    const note = (key: Key): HTMLElement => element("p", { class: "note" }, text(naming.language, key, { count: chosen.size }));
    this.room.replaceChildren(...(chosen.size ? [note("filtered")] : []), ...(found.length ? made : [note("notFound")]));
    this.reveal();
  }

  private titled(n: Position): string {
    return `${this.app.naming.document(n)} ${this.app.data.documents[n]!.publisher ?? ""}`;
  }

  private item(n: Position): HTMLElement {
    const { data, naming, store } = this.app;
    const { published, publisher } = data.documents[n]!;
    const open = (): void => store.change({ reading: { document: n, start: null, end: null } });
    const details = [publisher, published].filter((known) => known !== null);
    const shown = button({ class: "title", "data-document": n, onclick: open }, name(naming.document(n)),
      element("span", { class: "note" }, details.map((known, i) => [i ? " · " : "", name(known)])));
    this.mark(shown);
    return element("li", {}, shown);
  }

  private mark(shown: HTMLElement): void {
    if (shown.dataset["document"] === String(this.reading)) shown.setAttribute("aria-current", "true");
    else shown.removeAttribute("aria-current");
  }
}

const fold = (written: string): string => plain(written).replace(/\s+/g, "");
