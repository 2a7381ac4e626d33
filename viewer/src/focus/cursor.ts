// The node or disc that keys act on, and what a screen reader hears about it.

import type { App } from "../app.ts";
import { byId, element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { type Spot, clusterOf, discOf } from "../graph/bundles.ts";
import type { Canvas } from "../graph/canvas.ts";
import { middleOf } from "../graph/discs.ts";
import { scene } from "../graph/scene.ts";
import type { View } from "../state/view.ts";
import { type Direction, type Stop, towards } from "./direction.ts";
import { told } from "./told.ts";
import { text } from "./words.ts";

const MARGIN = 60; // pixels that stay free between the node and the edge of the canvas

export class Cursor {
  private at: Spot | null = null;
  private readonly live = element("p", { id: "graph-status", class: "unseen", role: "status" });

  constructor(private readonly app: App, private readonly canvas: Canvas) {
    byId("graph").append(this.live);
  }

  /** Where it is, if that is drawn: else at what is selected, else at the best connected node, else at a disc. */
  get spot(): Spot | null {
    const there = [this.at, spotOf(this.app.store.view.selection)].find((spot) => spot !== null && this.where(spot) !== null);
    if (there !== undefined) return there;
    const { nodes, discs } = scene(this.app);
    const best = nodes.reduce<{ id: Position; rank: number } | null>((a, b) => (a && a.rank < b.rank ? a : b), null);
    const [disc] = discs.keys();
    return best?.id ?? (disc === undefined ? null : discOf(disc));
  }

  /** Where a node, a disc or the outline of an unfolded cluster stands in the drawing; null where it is not drawn. */
  where(spot: Spot): { x: number; y: number } | null {
    const cluster = clusterOf(spot);
    if (cluster === null) return this.canvas.where(spot);
    const { discs, open } = scene(this.app);
    return discs.has(cluster) || open.includes(cluster) ? middleOf(this.app, cluster) : null;
  }

  /** Follows a choice that was made elsewhere. */
  moveTo(spot: Spot | null): void {
    this.at = spot;
    this.canvas.redraw();
  }

  step(direction: Direction): void {
    const from = this.spot;
    const place = from === null ? null : this.where(from);
    if (!place) return this.say(text(this.app.naming.language, "nothing"));
    const next = towards(this.stops(), place, direction);
    if (!next) return this.say(text(this.app.naming.language, "edge"));
    this.at = next.id;
    this.follow(next);
    this.canvas.redraw();
    this.tell();
  }

  /** Says what it is at. */
  tell(): void {
    this.say(told(this.app, this.spot));
  }

  say(what: string): void {
    this.live.textContent = what;
  }

  /** Where an arrow may lead: not to outlines, in which nodes and discs stand. */
  private stops(): Stop[] {
    const { nodes, discs } = scene(this.app);
    return [...nodes.map(({ id }) => id), ...[...discs.keys()].map(discOf)].flatMap((id) => {
      const place = this.where(id);
      return place ? [{ id, ...place }] : [];
    });
  }

  private follow({ x, y }: Stop): void {
    const at = this.canvas.pixel(x, y);
    const { width, height } = this.canvas.size;
    if (at.x > MARGIN && at.y > MARGIN && at.x < width - MARGIN && at.y < height - MARGIN) return;
    this.canvas.moveTo(x, y, this.canvas.network.getScale());
  }
}

/** What stands for a selection; facts have no place of their own. */
export function spotOf(selection: View["selection"]): Spot | null {
  if (selection?.kind === "entity") return selection.entity;
  return selection?.kind === "cluster" ? discOf(selection.cluster) : null;
}
