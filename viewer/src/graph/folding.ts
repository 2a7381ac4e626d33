// Unfolding and folding clusters.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { MOST, cover, lineage } from "./clusters.ts";

/** What stands open once a cluster and those that hold it are unfolded; others fold where the canvas would hold too many nodes. */
export function unfoldedWith({ data: { graph }, store }: App, cluster: Position): Set<Position> {
  const line = lineage(graph, cluster);
  const wanted = [...[...store.view.unfolded].filter((n) => !line.includes(n)), ...line];
  const { open } = cover(graph, wanted, MOST, () => true);
  return new Set(wanted.filter((n) => open.has(n)));
}

/** What stands open once a cluster and all within it are folded. */
export function unfoldedWithout({ data: { graph }, store }: App, cluster: Position): Set<Position> {
  return new Set([...store.view.unfolded].filter((n) => !lineage(graph, n).includes(cluster)));
}

/** Unfolds a cluster and chooses it. */
export function unfold(app: App, cluster: Position): void {
  app.store.change({ unfolded: unfoldedWith(app, cluster), selection: { kind: "cluster", cluster } });
}

/** Folds a cluster and chooses it. */
export function fold(app: App, cluster: Position): void {
  app.store.change({ unfolded: unfoldedWithout(app, cluster), selection: { kind: "cluster", cluster } });
}
