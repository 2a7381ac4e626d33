// What is counted, in a sentence; how, on demand; and, before any figure, whether anything can be said at all.

import type { App } from "../app.ts";
import type { Brokers } from "../data/brokers.ts";
import { type Children, element } from "../dom.ts";
import { active } from "../filter/choose.ts";
import { COLUMNS, RANK } from "./columns.ts";
import { groupName, reasonsNamed, wordsOf } from "./figures.ts";
import { type Key, text } from "./words.ts";

const TOO_SMALL = "TOO_SMALL";

export function introduction(app: App, brokers: Brokers | null): Children {
  const { language } = app.naming;
  const say = (key: Key, values = {}): string => text(language, key, values);
  const heading = element("h2", {}, say("title"));
  if (!brokers) return [heading, element("p", {}, say("none")), element("p", { class: "note" }, say("noneHint"))];
  const { network, directed, ends, groups } = brokers;
  const number = (value: number): string => app.naming.number(value);
  const scope = { documents: network.independent, ties: number(network.ties), nodes: number(network.nodes), placed: number(network.placed), groups: groups.length };
  const named = ends.map((group) => groupName(app, brokers, group)).join(" – ");
  return [
    heading,
    element("p", { class: "counted" }, say("counted", scope), named ? ` ${say("between", { groups: named })}` : null, " ",
      brokers.null ? say("compared", { null: wordsOf(app, brokers).nulls[brokers.null] }) : say("untested")),
    brokers.rows.length ? tooSmall(app, brokers) : element("p", { class: "caution" }, say("nobody")),
    active(app.store.view.filter).length ? element("p", { class: "note" }, say("filtered")) : null,
    element("details", { class: "methods" }, element("summary", {}, say("methods")),
      element("ul", { class: "lines" },
        [say(directed ? "oneWay" : "both"), ...brokers.methods[language], ...brokers.notes[language]].map((line) => element("li", {}, line))),
      element("dl", {}, [RANK, ...COLUMNS].map((column) =>
        [element("dt", {}, column.title(app, brokers)), element("dd", {}, column.meaning(app, brokers))]))),
  ];
}

/** How many of each verdict; a network too small to say anything of says so before its figures. */
function tooSmall(app: App, brokers: Brokers): Children {
  const { language } = app.naming;
  const small = brokers.rows.filter(({ verdict }) => verdict === TOO_SMALL);
  const why = reasonsNamed(app, brokers, new Set(small.flatMap(({ reasons }) => reasons)));
  const all = small.length === brokers.rows.length;
  const values = { count: brokers.rows.length, small: small.length, why };
  return [
    small.length ? element("p", { class: all ? "caution" : "caution some" },
      element("strong", {}, text(language, "tooSmall")), ": ", text(language, all ? "tooSmallAll" : "tooSmallSome", values)) : null,
    element("ul", { class: "verdicts", "aria-label": text(language, "verdicts") },
      Object.entries(wordsOf(app, brokers).verdicts).map(([name, words]) => [name, words, brokers.rows.filter(({ verdict }) => verdict === name).length] as const)
        .map(([name, words, count]) => element("li", {}, element("span", { class: `verdict ${name}` }, words), " ", element("span", { class: "count" }, app.naming.number(count))))),
  ];
}
