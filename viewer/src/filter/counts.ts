// How many facts each entry of a part of the filter stands for, under the other parts.

import type { App } from "../app.ts";
import type { Data } from "../data/data.ts";
import type { Position, Statement } from "../data/types.ts";
import { type Part, bit, groupsOf } from "./barred.ts";
import { visibleBut } from "./visible.ts";

export type Listed = Extract<Part, "types" | "predicates" | "statuses" | "groups" | "documents">;
export type Key = string | Position;

/** The entries that a statement belongs to, each once. */
const KEYS: Record<Listed, (data: Data, statement: Statement) => Iterable<Key>> = {
  types: (data, { subject, object }) => new Set([subject, object].map((n) => data.entities[n]!.type)),
  predicates: (_, { predicate }) => [predicate],
  statuses: (_, { status }) => [status],
  groups: (data, { subject, object }) => new Set([subject, object].flatMap((n) => groupsOf(data.entities[n]!))),
  documents: (_, { evidence }) => new Set(evidence.map(({ document }) => document).filter((n) => n !== null)),
};

/** Facts by entry that the parts of the filter other than this one let through. */
export function counts(app: App, part: Listed): Map<Key, number> {
  return tally(app.data, part, visibleBut(app, bit(part)));
}

const all = new WeakMap<Data, Map<Listed, Map<Key, number>>>();

/** Facts by entry, whatever the filter. */
export function totals(data: Data, part: Listed): Map<Key, number> {
  let known = all.get(data);
  if (!known) all.set(data, (known = new Map()));
  let found = known.get(part);
  if (!found) known.set(part, (found = tally(data, part, () => true)));
  return found;
}

function tally(data: Data, part: Listed, counts: (n: Position) => boolean): Map<Key, number> {
  const found = new Map<Key, number>();
  data.statements.forEach((statement, n) => {
    if (counts(n)) for (const key of KEYS[part](data, statement)) found.set(key, (found.get(key) ?? 0) + 1);
  });
  return found;
}
