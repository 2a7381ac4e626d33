// One value of a row: an entity as a link, a term by its label, a quote as prose, a figure to the right.

import { type Children, element, name } from "../../../viewer/src/dom.ts";
import type { Names } from "../names.ts";
import type { Page } from "../page.ts";
import type { Term } from "./answer.ts";
import { isNumber } from "./order.ts";
import { text } from "./words.ts";

const PROSE = 60; // characters; longer texts are sentences

export function cell(term: Term | undefined, names: Names, page: Page): HTMLTableCellElement {
  if (!term) return element("td", { class: "unbound" }, element("span", { class: "unseen" }, text(page.language, "unbound")));
  if (term.type === "uri") return element("td", { class: "iri" }, resource(term.value, names, page));
  if (term.type === "bnode") return element("td", { class: "iri" }, element("span", { class: "note" }, `_:${term.value}`));
  if (isNumber(term)) return element("td", { class: "figure" }, term.value);
  const prose = term.value.length > PROSE;
  return element("td", { class: prose ? "prose" : null }, name(term.value, { lang: term["xml:lang"], title: term["xml:lang"] }));
}

/** What a term is called where it is listed and sorted. */
export const shown = ({ type, value }: Term, names: Names, page: Page): string => (type === "uri" ? names.shown(value, page.language) : value);

/** A long name breaks at its parts, not within a word. */
const breakable = (value: string): Children => value.split(/(?<=[/#])/).flatMap((part, n) => (n ? [element("wbr"), part] : [part]));

function resource(iri: string, names: Names, page: Page): HTMLElement {
  const known = names.term(iri);
  const label = element("bdi", {}, breakable(names.shown(iri, page.language)));
  if (known) return element("span", { class: known.kind === "status" ? `badge ${known.name.split(":").at(-1)}` : null, title: known.name }, label);
  const address = names.page(iri);
  return address ? element("a", { href: address, title: iri, rel: "noreferrer" }, label) : element("span", { title: iri }, label);
}
