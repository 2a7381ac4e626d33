// Unfolding and folding clusters.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { MOST, cover, lineage } from "./clusters.ts";

/** Unfolds a cluster and those that hold it; others fold where the canvas would hold too many nodes. */
export function unfold({ data: { graph }, store }: App, cluster: Position): void {
  const line = lineage(graph, cluster);
  const wanted = [...[...store.view.unfolded].filter((n) => !line.includes(n)), ...line];
  const { open } = cover(graph, wanted, MOST, () => true);
  store.change({ unfolded: new Set(wanted.filter((n) => open.has(n))), selection: { kind: "cluster", cluster } });
}

/** Folds a cluster and all within it. */
export function fold({ data: { graph }, store }: App, cluster: Position): void {
  const left = [...store.view.unfolded].filter((n) => !lineage(graph, n).includes(cluster));
  store.change({ unfolded: new Set(left), selection: { kind: "cluster", cluster } });
}
