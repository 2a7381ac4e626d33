// The graph: draws what the view asks for, and turns clicks into choices.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { visible } from "../filter/visible.ts";
import type { View } from "../state/view.ts";
import { showActions } from "./actions.ts";
import { bands } from "./bands.ts";
import { Canvas, type Hit } from "./canvas.ts";
import { type Palette, palette } from "./colours.ts";
import { Discs } from "./discs.ts";
import { fold, unfold } from "./folding.ts";
import { groupsOf } from "./groups.ts";
import { Lettering } from "./lettering.ts";
import { type Lamp, light } from "./light.ts";
import { sizes } from "./measures.ts";
import { approach, reveal, whole } from "./navigation.ts";
import { type Scene, scene } from "./scene.ts";
import { edgeStyle, nodeStyle } from "./style.ts";

const FACTS = 60; // of a line between discs that a click lists

export function showGraph(app: App, lamps: readonly Lamp[]): Canvas {
  const { store } = app;
  const canvas = new Canvas();
  const discs = new Discs(app);
  const lettering = new Lettering(app, canvas, discs);
  let [drawn, before]: [Scene, View] = [scene(app), store.view];
  let colours: Palette = palette(groupsOf(app));
  const everything = () => whole(app, drawn, discs);

  canvas.under((context, scale) => {
    if (store.view.arrangement === "grouped" && !drawn.live) bands(app, colours)(context, scale);
    discs.paint(context, scale);
  });
  canvas.over(lettering.paint);
  const draw = (): void => {
    drawn = scene(app);
    colours = palette(groupsOf(app));
    paint(app, canvas, discs, lettering, { lamps, drawn, colours, moved: before.arrangement !== store.view.arrangement });
    follow(app, canvas, discs, drawn, before);
    before = store.view;
  };
  canvas.fit(everything(), { animated: false });
  store.watch(["filter", "selection", "language", "arrangement", "size", "focus", "expanded", "collapsed", "unfolded",
    "pins", "pathing", "path", "broker", "page"], draw);
  // The theme stands at the root as soon as the reader or the system has changed it.
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  reveal(app, canvas, drawn);
  canvas.onClick((hit) => choose(app, discs, canvas, hit));
  canvas.onDoubleClickBeside((at) => turn(app, discs, canvas, at));
  hover(canvas, discs, lettering);
  byId("zoom-in").addEventListener("click", () => canvas.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => canvas.zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => canvas.fit(everything()));
  showActions(app);
  return canvas;
}

interface Drawing {
  lamps: readonly Lamp[];
  drawn: Scene;
  colours: Palette;
  moved: boolean;
}

function paint(app: App, canvas: Canvas, discs: Discs, lettering: Lettering, { lamps, drawn, colours, moved }: Drawing): void {
  const { graph } = app.data;
  const lit = light(app, lamps);
  const size = sizes(app);
  const claimants = new Set(graph.edges.filter((e) => e.claim && e.status === "asserted").map((e) => e.from));
  const fitted = canvas.fitting(whole(app, drawn, discs)).scale;
  const look = { app, scene: drawn, claimants, light: lit, palette: colours, size, scale: Math.max(fitted, canvas.network.getScale()) };
  Object.assign(discs, { scene: drawn, light: lit, palette: colours, over: null });
  lettering.set({ scene: drawn, light: lit, palette: colours, size, fitted });
  canvas.draw(drawn.nodes.map((node) => nodeStyle(node, look)), drawn.edges.map((edge) => edgeStyle(edge, look)), { animated: moved });
  canvas.redraw();
}

/** Moves where the change asks for it: to another arrangement or part of the graph, to what has been unfolded or chosen. */
function follow(app: App, canvas: Canvas, discs: Discs, drawn: Scene, before: View): void {
  const { view } = app.store;
  const opened = [...view.unfolded].findLast((cluster) => !before.unfolded.has(cluster));
  if (view.arrangement !== before.arrangement || view.focus !== before.focus) return canvas.fit(whole(app, drawn, discs));
  if (opened !== undefined && drawn.open.includes(opened)) return approach(canvas, discs, opened);
  if (view.selection !== before.selection) reveal(app, canvas, drawn);
}

function choose(app: App, discs: Discs, canvas: Canvas, { node, edge, x, y }: Hit): void {
  const { data, store } = app;
  if (node !== null) return store.change({ selection: { kind: "entity", entity: node } });
  if (edge !== null) return store.change({ selection: { kind: "facts", statements: data.graph.edges[edge]!.statements } });
  const target = discs.at({ x, y }, canvas.network.getScale());
  if (!target) return store.change({ selection: null });
  if (target.kind === "cluster") return store.change({ selection: target });
  const statements = target.bundle.edges.flatMap((n) => data.graph.edges[n]!.statements).filter(visible(app)).slice(0, FACTS);
  store.change({ selection: { kind: "facts", statements } });
}

/** A double click unfolds a disc, and folds what lies inside an outline. */
function turn(app: App, discs: Discs, canvas: Canvas, at: { x: number; y: number }): void {
  const target = discs.at(at, canvas.network.getScale(), true);
  if (target?.kind === "cluster") (app.store.view.unfolded.has(target.cluster) ? fold : unfold)(app, target.cluster);
}

function hover(canvas: Canvas, discs: Discs, lettering: Lettering): void {
  canvas.onMove((at, node) => {
    const over = at && node === null ? discs.at(at, canvas.network.getScale()) : null;
    lettering.hover(node);
    canvas.cursor = node !== null || over ? "pointer" : "";
    if (!discs.point(over)) return;
    lettering.refresh();
    canvas.redraw();
  });
}
