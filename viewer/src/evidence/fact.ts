// A fact as the panel shows it: who does what to whom, how it is presented, the quotes, and what speaks against it.

import type { App } from "../app.ts";
import { type Children, element, name } from "../dom.ts";
import type { Position, Statement } from "../data/types.ts";
import { entityButton } from "../graph/swatch.ts";
import { type Account, type Fact, type Side, type Sighting, documentsOf, markRepeated, said, sources } from "./accounts.ts";
import { quotation } from "./quotation.ts";
import { unfolding } from "./unfolding.ts";
import { text } from "./words.ts";

const CONTRADICTIONS = new Set(["denied", "amount", "date"]); // other conflicts tell a development

/** These facts, each an article, once their texts are ready. In the panel of `around`, only the other end is named. */
export async function articles(app: App, facts: readonly Fact[], around: Position | null = null): Promise<HTMLElement[]> {
  await app.data.texted(documentsOf(facts));
  markRepeated(facts);
  return facts.map((told) => article(app, told, around));
}

/** One statement alone, whatever else is said; the texts of its documents must be ready (`Data.texted`). */
export function fact(app: App, n: Position): HTMLElement {
  const shown = app.data.statements[n]!.evidence.map((evidence) => ({ statement: n, evidence }));
  return article(app, { first: n, accounts: [{ kinds: [], sides: [{ statements: [n], shown, folded: [], hidden: false }] }] }, null);
}

function article(app: App, { first, accounts }: Fact, around: Position | null): HTMLElement {
  const { subject, object, predicate } = app.data.statements[first]!;
  const heading = around === null
    ? [entityButton(app, subject), element("span", { class: "predicate" }, app.naming.predicate(predicate)), entityButton(app, object)]
    : [entityButton(app, subject === around ? object : subject)];
  const [only] = accounts.length === 1 && accounts[0]!.sides.length === 1 ? accounts[0]!.sides : [];
  return element("article", { class: `fact ${only ? statusOf(app, only) : ""}`, "data-statement": first },
    element("div", { class: "line" }, heading, only ? manner(app, only) : null),
    accounts.map((account) => (only ? quotes(app, only) : shown(app, account))));
}

function shown(app: App, account: Account): Children {
  const [side] = account.sides;
  if (account.sides.length === 1) {
    return element("div", { class: `side ${statusOf(app, side!)}` }, element("div", { class: "line" }, manner(app, side!)), quotes(app, side!));
  }
  const { language } = app.naming;
  const kinds = account.kinds.map((kind) => text(language, kind as Parameters<typeof text>[1])).join(" · ");
  const disputed = account.kinds.some((kind) => CONTRADICTIONS.has(kind));
  return element("section", { class: disputed ? "conflict disputed" : "conflict", "aria-label": kinds },
    element("h4", {}, kinds), element("div", { class: "sides" }, account.sides.map((one) => sideOf(app, one))));
}

/** One of several sides: its status, even where it is asserted, and the day on which it was first said. */
function sideOf(app: App, side: Side): HTMLElement {
  const date = said(app.data, side);
  const status = statusOf(app, side);
  return element("div", { class: `side ${status}` },
    element("div", { class: "line" }, status === "asserted" ? element("span", { class: "badge asserted" }, app.naming.label(status)) : null,
      manner(app, side), date ? element("time", { class: "note", datetime: date }, date) : null),
    side.hidden ? hiddenQuotes(app, side) : quotes(app, side));
}

const statusOf = ({ data }: App, { statements: [n] }: Side): string => data.statements[n!]!.status;

function manner(app: App, side: Side): Children {
  const { data, naming } = app;
  const status = statusOf(app, side);
  const count = sources(data, side);
  return [badge(app, status), alike(app, side) ? qualifiers(app, data.statements[side.statements[0]!]!) : null,
    count > 1 ? element("span", { class: "note" }, text(naming.language, "sources", { count })) : null];
}

/** Whether the statements of a side differ in their speakers only. */
function alike({ data }: App, { statements: [first, ...others] }: Side): boolean {
  const written = (n: Position): string => JSON.stringify(Object.entries(data.statements[n]!.qualifiers).sort());
  return others.every((n) => written(n) === written(first!));
}

function quotes(app: App, side: Side): Children {
  const { shown: some, folded } = side;
  return [listed(app, side, some),
    folded.length ? later(app, side, text(app.naming.language, "others", { count: folded.length })) : null];
}

const hiddenQuotes = (app: App, side: Side): HTMLElement =>
  later(app, side, text(app.naming.language, "hidden", { count: side.folded.length }));

const later = (app: App, side: Side, summary: string): HTMLElement => unfolding("others", summary, async () => {
  await app.data.texted(side.folded.map(({ evidence }) => evidence.document));
  return listed(app, side, side.folded);
});

/** Where the statements of a side say when or how much each in its own way, that stands with the quotes. */
function listed(app: App, side: Side, sightings: Sighting[]): HTMLElement[] {
  const same = alike(app, side);
  return sightings.map((sighting, i) => {
    const again = same || sightings[i - 1]?.statement === sighting.statement;
    const own = again ? [] : qualifiers(app, app.data.statements[sighting.statement]!);
    return quotation(app, sighting, own.length ? element("div", { class: "line" }, own) : null);
  });
}

export function badge(app: App, status: string): HTMLElement | null {
  return status === "asserted" ? null : element("span", { class: `badge ${status}` }, app.naming.label(status));
}

export function qualifiers({ naming }: App, statement: Statement): HTMLElement[] {
  return Object.entries(statement.qualifiers).map(([key, value]) =>
    element("span", { class: "qualifier", title: naming.label(key) }, name(key === "amount" ? naming.amount(value) : value)));
}
