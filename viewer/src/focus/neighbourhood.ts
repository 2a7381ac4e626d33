// The entities within some ties of others, the nearest and among those the best connected first.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import type { Focus } from "../state/view.ts";
import { type Ties, ties } from "./ties.ts";

export const MOST = 1000; // entities of a neighbourhood that are drawn
export const DEEPEST = 3; // ties; further out it is most of the graph

/** Centres first, then what is one tie away, and so on; within a step in the order of `rank`. */
export function around(ties: Ties, centres: readonly Position[], depth: number, rank: (n: Position) => number): Position[] {
  const reached = new Set(centres);
  let edge: readonly Position[] = centres;
  for (let step = 0; step < depth; step++) {
    const next = new Set<Position>();
    for (const n of edge) for (const other of ties.neighbours(n)) if (!reached.has(other)) next.add(other);
    edge = [...next].sort((a, b) => rank(a) - rank(b));
    for (const n of edge) reached.add(n);
  }
  return [...reached];
}

/** All entities of a focus by the facts that are shown, in the order in which they are drawn. */
export function neighbourhood(app: App, { entities, depth }: Focus): Position[] {
  return around(ties(app), entities, Math.min(depth, DEEPEST), (n) => rankOf(app, n));
}

export const rankOf = ({ data }: App, n: Position): number => data.nodeOf.get(n)?.rank ?? Infinity;
