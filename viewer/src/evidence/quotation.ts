// One quote with its context and its source.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Evidence, Statement } from "../data/types.ts";
import { context } from "./context.ts";
import { text } from "./words.ts";

/** The texts of its document must be ready (see `Data.texted`). */
export function quotation(app: App, evidence: Evidence, statement: Statement): HTMLElement {
  const { document: n, start, end } = evidence;
  const around = n === null ? { before: "", after: "" } : context(app.data, n, start, end);
  const said = element("mark", {}, app.data.quote(evidence));
  return element("figure", { class: "quote" },
    element("blockquote", { dir: "auto", lang: n === null ? null : app.data.documents[n]!.language },
      element("span", { class: "context" }, around.before), said, element("span", { class: "context" }, around.after)),
    element("figcaption", {}, n === null ? text(app.naming.language, "noQuote") : source(app, { ...evidence, document: n }, statement)));
}

function source(app: App, { document: n, start, end }: Evidence & { document: number }, { speaker, confidence }: Statement): Children {
  const { naming, store } = app;
  const { published, publisher } = app.data.documents[n]!;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const open = (): void => store.change({ page: "texts", reading: { document: n, start, end } });
  return [
    name(naming.document(n), { class: "source" }),
    publisher ? [" · ", name(publisher)] : null,
    published ? [" · ", element("time", { datetime: published }, published)] : null,
    speaker === null ? null : [" · ", name(say("says", { name: naming.entity(speaker) }))],
    " · ", say("confidence", { value: naming.percent(confidence) }), " ",
    button({ class: "link", onclick: open }, say("openText")),
  ];
}
