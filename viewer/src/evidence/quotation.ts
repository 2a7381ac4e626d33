// One quote with its context and its source, and ways to the text and to the clipboard.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Evidence, Position } from "../data/types.ts";
import type { Sighting } from "./accounts.ts";
import { type Form, citation } from "./citation.ts";
import { context } from "./context.ts";
import { copy } from "./copying.ts";
import { text } from "./words.ts";

const HIGH = 0.9;
const MEDIUM = 0.7;

/** The texts of its document must be ready (see `Data.texted`); `details` stand before the quote. */
export function quotation(app: App, sighting: Sighting, details: Children = null): HTMLElement {
  const { statement, evidence, again } = sighting;
  const { document: n, start, end } = evidence;
  const origin = again ? text(app.naming.language, "again") : n === null ? text(app.naming.language, "noQuote") : source(app, n);
  return element("figure", { class: again ? "quote again" : "quote", "data-statement": statement }, details,
    again ? null : words(app, evidence),
    element("figcaption", {},
      element("div", {}, origin, said(app, statement)),
      element("div", { class: "ways" }, n === null ? null : openText(app, n, start, end), cite(app, sighting, "plain"),
        cite(app, sighting, "markdown"))));
}

function words({ data }: App, evidence: Evidence): HTMLElement {
  const { document: n, start, end } = evidence;
  const around = n === null ? { before: "", after: "" } : context(data, n, start, end);
  return element("blockquote", { dir: "auto", lang: n === null ? null : data.documents[n]!.language },
    element("span", { class: "context" }, around.before), element("mark", {}, data.quote(evidence)),
    element("span", { class: "context" }, around.after));
}

function source({ data, naming }: App, n: Position): Children {
  const { published, publisher } = data.documents[n]!;
  return [
    name(naming.document(n), { class: "source" }),
    publisher ? [" · ", name(publisher)] : null,
    published ? [" · ", element("time", { datetime: published }, published)] : null,
  ];
}

/** Who says so, and how sure it is that the sentence does. */
function said({ data, naming }: App, statement: Position): Children {
  const { speaker, confidence } = data.statements[statement]!;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const word = say(confidence >= HIGH ? "high" : confidence >= MEDIUM ? "medium" : "low");
  return [
    speaker === null ? null : [" · ", name(say("says", { name: naming.entity(speaker) }))],
    " · ", element("abbr", { title: say("confidenceMeans") }, say("confidence", { value: naming.percent(confidence) }), ` ${word}`),
  ];
}

function openText({ naming, store }: App, document: Position, start: number, end: number): HTMLElement {
  const open = (): void => store.change({ page: "texts", reading: { document, start, end } });
  return button({ class: "link", onclick: open }, text(naming.language, "openText"));
}

function cite(app: App, sighting: Sighting, form: Form): HTMLElement {
  const { data, naming } = app;
  return button({ class: "link", onclick: () => void copy(app, citation(data, naming, sighting, form)) },
    text(naming.language, form === "plain" ? "cite" : "citeMarkdown"));
}
