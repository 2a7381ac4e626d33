// What stands on the canvas for a view: nodes and edges, before any colour.

import type { App } from "../app.ts";
import type { GraphEdge, GraphNode } from "../data/types.ts";
import { visible } from "../filter/visible.ts";

export interface Scene {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

export function scene(app: App): Scene {
  const { data, store } = app;
  const { filter } = store.view;
  const shown = visible(app);
  return {
    nodes: data.graph.nodes.filter((node) => !filter.types.has(data.entities[node.id]!.type)),
    edges: data.graph.edges.filter((edge) => edge.statements.some(shown)),
  };
}
