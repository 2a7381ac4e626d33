// How a node and an edge look.

import type { App } from "../app.ts";
import type { GraphEdge, GraphNode, Position } from "../data/types.ts";
import { type Palette, faded } from "./colours.ts";
import type { Light } from "./light.ts";
import type { Scene } from "./scene.ts";

const [FADED, FADED_STRONG] = [0.2, 0.35]; // what is not lit; the second where contrast is high
const DASHES: Record<string, number[]> = {
  planned: [9, 6], possible: [4, 6], rumoured: [4, 6], negated: [1, 6], ended: [1, 6],
};
const MANY = 200; // edges from which they are drawn quieter: many together are as dark as a few
const CROWD = 1200; // edges from which they have no arrows but where they are lit

export interface Look {
  app: App;
  scene: Scene;
  light: Light | null;
  palette: Palette;
  claimants: ReadonlySet<Position>;
  scale: number; // of the drawing on the screen
  size: (node: GraphNode) => number;
}

/** A node without its label, which lettering.ts writes. */
export function nodeStyle(node: GraphNode, { app: { data, naming }, scene, light, palette, claimants, size }: Look) {
  const dim = light !== null && !light.nodes.has(node.id);
  const marked = light?.marked.has(node.id) ?? false;
  const { type } = data.entities[node.id]!;
  const fill = palette.type(type);
  const claims = claimants.has(node.id);
  const [x, y] = scene.place(node);
  return {
    id: node.id, shape: node.shape, size: size(node), x, y,
    title: `${naming.entity(node.id)} · ${naming.label(type)}`,
    opacity: dim ? faint(palette) : 1,
    borderWidth: claims || marked ? 4 : 1.5,
    color: {
      background: fill, border: marked ? palette.ink : claims ? palette.claim : palette.ground,
      hover: { background: fill, border: palette.ink },
    },
  };
}

export function edgeStyle(edge: GraphEdge, { app: { naming }, scene, light, palette, scale }: Look) {
  const count = scene.edges.length;
  const on = light !== null && light.edges.has(edge.id);
  const dim = light !== null && !on;
  const tone = edge.claim ? palette.claim : on ? palette.soft : palette.line;
  const quiet = palette.strong ? 1 : count > CROWD ? 0.3 : count > MANY ? 0.42 : 1;
  return {
    id: edge.id, from: edge.from, to: edge.to,
    dashes: dashes(edge.status, scale),
    smooth: count > MANY && edge.lane === 1 ? false : { enabled: true, type: "curvedCW", roundness: 0.12 * edge.lane },
    width: edge.claim ? 3 : on ? 2.2 : 1.2,
    title: edge.predicates.map((predicate) => naming.predicate(predicate)).join(", "),
    arrows: { to: { enabled: edge.directed && (count <= CROWD || on), scaleFactor: 0.45 } },
    color: { color: faded(tone, dim ? faint(palette) * quiet : on || edge.claim ? 1 : quiet), hover: tone },
  };
}

const faint = ({ strong }: Palette): number => (strong ? FADED_STRONG : FADED);

/** Dashes as long as the zoom needs: thousands too small to be seen are what takes most time to draw. */
function dashes(status: string, scale: number): number[] | false {
  const longer = 2 ** Math.max(0, Math.round(Math.log2(1 / scale)));
  return DASHES[status]?.map((length) => length * longer) ?? false;
}
