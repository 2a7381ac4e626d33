// Ties within and between groups beside what the number of ties of each leads one to expect.

import type { App } from "../app.ts";
import type { Brokers } from "../data/brokers.ts";
import { element, name } from "../dom.ts";
import { figure, groupName } from "./figures.ts";
import { text } from "./words.ts";

const SHOWN = 5; // groups that columns have room for
const FAR = 3; // standardised residual, (ties - expected) / sqrt(expected), at which a cell is as deep as can be

export function mixingTable(app: App, brokers: Brokers): HTMLElement | null {
  const { naming } = app;
  const { ties, expected } = brokers.mixing;
  if (ties.length < 2) return null;
  const shown = ties.slice(0, SHOWN).map((_, group) => group);
  const rest = brokers.groups.length - shown.length;
  const header = (scope: string, group: number): HTMLElement => element("th", { scope }, name(groupName(app, brokers, group)));
  return element("details", { class: "mixing" }, element("summary", {}, text(naming.language, "mixing")),
    element("div", { class: "chance", role: "region", tabindex: "0", "aria-label": text(naming.language, "mixing") }, element("table", {},
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, text(naming.language, "group")), shown.map((g) => header("col", g)))),
      element("tbody", {}, shown.map((g) => element("tr", {}, header("row", g),
        shown.map((h) => cell(app, ties[g]![h]!, expected[g]![h]!))))))),
    element("p", { class: "note" }, text(naming.language, "mixingNote"), rest > 0 ? ` ${text(naming.language, "moreGroups", { count: rest })}` : null));
}

function cell({ naming }: App, ties: number, expected: number): HTMLElement {
  const made = element("td", {}, figure(naming, ties), element("span", { class: "note" }, expected ? `×${figure(naming, ties / expected)}` : ""));
  const residual = expected ? (ties - expected) / Math.sqrt(expected) : 0;
  const depth = Math.round(38 * Math.min(1, Math.abs(residual) / FAR));
  made.style.backgroundColor = `color-mix(in srgb, var(${residual >= 0 ? "--more" : "--less"}) ${depth}%, transparent)`;
  return made;
}
