// How sure a broker's figures are: beside chance, with other documents, and what breaks without it.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers } from "../data/brokers.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { figure, wordsOf } from "./figures.ts";
import { text } from "./words.ts";

const FEW = 20; // documents, below which an interval is a hint only (docs/brokerage.md)

export function certainty(app: App, brokers: Brokers, row: BrokerRow): Children {
  return [chance(app, brokers, row), element("ul", { class: "lines" },
    [...decisive(app, row), ...stability(app, row), loss(app, row)].map((line) => element("li", {}, line)))];
}

/** What each null model expects of the paths between groups, that on which the verdict rests first. */
function chance(app: App, brokers: Brokers, row: BrokerRow): HTMLElement {
  const { naming } = app;
  const words = wordsOf(app, brokers);
  const nulls = Object.entries(row.chance).sort(([a], [b]) => Number(b === brokers.null) - Number(a === brokers.null));
  if (!nulls.length) return element("p", {}, text(naming.language, "untested"));
  const [, counted, expected, , z, p, adjusted] = words.tests;
  return element("div", { class: "chance", role: "region", tabindex: "0", "aria-label": text(naming.language, "certainty") },
    element("table", {},
      element("thead", {}, element("tr", {}, [words.columns["across"], counted, expected, z, p, adjusted].map((head) =>
        element("th", { scope: "col" }, head ?? "")))),
      element("tbody", {}, nulls.map(([null_, found]) => element("tr", { class: null_ === brokers.null ? "decisive" : null },
        element("th", { scope: "row" }, words.nulls[null_] ?? null_),
        [found.observed, found.expected, found.z, found.p, found.pAdjusted].map((value) => element("td", {}, figure(naming, value))))))));
}

/** The p on which the verdict rests: that of whom a text calls a bridge is corrected for such alone. */
const decisive = ({ naming }: App, { p }: BrokerRow): string[] =>
  p === null ? [] : [text(naming.language, "pLine", { p: figure(naming, p) })];

function stability(app: App, { stability: found }: BrokerRow): Children[] {
  const { naming } = app;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  if (!found) return [say("noStability")];
  const { low, high, bootstraps, documents, leftOut, changed, worst, restsOn, multiSource } = found;
  const lines: Children[] = [low === null || high === null ? say("noInterval", { count: documents })
    : [say("interval", { low, high, count: bootstraps }), documents < FEW ? ` (${say("few", { count: documents })})` : null]];
  lines.push(say("leftOut", { count: leftOut, changed }));
  if (restsOn.length) lines.push([say(restsOn.length === 1 ? "rests" : "restsEach"), " ", restsOn.map((n, i) => [i ? ", " : "", document(app, n)])]);
  else if (worst) lines.push([say("worst", { rank: worst[1] }), " ", document(app, worst[0])]);
  lines.push(multiSource === null ? say("noMultiSource") : say("multiSource", { rank: multiSource }));
  return lines;
}

/** A document as a way to its text. */
function document({ naming, store }: App, n: Position | null): Children {
  if (n === null) return text(naming.language, "unknown");
  const open = (): void => store.change({ page: "texts", reading: { document: n, start: null, end: null } });
  return button({ class: "link", onclick: open }, name(naming.document(n)));
}

const loss = ({ naming }: App, { loss: pairs, parts }: BrokerRow): string =>
  parts > 1 ? text(naming.language, "loss", { parts, pairs: figure(naming, pairs) }) : text(naming.language, "noLoss");
