// Figures, groups and verdicts of the ranking in the reader's words.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers, BrokerWords } from "../data/brokers.ts";
import { element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Naming } from "../words/naming.ts";
import { text } from "./words.ts";

/** Whole numbers bare, others with two decimals, tiny ones with one digit, none as a dash. */
export function figure(naming: Naming, value: number | null): string {
  if (value === null) return "–";
  const tiny = value !== 0 && Math.abs(value) < 0.01;
  return naming.number(value, tiny ? Math.ceil(-Math.log10(Math.abs(value))) : 2);
}

export const wordsOf = ({ naming }: App, brokers: Brokers): BrokerWords => brokers.words[naming.language];

export const groupName = ({ naming }: App, brokers: Brokers, group: number): string => {
  const { group: code, names } = brokers.groups[group]!;
  const known = names[naming.language];
  return known && known !== code ? known : naming.group(code);
};

/** The groups of an entity, as a list in words. */
export function groupsNamed(app: App, brokers: Brokers, n: Position): string {
  return brokers.groupsOf[n]!.map((group) => groupName(app, brokers, group)).join(", ") || text(app.naming.language, "unknown");
}

/** Reasons why nothing can be said, in words. */
export const reasonsNamed = (app: App, brokers: Brokers, reasons: Iterable<string>): string =>
  [...reasons].map((reason) => wordsOf(app, brokers).reasons[reason] ?? reason).join(", ");

/** The verdict, and why nothing can be said where nothing can. */
export function verdict(app: App, brokers: Brokers, { verdict: name, reasons }: BrokerRow): HTMLElement[] {
  const found = [element("span", { class: `verdict ${name}` }, wordsOf(app, brokers).verdicts[name] ?? name)];
  if (reasons.length) found.push(element("span", { class: "why" }, reasonsNamed(app, brokers, reasons)));
  return found;
}
