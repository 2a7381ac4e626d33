// Drawn over nodes: a pin on what is pinned, how many neighbours are hidden, and a ring around what keys act on.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { clusterOf } from "../graph/bundles.ts";
import type { Canvas } from "../graph/canvas.ts";
import { colour } from "../graph/colours.ts";
import { sizes } from "../graph/measures.ts";
import { middleOf } from "../graph/discs.ts";
import { scene } from "../graph/scene.ts";
import { hiddenAround } from "./commands.ts";
import type { Cursor } from "./cursor.ts";

const COUNTED = 300; // nodes up to which each tells how many of its neighbours are hidden
const LEGIBLE = 0.55; // scale from which counts are drawn

interface Pencil {
  context: CanvasRenderingContext2D;
  ink: string;
  soft: string;
  ground: string;
  face: string;
}

export function showMarks(app: App, canvas: Canvas, cursor: Cursor): void {
  let counts = new Map<Position, number>();
  app.store.watch(["focus", "expanded", "collapsed", "filter", "selection", "path", "pathing"], () => {
    counts = hiddenCounts(app);
    canvas.redraw();
  });
  canvas.over((context, scale) => {
    const pencil = { context, ink: colour("--ink"), soft: colour("--soft"), ground: colour("--canvas"), face: colour("--face") };
    const size = sizes(app);
    const at = (n: Position, draw: (x: number, y: number, radius: number) => void): void => {
      const [place, node] = [canvas.where(n), app.data.nodeOf.get(n)];
      if (place && node) draw(place.x, place.y, size(node));
    };
    for (const n of app.store.view.pins.keys()) at(n, (x, y, radius) => pinned(pencil, x, y - radius));
    if (scale >= LEGIBLE) {
      for (const [n, count] of counts) at(n, (x, y, radius) => counted(pencil, x + radius * 0.75, y - radius * 0.75, `+${count}`));
    }
    const spot = byId("canvas").matches(":focus-visible") ? cursor.spot : null;
    const cluster = clusterOf(spot);
    if (cluster !== null) {
      const { x, y } = middleOf(app, cluster);
      ringed(context, x, y, app.data.graph.clusters[cluster]!.radius + 4 / scale, scale);
    } else if (spot !== null) at(spot, (x, y, radius) => ringed(context, x, y, radius + Math.max(6, 5 / scale), scale)); // clear of a small node, too
  });
}

/** Of each node while focus or collapse hides some; a large graph would be all numbers. */
function hiddenCounts(app: App): Map<Position, number> {
  const { focus, collapsed } = app.store.view;
  const { nodes } = scene(app);
  if ((!focus && !collapsed.size) || nodes.length > COUNTED) return new Map();
  const there = new Set(nodes.map(({ id }) => id));
  return new Map(nodes.map(({ id }): [Position, number] => [id, hiddenAround(app, id, there).length]).filter(([, count]) => count > 0));
}

/** A small pin whose needle stands on the node. */
function pinned({ context, ink, ground }: Pencil, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y + 3);
  context.lineTo(x, y - 8);
  context.lineWidth = 2;
  context.strokeStyle = ink;
  context.stroke();
  context.beginPath();
  context.arc(x, y - 10, 4, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.strokeStyle = ground;
  context.fill();
  context.stroke();
}

function counted({ context, soft, ground, face }: Pencil, x: number, y: number, words: string): void {
  context.font = `500 11px ${face}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.strokeText(words, x, y);
  context.fillStyle = soft;
  context.fillText(words, x, y);
}

function ringed(context: CanvasRenderingContext2D, x: number, y: number, radius: number, scale: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 3 / scale;
  context.strokeStyle = colour("--focus");
  context.stroke();
}
