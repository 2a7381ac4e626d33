// A drawing by hand for the tests: nodes by rank, edges by their ends, clusters by their parents.

import type { App } from "../../src/app.ts";
import { Data } from "../../src/data/data.ts";
import type { Cluster, Core, GraphEdge, GraphNode, Position, Statement } from "../../src/data/types.ts";
import { type View, initial, unfiltered } from "../../src/state/view.ts";

export interface Sketch {
  clusters?: (Position | null)[]; // of each cluster, its parent
  nodes: (Position | null)[]; // of each node, its cluster; its rank is its position
  edges: [Position, Position, status?: string][];
}

export function drawing({ clusters = [], nodes, edges }: Sketch, patch: Partial<View> = {}): App {
  const made = nodes.map((cluster, id): GraphNode =>
    ({ id, label: `n${id}`, shape: "dot", degree: 1, rank: id, x: id * 10, y: 0, grouped: [id * 10, 500], cluster }));
  const lines = edges.map(([from, to, status = "asserted"], id): GraphEdge =>
    ({ id, from, to, status, predicates: ["p"], statements: [id], claim: false, directed: true, lane: 1 }));
  const discs = clusters.map((parent): Cluster => ({ parent, group: "KR", size: 1, names: [], x: 0, y: 0, grouped: [0, 0], radius: 10 }));
  const statements = edges.map(([subject, object, status = "asserted"], n): Statement =>
    ({ id: `s${n}`, subject, predicate: "p", object, status, qualifiers: {}, speaker: null, confidence: 1, evidence: [] }));
  const core = {
    language: "ko", documents: [], graph: { nodes: made, edges: lines, bands: [], clusters: discs, claim: "bridges" },
    entities: nodes.map((_, n) => ({ id: `e${n}`, type: "Company", name: `n${n}`, names: {}, aliases: [], sameAs: [], groups: [] })),
  } as unknown as Core;
  const view = { ...initial("ko"), filter: { ...unfiltered }, ...patch }; // what a filter shows is remembered by the filter
  return { data: new Data(core, { statements, conflicts: [] }), store: { view }, naming: {} } as unknown as App;
}
