// How a node and an edge look.

import type { App } from "../app.ts";
import type { GraphEdge, GraphNode, Position } from "../data/types.ts";
import { type Palette, faded } from "./colours.ts";
import type { Light } from "./light.ts";

const FADED = 0.14;
const DASHES: Record<string, boolean | number[]> = {
  asserted: false, planned: [9, 6], possible: [4, 6], rumoured: [4, 6], negated: [1, 6], ended: [1, 6],
};
const LABELLED = 80; // nodes up to which every label is drawn at any zoom; beyond, half as many are, in larger letters
const FONT = 13; // pixels
const MANY = 200; // edges from which they are drawn quieter: many together are as dark as a few

export interface Look {
  app: App;
  light: Light | null;
  palette: Palette;
  nodes: number; // on the canvas
  edges: number;
  claimants: ReadonlySet<Position>;
  size: (node: GraphNode) => number;
}

export function nodeStyle(node: GraphNode, { app, light, palette, nodes, claimants, size }: Look) {
  const { data, naming, store } = app;
  const dim = light !== null && !light.nodes.has(node.id);
  const { type } = data.entities[node.id]!;
  const fill = palette.type(type);
  const claims = claimants.has(node.id);
  const first = nodes <= LABELLED || node.rank < LABELLED / 2;
  const letters = first && nodes > LABELLED ? Math.round(FONT * 1.7) : FONT;
  const [x, y] = place(node, store.view.arrangement, store.view.pins);
  return {
    id: node.id, label: node.label, shape: node.shape, size: size(node), x, y,
    title: `${naming.entity(node.id)} · ${naming.label(type)}`,
    opacity: dim ? FADED : 1,
    borderWidth: claims ? 4 : 2,
    color: {
      background: fill, border: light?.marked.has(node.id) ? palette.ink : claims ? palette.claim : palette.ground,
      highlight: { background: fill, border: palette.ink }, hover: { background: fill, border: palette.ink },
    },
    // vis-network leaves out a label that would be drawn smaller than drawThreshold pixels.
    scaling: { label: { drawThreshold: first || light?.nodes.has(node.id) ? 6 : FONT } },
    font: {
      size: letters, face: palette.face, vadjust: -5, strokeWidth: dim ? 0 : 3, strokeColor: palette.ground,
      color: dim ? faded(palette.ink, 0.2) : palette.ink,
    },
  };
}

/** Where a node stands. */
export function place(node: GraphNode, arrangement: string, pins: ReadonlyMap<Position, readonly [number, number]>): readonly [number, number] {
  return pins.get(node.id) ?? (arrangement === "grouped" ? node.grouped : [node.x, node.y]);
}

export function edgeStyle(edge: GraphEdge, { app: { naming }, light, palette, edges }: Look) {
  const on = light !== null && light.edges.has(edge.id);
  const dim = light !== null && !on;
  const tone = edge.claim ? palette.claim : palette.line;
  const quiet = edges > MANY ? 0.4 : 1;
  const relations = edge.predicates.map((predicate) => naming.predicate(predicate)).join(", ");
  return {
    id: edge.id, from: edge.from, to: edge.to,
    dashes: DASHES[edge.status] ?? false,
    smooth: edges > MANY && edge.lane === 1 ? false : { enabled: true, type: "curvedCW", roundness: 0.12 * edge.lane },
    width: edge.claim ? 3 : 1.4,
    title: relations,
    label: on && light.edges.size <= 14 ? relations : "",
    arrows: { to: { enabled: edge.directed, scaleFactor: 0.5 } },
    color: { color: faded(tone, dim ? FADED * quiet : on || edge.claim ? 1 : quiet), highlight: tone, hover: tone },
    font: { size: 11, face: palette.face, color: palette.soft, strokeWidth: 4, strokeColor: palette.ground, align: "horizontal" },
  };
}
