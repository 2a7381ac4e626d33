// What is lit while the rest is dimmed: a choice, a path, a broker's two-paths.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { visible } from "../filter/visible.ts";

/** Lit nodes and edges by id; `marked` nodes stand out among them. */
export interface Light {
  nodes: ReadonlySet<Position>;
  edges: ReadonlySet<Position>;
  marked: ReadonlySet<Position>;
}

/** Light of a task, such as a path; the first that is not null is used where nothing is selected. */
export type Lamp = (app: App) => Light | null;

export function light(app: App, lamps: readonly Lamp[]): Light | null {
  return selected(app) ?? lamps.reduce<Light | null>((found, lamp) => found ?? lamp(app), null);
}

function selected(app: App): Light | null {
  const { data, store } = app;
  const { selection } = store.view;
  if (!selection || selection.kind === "cluster") return null;
  const facts = selection.kind === "entity" ? data.factsOf[selection.entity]! : selection.statements;
  const marked = new Set(selection.kind === "entity" ? [selection.entity] : []);
  return around(app, facts, marked);
}

/** The edges of these statements, as far as they are shown, with their ends. */
export function around({ data, ...app }: App, statements: Iterable<Position>, marked: ReadonlySet<Position> = new Set()): Light {
  const shown = visible({ data, ...app });
  const edges = new Set<Position>();
  const nodes = new Set(marked);
  for (const n of statements) {
    const edge = shown(n) ? data.edgeOf[n] : undefined;
    if (!edge) continue;
    edges.add(edge.id);
    nodes.add(edge.from).add(edge.to);
  }
  return { nodes, edges, marked };
}
