// A change of the view in a few words.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { type Filter, type View, unfiltered } from "../state/view.ts";
import { text } from "./words.ts";

type Say = (key: Parameters<typeof text>[1], values?: Record<string, string | number>) => string;
type Describe = (app: App, say: Say, next: View, last: View) => string;

// Where several parts have changed at once, the first of these says what it was about.
const DESCRIBED: [keyof View, Describe][] = [
  ["path", paths], ["pathing", (_, say, { pathing }) => say(pathing ? "pathing" : "notPathing")],
  ["reading", ({ naming }, say, { reading }) => (reading ? say("reading", { name: naming.document(reading.document) }) : say("notReading"))],
  ["broker", ({ naming }, say, { broker }) => (broker ? say("broker", { name: naming.entity(broker.entity) }) : say("noBroker"))],
  ["focus", focused],
  ["collapsed", ({ naming }, say, next, last) => {
    const [hub] = added(last.collapsed, next.collapsed);
    return hub === undefined ? say("expand") : say("collapse", { name: naming.entity(hub) });
  }],
  ["expanded", (_, say) => say("expand")],
  ["unfolded", (_, say) => say("unfold")],
  ["pins", ({ naming }, say, next, last) => {
    const moved = [...next.pins].find(([n, place]) => last.pins.get(n) !== place);
    return moved ? say("pin", { name: naming.entity(moved[0]) }) : say("unpin");
  }],
  ["filter", (app, say, next, last) => filtered(app, say, next.filter, last.filter)],
  ["selection", selected],
  ["page", (_, say, { page }) => say(page)],
  ["arrangement", (_, say, { arrangement }) => say(arrangement)],
];
const NAMED = ["size", "theme", "language", "filtering", "timeline", "table", "sorting"] as const;

/** What led from one view to the next. */
export function described(app: App, last: View, next: View): string {
  const say: Say = (key, values) => text(app.naming.language, key, values);
  const known = DESCRIBED.find(([key]) => next[key] !== last[key]);
  return known ? known[1](app, say, next, last) : say(NAMED.find((key) => next[key] !== last[key]) ?? "other");
}

function selected({ naming }: App, say: Say, { selection }: View): string {
  if (selection?.kind === "entity") return say("select", { name: naming.entity(selection.entity) });
  if (selection?.kind === "facts") return say("facts", { count: selection.statements.length });
  return say(selection ? "cluster" : "unselect");
}

function focused({ naming }: App, say: Say, { focus }: View): string {
  return focus ? say("focus", { name: focus.entities.map((n) => naming.entity(n)).join(", "), depth: focus.depth }) : say("unfocus");
}

function paths({ naming }: App, say: Say, { path, pathing }: View, last: View): string {
  const named = (n: Position | null): string => (n === null ? "…" : naming.entity(n));
  if (!path || (pathing && !last.pathing)) return say("pathing");
  if (path.chosen !== null && path.chosen !== last.path?.chosen) return say("chosen", { n: path.chosen + 1 });
  const same = path.from === last.path?.from && path.to === last.path?.to;
  return same ? say("question") : say("path", { from: named(path.from), to: named(path.to) });
}

function filtered({ naming }: App, say: Say, next: Filter, last: Filter): string {
  if (next === unfiltered) return say("clear");
  const named = { types: naming.label, predicates: naming.label, statuses: naming.label, groups: naming.group };
  for (const [part, label] of Object.entries(named) as [keyof typeof named, (name: string) => string][]) {
    const [hidden, shown] = [added(last[part], next[part]), added(next[part], last[part])];
    if (hidden.length + shown.length > 1) return say("many");
    if (hidden.length) return say("hide", { name: label.call(naming, hidden[0]!) });
    if (shown.length) return say("show", { name: label.call(naming, shown[0]!) });
  }
  if (next.from !== last.from || next.to !== last.to) return say("dates", { from: next.from ?? "", to: next.to ?? "" });
  if (next.confidence !== last.confidence) return say("confidence", { value: naming.percent(next.confidence) });
  if (next.sources !== last.sources) return say("sources", { count: next.sources });
  if (next.documents.size !== last.documents.size) return next.documents.size ? say("documents", { count: next.documents.size }) : say("allDocuments");
  return say("many");
}

const added = <T>(last: ReadonlySet<T>, next: ReadonlySet<T>): T[] => [...next].filter((one) => !last.has(one));
