// What may size a node, and the choice of it.

import type { App } from "../app.ts";
import { SIZES } from "../brokers/columns.ts";
import { text } from "../brokers/words.ts";
import type { BrokerRow } from "../data/brokers.ts";
import type { GraphNode, Position } from "../data/types.ts";
import { byId, element } from "../dom.ts";

export type Size = (node: GraphNode) => number;

const SMALLEST = 7; // pixels
const LARGEST = 30;
const STEP = 3.6; // pixels that a first neighbour adds; the area grows with the number

const values = new WeakMap<App, Map<string, (n: Position) => number>>();

/** Radius in pixels by the measure that the view names; areas are in proportion. */
export function sizes(app: App): Size {
  const { size } = app.store.view;
  const value = valueOf(app, size);
  if (size === "degree" || !value) return ({ degree }) => Math.min(SMALLEST + STEP * Math.sqrt(degree), LARGEST);
  const most = app.data.graph.nodes.reduce((found, { id }) => Math.max(found, value(id)), 0) || 1;
  return ({ id }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value(id) / most);
}

/** The measure of an entity; null where it is not known, as before the ranking is read. */
function valueOf(app: App, size: string): ((n: Position) => number) | null {
  const { data } = app;
  if (size === "documents") return (n) => data.namedIn[n]!.length;
  if (!data.brokers || !["across", "groupBetweenness", "betweenness"].includes(size)) return null;
  const known = values.get(app) ?? new Map<string, (n: Position) => number>();
  values.set(app, known);
  let found = known.get(size);
  if (!found) {
    // Whoever has fewer than two ties is in no row, and lies between nobody.
    const byEntity = new Map(data.brokers.rows.map((row) => [row.entity, row[size as keyof BrokerRow] as number]));
    known.set(size, (found = (n) => byEntity.get(n) ?? 0));
  }
  return found;
}

/** What the measure that the view names is called. */
export function sizeWord({ naming, store }: App): string {
  const { word } = SIZES.find(({ key }) => key === store.view.size) ?? SIZES[0]!;
  return text(naming.language, word);
}

/** The choice of the measure, over the graph. */
export function showSizes(app: App): void {
  const { data, naming, store } = app;
  const choice = element("select", { id: "size", onchange: () => store.change({ size: choice.value }) });
  const label = element("label", { class: "size", for: "size" });
  byId("actions").append(element("span", { class: "sizing" }, label, choice));
  store.watch(["language", "size"], () => {
    label.textContent = text(naming.language, "size");
    const offered = data.brokers === null ? SIZES.filter(({ key }) => key === "degree" || key === "documents") : SIZES;
    choice.replaceChildren(...offered.map(({ key, word }) => element("option", { value: key }, text(naming.language, word))));
    choice.value = offered.some(({ key }) => key === store.view.size) ? store.view.size : "degree";
  });
}
