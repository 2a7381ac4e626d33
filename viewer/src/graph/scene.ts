// What stands on the canvas for a view: nodes and edges, before any colour.

import type { App } from "../app.ts";
import type { GraphEdge, GraphNode } from "../data/types.ts";
import { within } from "../focus/within.ts";
import { visible } from "../filter/visible.ts";

export interface Scene {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

export function scene(app: App): Scene {
  const { data, store } = app;
  const { filter } = store.view;
  const shown = visible(app);
  const left = within(app);
  return {
    nodes: data.graph.nodes.filter(({ id }) => !filter.types.has(data.entities[id]!.type) && (left?.has(id) ?? true)),
    edges: data.graph.edges.filter(({ from, to, statements }) => statements.some(shown) && (!left || (left.has(from) && left.has(to)))),
  };
}
