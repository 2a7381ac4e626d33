// How many facts each entry of a part of the filter stands for, under the other parts.

import type { App } from "../app.ts";
import type { Data } from "../data/data.ts";
import type { Position, Statement } from "../data/types.ts";
import { type Part, bit, groupsOf } from "./barred.ts";
import { visibleBut } from "./visible.ts";

export type Listed = Extract<Part, "types" | "predicates" | "statuses" | "groups" | "documents">;
export type Key = string | Position;

/** The entries of each statement, by their numbers: those from `start[n]` to `start[n + 1]` are of statement n. */
interface Column {
  keys: Key[];
  start: Int32Array;
  numbers: number[];
}

const columns = new WeakMap<Data, Partial<Record<Listed, Column>>>();

/** Facts by entry that the parts of the filter other than this one let through. */
export function counts(app: App, part: Listed): Map<Key, number> {
  return tally(column(app.data, part), visibleBut(app, bit(part)));
}

/** Facts by entry, whatever the filter. */
export const totals = (data: Data, part: Listed): Map<Key, number> => tally(column(data, part), () => true);

function tally({ keys, start, numbers }: Column, counts: (n: Position) => boolean): Map<Key, number> {
  const found = new Int32Array(keys.length);
  for (let n = 0; n + 1 < start.length; n++) {
    if (counts(n)) for (let i = start[n]!; i < start[n + 1]!; i++) found[numbers[i]!]!++;
  }
  return new Map(keys.map((key, i) => [key, found[i]!] as const).filter(([, count]) => count > 0));
}

function column(data: Data, part: Listed): Column {
  let known = columns.get(data);
  if (!known) columns.set(data, (known = {}));
  return (known[part] ??= listed(data, part));
}

function listed(data: Data, part: Listed): Column {
  const of = new Map<Key, number>();
  const number = (key: Key): number => of.get(key) ?? (of.set(key, of.size), of.size - 1);
  const numbered = entries(data, part, number);
  const numbers: number[] = [];
  const start = new Int32Array(data.statements.length + 1);
  data.statements.forEach((statement, n) => {
    for (const one of numbered(statement)) if (numbers.indexOf(one, start[n]) < 0) numbers.push(one);
    start[n + 1] = numbers.length;
  });
  return { keys: [...of.keys()], start, numbers };
}

/** The numbers of the entries that a statement belongs to, some perhaps twice. */
function entries({ entities }: Data, part: Listed, number: (key: Key) => number): (statement: Statement) => number[] {
  if (part === "predicates") return ({ predicate }) => [number(predicate)];
  if (part === "statuses") return ({ status }) => [number(status)];
  if (part === "documents") return ({ evidence }) => evidence.flatMap(({ document }) => (document === null ? [] : [number(document)]));
  const ends = entities.map((entity) => (part === "types" ? [entity.type] : groupsOf(entity)).map(number));
  return ({ subject, object }) => [...ends[subject]!, ...ends[object]!];
}
