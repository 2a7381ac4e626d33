// The canvas by keyboard: arrows go from node to node and to discs, letters act on them.

import type { App } from "../app.ts";
import { byId, element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { clusterOf, discOf } from "../graph/bundles.ts";
import type { Canvas } from "../graph/canvas.ts";
import { lineage } from "../graph/clusters.ts";
import { unfoldedWith, unfoldedWithout } from "../graph/folding.ts";
import { scene } from "../graph/scene.ts";
import { collapse, expand, focusOn, foldable, hiddenAround, pin, unpin } from "./commands.ts";
import type { Cursor } from "./cursor.ts";
import type { Direction } from "./direction.ts";
import { text } from "./words.ts";

const ARROWS: Record<string, Direction> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const PAN = 80; // pixels

export function showKeys(app: App, canvas: Canvas, cursor: Cursor): void {
  const area = byId("canvas");
  const help = element("p", { id: "graph-keys", class: "graph-keys" });
  area.after(help);
  area.setAttribute("role", "application");
  area.setAttribute("aria-describedby", help.id);
  area.tabIndex = 0;
  area.querySelector("[tabindex]")?.removeAttribute("tabindex"); // vis-network's own stop
  app.store.watch(["language"], () => {
    help.textContent = text(app.naming.language, "keys");
    area.setAttribute("aria-roledescription", text(app.naming.language, "region"));
  });
  area.addEventListener("focus", () => {
    canvas.redraw();
    if (area.matches(":focus-visible")) cursor.tell();
  });
  area.addEventListener("blur", () => canvas.redraw());
  const meant = acts(app, canvas, cursor);
  area.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const go = arrow && (() => (event.shiftKey ? canvas.pan(arrow[0] * PAN, arrow[1] * PAN) : cursor.step(arrow)));
    const act = go ?? meant[event.code] ?? meant[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  comesBack(app, area);
}

/** By the code of a letter's key, which is the same while a Korean keyboard is set; else by the key. */
function acts(app: App, canvas: Canvas, cursor: Cursor): Record<string, () => void> {
  const on = (act: (n: Position) => void, actOnCluster: (n: Position) => void = () => cursor.tell()) => () => {
    const spot = cursor.spot;
    const cluster = clusterOf(spot);
    if (cluster !== null) actOnCluster(cluster);
    else if (spot !== null) act(spot);
  };
  return {
    Enter: on((entity) => app.store.change({ selection: { kind: "entity", entity } }),
      (cluster) => app.store.change({ selection: { kind: "cluster", cluster } })),
    "+": () => canvas.zoom(1.3), "=": () => canvas.zoom(1.3), "-": () => canvas.zoom(1 / 1.3), 0: () => byId("fit").click(),
    KeyF: on((n) => {
      focusOn(app, n);
      cursor.moveTo(n);
      cursor.tell();
    }),
    KeyE: on((n) => changed(app, cursor, "unfolded", hiddenAround(app, n).length, () => expand(app, n)), (cluster) => turn(app, cursor, cluster, unfoldedWith(app, cluster))),
    KeyC: on((n) => {
      const count = foldable(app, n).length;
      if (count || !foldAround(app, cursor, app.data.nodeOf.get(n)?.cluster ?? null)) changed(app, cursor, "folded", count, () => collapse(app, n));
    }, (cluster) => void (foldAround(app, cursor, cluster) || cursor.tell())),
    Space: on((n) => {
      const place = canvas.where(n);
      if (app.store.view.pins.has(n)) unpin(app, n);
      else if (place) pin(app, new Map([[n, [place.x, place.y]]]));
      cursor.say(text(app.naming.language, app.store.view.pins.has(n) ? "pinned" : "loose"));
    }),
  };
}

/** Folds the innermost unfolded of the clusters that hold one, itself among them; returns whether there is such. */
function foldAround(app: App, cursor: Cursor, cluster: Position | null): boolean {
  const { open } = scene(app);
  const innermost = cluster === null ? undefined : lineage(app.data.graph, cluster).findLast((n) => open.includes(n));
  if (innermost !== undefined) turn(app, cursor, innermost, unfoldedWithout(app, innermost));
  return innermost !== undefined;
}

/** Unfolds or folds a cluster, goes to it and says it; the keys stay with the canvas. */
function turn(app: App, cursor: Cursor, cluster: Position, unfolded: ReadonlySet<Position>): void {
  app.store.change({ unfolded });
  cursor.moveTo(discOf(cluster));
  cursor.tell();
}

function changed(app: App, cursor: Cursor, said: "folded" | "unfolded", count: number, act: () => void): void {
  act();
  cursor.say(text(app.naming.language, count ? said : "nothingMore", { count }));
}

/** Closing what was opened from the canvas leads back to it. */
function comesBack({ store }: App, area: HTMLElement): void {
  let from = false;
  area.addEventListener("keydown", (event) => (from = event.key === "Enter"));
  document.addEventListener("pointerdown", () => (from = false));
  store.watch(["selection"], () => {
    if (store.view.selection || !from) return;
    from = false;
    area.focus();
  });
}
