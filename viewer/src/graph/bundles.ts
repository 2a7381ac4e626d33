// Ties between what stands on the canvas of a large graph, gathered: a line for all edges between the same two.

import type { GraphEdge, Position } from "../data/types.ts";

/** What an end of a line stands at: a node by its entity, or a cluster as −1 − its position. */
export type Spot = number;

export const discOf = (cluster: Position): Spot => -1 - cluster;
export const clusterOf = (spot: Spot | null): Position | null => (spot !== null && spot < 0 ? -1 - spot : null);

export interface Bundle {
  from: Spot;
  to: Spot;
  edges: Position[];
}

const STRONGEST = 3; // lines that each disc keeps; all of them would be a grey sheet

/**
 * The bundles of edges of which at least one end stands in a disc. Between discs only the strongest of each are kept; a
 * node's ties into discs are kept where it is one of `chosen`.
 */
export function bundles(edges: readonly GraphEdge[], spot: (entity: Position) => Spot | null, chosen: ReadonlySet<Position>): Bundle[] {
  const found = new Map<string, Bundle>();
  for (const { id, from, to } of edges) {
    const [a, b] = [spot(from), spot(to)];
    if (a === null || b === null || a === b || (a >= 0 && b >= 0)) continue;
    const node = Math.max(a, b);
    if (node >= 0 && !chosen.has(node)) continue;
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const bundle = found.get(key);
    if (bundle) bundle.edges.push(id);
    else found.set(key, { from: a, to: b, edges: [id] });
  }
  return strongest([...found.values()].sort((a, b) => b.edges.length - a.edges.length || a.from - b.from || a.to - b.to));
}

function strongest(sorted: Bundle[]): Bundle[] {
  const kept = new Map<Spot, number>();
  return sorted.filter(({ from, to }) => {
    if (from >= 0 || to >= 0) return true;
    const [a, b] = [kept.get(from) ?? 0, kept.get(to) ?? 0];
    kept.set(from, a + 1).set(to, b + 1);
    return a < STRONGEST || b < STRONGEST;
  });
}
