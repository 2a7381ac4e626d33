// A name found in the dataset becomes its IRI in the query.

import { button, element } from "../../../viewer/src/dom.ts";
import { icon } from "../../../viewer/src/icons.ts";
import type { Page } from "../page.ts";
import { text } from "../words.ts";
import { combobox } from "./combobox.ts";

interface Insertion {
  opener: HTMLElement;
  field: HTMLElement;
  open(): void;
}

/** A button, and the field that it opens; `back` returns to the query, `insert` writes into it. */
export function insertion(page: Page, insert: (value: string) => void, back: () => void): Insertion {
  const input = element("input", { type: "search", name: "insert" });
  const label = element("span");
  const field = element("div", { class: "insert", id: "insert", hidden: true }, combobox(page, input, ({ iri }) => {
    show(false);
    insert(`<${iri}>`);
  }));
  const opener = button({ class: "action", "aria-controls": field.id, "aria-expanded": "false", onclick: () => show(field.hidden === true) }, icon("search"), label);
  const show = (wanted: boolean): void => {
    field.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
    input.value = "";
    if (wanted) input.focus();
  };
  input.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    show(false);
    back();
  });
  page.watch(() => {
    label.textContent = text(page.language, "insert");
    input.placeholder = text(page.language, "hint");
    input.setAttribute("aria-label", text(page.language, "name"));
  });
  return { opener, field, open: () => show(true) };
}
