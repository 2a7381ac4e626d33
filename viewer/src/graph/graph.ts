// The graph: draws what the view asks for, and turns clicks into choices.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { type Box, Canvas } from "./canvas.ts";
import { palette } from "./colours.ts";
import { type Lamp, light } from "./light.ts";
import { sizes } from "./measures.ts";
import { type Scene, scene } from "./scene.ts";
import { type Look, edgeStyle, nodeStyle, place } from "./style.ts";

const READABLE = 8; // pixels of a letter that a first view needs
const ROOM = { side: 80, above: 40, below: 60 }; // for labels around the outermost nodes

export function showGraph(app: App, lamps: readonly Lamp[]): Canvas {
  const { data, store } = app;
  const canvas = new Canvas();
  const claimants = new Set(data.graph.edges.filter((e) => e.claim && e.status === "asserted").map((e) => e.from));
  let drawn: Scene = { nodes: [], edges: [] };

  const draw = (): void => {
    drawn = scene(app);
    const look: Look = {
      app, claimants, light: light(app, lamps), palette: palette(), nodes: drawn.nodes.length, edges: drawn.edges.length,
      size: sizes(app),
    };
    canvas.draw(drawn.nodes.map((node) => nodeStyle(node, look)), drawn.edges.map((edge) => edgeStyle(edge, look)));
    reveal(app, canvas, drawn);
  };
  store.watch(["filter", "selection", "language", "theme", "arrangement", "size", "focus", "expanded", "collapsed", "unfolded",
    "pins", "pathing", "path", "broker", "page"], draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  canvas.onClick((node, edge) => {
    if (node !== null) store.change({ selection: { kind: "entity", entity: node } });
    else if (edge !== null) store.change({ selection: { kind: "facts", statements: data.graph.edges[edge]!.statements } });
    else store.change({ selection: null });
  });
  byId("zoom-in").addEventListener("click", () => canvas.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => canvas.zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => canvas.fit(whole(app, drawn)));
  firstView(app, canvas, drawn);
  return canvas;
}

/** The whole of a drawing, labels included. */
function whole({ store }: App, { nodes }: Scene): Box {
  const { arrangement, pins } = store.view;
  const places = nodes.map((node) => place(node, arrangement, pins));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  if (!places.length) return { left: -1, right: 1, top: -1, bottom: 1 };
  return {
    left: Math.min(...xs) - ROOM.side, right: Math.max(...xs) + ROOM.side,
    top: Math.min(...ys) - ROOM.above, bottom: Math.max(...ys) + ROOM.below,
  };
}

/** All of it where labels stay readable, else as much as fits around the best connected node. */
function firstView(app: App, canvas: Canvas, drawn: Scene): void {
  const box = whole(app, drawn);
  const { scale } = canvas.fitting(box);
  const readable = READABLE / (drawn.nodes.length > 80 ? 22 : 13);
  if (scale >= readable || !drawn.nodes.length) return canvas.fit(box, { animated: false });
  const hub = drawn.nodes.reduce((a, b) => (b.rank < a.rank ? b : a));
  const [x, y] = place(hub, app.store.view.arrangement, app.store.view.pins);
  const { width, height } = canvas.size;
  const within = (at: number, low: number, high: number, room: number): number =>
    high - low <= room ? (low + high) / 2 : Math.min(Math.max(at, low + room / 2), high - room / 2);
  canvas.moveTo(within(x, box.left, box.right, width / readable), within(y, box.top, box.bottom, height / readable), readable, false);
}

/** Marks what is selected, and moves to it where it lies outside. */
function reveal({ data, store }: App, canvas: Canvas, drawn: Scene): void {
  const { selection, arrangement, pins } = store.view;
  if (selection?.kind === "facts") return canvas.select([], [...new Set(selection.statements.map((n) => data.edgeOf[n]!.id))]);
  const node = selection?.kind === "entity" ? drawn.nodes.find(({ id }) => id === selection.entity) : undefined;
  canvas.select(node ? [node.id] : [], []);
  if (!node) return;
  const [x, y] = place(node, arrangement, pins);
  const at = canvas.pixel(x, y);
  const { width, height } = canvas.size;
  const covered = coveredBySheet();
  if (at.x > 40 && at.y > 40 && at.x < width - 40 && at.y < height - covered - 40) return;
  const scale = Math.max(canvas.network.getScale(), 0.6);
  canvas.moveTo(x, y + covered / 2 / scale, scale);
}

/** How many pixels of the canvas the panel hides where it is a sheet over the page. */
function coveredBySheet(): number {
  const panel = byId("panel");
  if (getComputedStyle(panel).position !== "fixed") return 0;
  return Math.max(0, byId("canvas").getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
}
