// What may size a node.

import type { App } from "../app.ts";
import type { GraphNode } from "../data/types.ts";

export type Size = (node: GraphNode) => number;

/** Radius in pixels by the measure that the view names. */
export function sizes(_app: App): Size {
  return ({ degree }) => Math.min(7 + 3.6 * Math.sqrt(degree), 30);
}
