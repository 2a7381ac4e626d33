// A fact as the panel shows it: who does what to whom, how it is presented, and the quotes.

import type { App } from "../app.ts";
import { element, name } from "../dom.ts";
import type { Position, Statement } from "../data/types.ts";
import { entityButton } from "../graph/swatch.ts";
import { quotation } from "./quotation.ts";

interface Manner {
  around?: Position | null; // the entity whose panel it is: only the other end is named
  repeated?: boolean; // the fact before it is about the same other end, which need not be named again
}

/** The texts of its documents must be ready (see `Data.texted`). */
export function fact(app: App, n: Position, { around = null, repeated = false }: Manner = {}): HTMLElement {
  const statement = app.data.statements[n]!;
  const { subject, object, predicate, status } = statement;
  const heading = around === null
    ? [entityButton(app, subject), element("span", { class: "predicate" }, app.naming.predicate(predicate)), entityButton(app, object)]
    : repeated ? [] : [entityButton(app, subject === around ? object : subject)];
  return element("article", { class: `fact ${status}${repeated ? " repeated" : ""}`, "data-statement": n },
    element("div", { class: "line" }, heading, badge(app, status), qualifiers(app, statement)),
    statement.evidence.map((evidence) => quotation(app, evidence, statement)));
}

export function badge(app: App, status: string): HTMLElement | null {
  return status === "asserted" ? null : element("span", { class: `badge ${status}` }, app.naming.label(status));
}

export function qualifiers({ naming }: App, statement: Statement): HTMLElement[] {
  return Object.entries(statement.qualifiers).map(([key, value]) =>
    element("span", { class: "qualifier", title: naming.label(key) }, name(key === "amount" ? naming.amount(value) : value)));
}
