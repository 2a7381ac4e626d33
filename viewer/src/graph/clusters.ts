// The tree of clusters of a large graph, and which of them stand open for a view.

import type { Graph, GraphNode, Position } from "../data/types.ts";

export const MOST = 1000; // nodes on the canvas at once: more do not pan fluently

interface Tree {
  ranked: GraphNode[]; // all, the best connected first
  roots: Position[];
  all: GraphNode[][]; // below a cluster, worked out when it is asked for
  children: Position[][];
  /** The nodes that belong to a cluster directly, the best connected first. */
  members: GraphNode[][];
}

const trees = new WeakMap<Graph, Tree>();

export function tree(graph: Graph): Tree {
  let found = trees.get(graph);
  if (!found) trees.set(graph, (found = planted(graph)));
  return found;
}

function planted({ clusters, nodes }: Graph): Tree {
  const ranked = nodes.toSorted((a, b) => a.rank - b.rank);
  const made: Tree = { ranked, roots: [], all: [], children: clusters.map(() => []), members: clusters.map(() => []) };
  clusters.forEach(({ parent }, n) => (parent === null ? made.roots : made.children[parent]!).push(n));
  for (const node of ranked) if (node.cluster !== null) made.members[node.cluster]!.push(node);
  return made;
}

/** All nodes below a cluster, the best connected first. */
export function everyone(graph: Graph, cluster: Position): GraphNode[] {
  const { all, children, members } = tree(graph);
  const below = (n: Position): GraphNode[] => [...members[n]!, ...children[n]!.flatMap(below)];
  return (all[cluster] ??= below(cluster).sort((a, b) => a.rank - b.rank));
}

/** A cluster with those that hold it, the outermost first. */
export function lineage(graph: Graph, cluster: Position): Position[] {
  const { parent } = graph.clusters[cluster]!;
  return parent === null ? [cluster] : [...lineage(graph, parent), cluster];
}

/** The clusters that are drawn folded, and those that are open with the nodes that each shows. */
interface Cover {
  folded: Position[];
  open: Map<Position, GraphNode[]>;
}

/**
 * What stands open when these clusters are unfolded, the latest last. Together they show at most `room` nodes: the latest
 * come first, one that has no room left stays folded, and of one that is too large alone the best connected are shown.
 */
export function cover(graph: Graph, unfolded: Iterable<Position>, room: number, drawn: (node: GraphNode) => boolean): Cover {
  const { roots, children, members } = tree(graph);
  const wanted = [...unfolded].reverse();
  const open = new Map<Position, GraphNode[]>();
  const parents = new Set(wanted.filter((n) => children[n]!.length));
  const reachable = (n: Position): boolean => lineage(graph, n).every((above) => above === n || parents.has(above));
  let left = room;
  for (const n of wanted.filter(reachable)) {
    const shown = members[n]!.filter(drawn);
    if (shown.length > left && left < room) continue;
    open.set(n, shown.slice(0, left));
    left -= open.get(n)!.length;
  }
  const folded: Position[] = [];
  const walk = (n: Position): void => {
    if (open.has(n)) children[n]!.forEach(walk);
    else folded.push(n);
  };
  roots.forEach(walk);
  return { folded, open };
}
