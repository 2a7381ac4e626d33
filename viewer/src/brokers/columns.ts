// The columns of the ranking: what each is called, sorts by and shows.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers, Role } from "../data/brokers.ts";
import { type Children, element } from "../dom.ts";
import { figure, verdict, wordsOf } from "./figures.ts";
import { type Key, meaning } from "./words.ts";

export interface Column {
  key: string;
  title: (app: App, brokers: Brokers) => string;
  meaning: (app: App, brokers: Brokers) => string;
  value: (row: BrokerRow) => number | string | null;
  cell: (app: App, brokers: Brokers, row: BrokerRow) => Children;
  least: boolean; // whether a first press puts the smallest first
}

type Meant = Parameters<typeof meaning>[1];

/** A column of one figure; `word` is its name in the package's wording. */
function column(key: Meant, word: string, value: (row: BrokerRow) => number | null, least = false): Column {
  return {
    key, value, least,
    title: (app, brokers) => wordsOf(app, brokers).columns[word] ?? word,
    meaning: ({ naming }) => meaning(naming.language, key),
    cell: ({ naming }, _, row) => figure(naming, value(row)),
  };
}

const roleColumn = (role: Role): Column => ({
  key: role, least: false, value: ({ roles }) => roles[role],
  title: (app, brokers) => wordsOf(app, brokers).roles[role],
  meaning: (app, brokers) => wordsOf(app, brokers).definitions[role],
  cell: ({ naming }, _, { roles }) => (roles[role] ? figure(naming, roles[role]) : element("span", { class: "nought" }, "0")),
});

export const RANK = column("rank", "rank", ({ rank }) => rank, true);
export const NAME: Column = { ...column("name", "name", () => null, true) };

/** The columns after rank and name. */
export const COLUMNS: readonly Column[] = [
  { ...column("verdict", "verdict", () => null), value: ({ verdict: name, reasons }) => name + reasons.join(), cell: verdict },
  { ...column("interval", "interval", ({ stability }) => stability?.high ?? null, true), cell: interval },
  column("across", "across", ({ across }) => across),
  ...(["representative", "gatekeeper", "liaison", "coordinator", "itinerant"] as const).map(roleColumn),
  column("p", "p", ({ p }) => p, true),
  column("groupBetweenness", "group_betweenness", ({ groupBetweenness }) => groupBetweenness),
  column("betweenness", "betweenness", ({ betweenness }) => betweenness),
  column("constraint", "constraint", ({ constraint }) => constraint, true),
  column("effectiveSize", "effective_size", ({ effectiveSize }) => effectiveSize),
  column("efficiency", "efficiency", ({ efficiency }) => efficiency),
  column("bridging", "bridging", ({ bridging }) => bridging),
  column("loss", "loss", ({ loss }) => loss),
  column("degree", "degree", ({ degree }) => degree),
  column("documents", "documents", ({ documents }) => documents),
];

/** The rows in the order that the view asks for; what has no value comes last. */
export function sorted({ naming, store }: App, rows: readonly BrokerRow[]): BrokerRow[] {
  const { column: key, descending } = store.view.sorting.brokers ?? { column: RANK.key, descending: false };
  const by = [RANK, ...COLUMNS].find((one) => one.key === key);
  const value = (row: BrokerRow): number | string | null => (key === NAME.key ? naming.entity(row.entity) : (by ?? RANK).value(row));
  const keyed = rows.map((row, place) => ({ row, place, value: value(row) }));
  const way = descending ? -1 : 1;
  const compare = (a: number | string, b: number | string): number =>
    typeof a === "string" ? naming.compare(a, String(b)) : a - Number(b);
  return keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.place - b.place;
    return way * compare(a.value, b.value) || a.place - b.place;
  }).map(({ row }) => row);
}

const spans = new WeakMap<Brokers, number>();

/** The last rank that the bars have room for. */
function last(brokers: Brokers): number {
  let found = spans.get(brokers);
  if (found === undefined) {
    found = brokers.rows.reduce((most, { rank, stability }) => Math.max(most, rank, stability?.high ?? 0), 2);
    spans.set(brokers, found);
  }
  return found;
}

/** The middle 95 % of the ranks as a bar on a logarithmic scale, with the rank as a dot; the words say the same. */
function interval({ naming }: App, brokers: Brokers, { rank, stability }: BrokerRow): Children {
  if (!stability || stability.low === null || stability.high === null) return "–";
  const { low, high } = stability;
  const at = (value: number): number => (100 * Math.log(value)) / Math.log(last(brokers));
  const bar = element("span", { class: "range" });
  bar.style.left = `${at(low)}%`;
  bar.style.width = `${at(high) - at(low)}%`;
  const dot = element("span", { class: "at" });
  dot.style.left = `${at(rank)}%`;
  const words = low === high ? naming.number(low) : `${naming.number(low)}–${naming.number(high)}`;
  return [element("span", { class: "track", "aria-hidden": "true" }, bar, dot), element("span", { class: "bounds" }, words)];
}

/** What may size nodes, by the key of its column, and what the choice calls it. */
export const SIZES: readonly { key: string; word: Key }[] = [
  { key: "degree", word: "byDegree" }, { key: "across", word: "byAcross" }, { key: "groupBetweenness", word: "byGroupBetweenness" },
  { key: "betweenness", word: "byBetweenness" }, { key: "documents", word: "byDocuments" },
];
