// Who is tied to whom by the facts that are shown: the undirected graph that focus and paths walk.

import type { App } from "../app.ts";
import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";
import { visible } from "../filter/visible.ts";

/** A tie of two entities; `doubt` is how likely it is, in millionths, that all its sources are wrong. */
export type Tie = readonly [a: Position, b: Position, doubt: number];

const SURE = 1_000_000;

/** Neighbours in ascending order, in one array for all entities. */
export class Ties {
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly doubt: Uint32Array;

  /** Of pairs that are each listed once. */
  constructor(readonly count: number, pairs: readonly Tie[]) {
    const known = new Map(pairs.map(([a, b, doubt]) => [key(count, a, b), doubt]));
    const both = Float64Array.from(pairs.flatMap(([a, b]) => [a * count + b, b * count + a])).sort();
    this.starts = new Uint32Array(count + 1);
    this.ends = Uint32Array.from(both, (pair) => pair % count);
    this.doubt = Uint32Array.from(both, (pair) => known.get(key(count, Math.floor(pair / count), pair % count))!);
    for (const pair of both) this.starts[Math.floor(pair / count) + 1]!++;
    for (let n = 0; n < count; n++) this.starts[n + 1]! += this.starts[n]!;
  }

  neighbours(n: Position): Uint32Array {
    return this.ends.subarray(this.starts[n]!, this.starts[n + 1]!);
  }

  /** Of the ties to `neighbours(n)`, in the same order. */
  doubts(n: Position): Uint32Array {
    return this.doubt.subarray(this.starts[n]!, this.starts[n + 1]!);
  }
}

/** One number for a pair in either order. */
const key = (count: number, a: Position, b: Position): number => Math.min(a, b) * count + Math.max(a, b);

type Passes = (n: Position) => boolean;
const found = new WeakMap<Passes, Map<string, Ties>>();

/** The ties of facts that the filters let through and whose relation is none of `without`. */
export function ties(app: App, without: readonly string[] = []): Ties {
  return tiesThrough(app.data, visible(app), without);
}

/** The ties of facts that pass; worked out once for each test and list of relations. */
export function tiesThrough(data: Data, passes: Passes, without: readonly string[]): Ties {
  const known = found.get(passes) ?? new Map<string, Ties>();
  found.set(passes, known);
  const relations = without.join("\n");
  let made = known.get(relations);
  if (!made) {
    const left = new Set(without);
    made = new Ties(data.entities.length, tied(data, (n) => passes(n) && !left.has(data.statements[n]!.predicate)));
    known.set(relations, made);
  }
  return made;
}

function tied(data: Data, passes: Passes): Tie[] {
  const facts = new Map<number, Position[]>();
  data.statements.forEach(({ subject, object }, n) => {
    if (subject === object || !passes(n)) return;
    const pair = key(data.entities.length, subject, object);
    const there = facts.get(pair);
    if (there) there.push(n);
    else facts.set(pair, [n]);
  });
  return Array.from(facts, ([pair, members]): Tie =>
    [Math.floor(pair / data.entities.length), pair % data.entities.length, doubt(data, members)]);
}

/** The product over documents of what each leaves open: independent sources add up, one source twice does not. */
function doubt(data: Data, facts: readonly Position[]): number {
  const sure = new Map<Position | null, number>();
  for (const n of facts) {
    const { confidence, evidence } = data.statements[n]!;
    for (const { document } of evidence) sure.set(document, Math.max(sure.get(document) ?? 0, confidence));
  }
  return Math.round([...sure.values()].reduce((open, confidence) => open * (1 - confidence), SURE));
}

/** The facts between two entities that are shown and whose relation is none of `without`. */
export function factsBetween(app: App, a: Position, b: Position, without: readonly string[] = []): Position[] {
  const { data } = app;
  const shown = visible(app);
  const [one, other] = data.factsOf[a]!.length <= data.factsOf[b]!.length ? [a, b] : [b, a];
  return data.factsOf[one]!.filter((n) => {
    const { subject, object, predicate } = data.statements[n]!;
    return subject !== object && (subject === other || object === other) && shown(n) && !without.includes(predicate);
  });
}
