// Moving over the drawing: all of it, what is chosen, a cluster.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Box, Canvas } from "./canvas.ts";
import type { Discs } from "./discs.ts";
import type { Scene } from "./scene.ts";

const EDGE = 40; // pixels from the rim of the canvas in which what is chosen is not well seen
const CLOSE = 0.6; // scale at which a chosen node is seen well

/** The whole of a drawing, labels included. */
export function whole({ data, store: { view } }: App, { nodes, discs, place, live }: Scene, { cluster, middle }: Pick<Discs, "cluster" | "middle">): Box {
  const boxes = nodes.map((node) => around(...place(node), 0));
  for (const n of discs.keys()) boxes.push(around(middle(n).x, middle(n).y, cluster(n).radius));
  if (view.arrangement === "grouped" && !live) boxes.push(...data.graph.bands);
  if (!boxes.length) return { left: -1, right: 1, top: -1, bottom: 1 };
  const box = boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left), right: Math.max(a.right, b.right), top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom),
  }));
  const side = Math.max(60, (box.right - box.left) * 0.1); // labels beside the outermost nodes; on the right the buttons leave room, too
  const above = Math.max(50, (box.bottom - box.top) * 0.1); // headings of strips
  return { left: box.left - side * 1.3, right: box.right + side, top: box.top - above, bottom: box.bottom + above * 0.6 };
}

const around = (x: number, y: number, radius: number): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });

/** Moves to a chosen node where it lies outside, or under the sheet of a narrow screen. */
export function reveal({ data, store }: App, canvas: Canvas, drawn: Scene): void {
  const { selection } = store.view;
  const node = selection?.kind === "entity" && drawn.spot(selection.entity) === selection.entity ? data.nodeOf.get(selection.entity) : undefined;
  if (!node) return;
  const [x, y] = drawn.place(node);
  const at = canvas.pixel(x, y);
  const { width, height } = canvas.size;
  const covered = coveredBySheet();
  if (at.x > EDGE && at.y > EDGE && at.x < width - EDGE && at.y < height - covered - EDGE) return;
  const scale = drawn.discs.size ? canvas.network.getScale() : Math.max(canvas.network.getScale(), CLOSE);
  canvas.moveTo(x, y + covered / 2 / scale, scale);
}

/** Moves to a cluster, so that what it shows is well seen. */
export function approach(canvas: Canvas, discs: Discs, cluster: Position): void {
  const { x, y } = discs.middle(cluster);
  const radius = discs.cluster(cluster).radius * 1.12;
  canvas.fit(around(x, y, radius), { most: 1.3 });
}

/** How many pixels of the canvas the panel hides where it is a sheet over the page. */
function coveredBySheet(): number {
  const panel = byId("panel");
  if (getComputedStyle(panel).position !== "fixed") return 0;
  return Math.max(0, byId("canvas").getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
}
