// The node that keys act on, and what a screen reader hears about it.

import type { App } from "../app.ts";
import { byId, element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Canvas } from "../graph/canvas.ts";
import { scene } from "../graph/scene.ts";
import { hiddenAround } from "./commands.ts";
import { type Direction, type Spot, towards } from "./direction.ts";
import { ties } from "./ties.ts";
import { text } from "./words.ts";

const MARGIN = 60; // pixels that stay free between the node and the edge of the canvas

export class Cursor {
  private at: Position | null = null;
  private readonly live = element("p", { id: "graph-status", class: "unseen", role: "status" });

  constructor(private readonly app: App, private readonly canvas: Canvas) {
    byId("graph").append(this.live);
  }

  /** The node, if it is drawn: else the selected one, else the best connected. */
  get node(): Position | null {
    const { selection } = this.app.store.view;
    const chosen = selection?.kind === "entity" ? selection.entity : null;
    const there = [this.at, chosen].find((n) => n !== null && this.canvas.where(n) !== null);
    return there ?? scene(this.app).nodes.reduce<{ id: Position; rank: number } | null>((a, b) => (a && a.rank < b.rank ? a : b), null)?.id ?? null;
  }

  /** Follows a choice that was made elsewhere. */
  moveTo(n: Position | null): void {
    this.at = n;
    this.canvas.redraw();
  }

  step(direction: Direction): void {
    const from = this.node;
    const place = from === null ? null : this.canvas.where(from);
    if (!place) return this.say(text(this.app.naming.language, "nothing"));
    const next = towards(this.spots(), place, direction);
    if (!next) return this.say(text(this.app.naming.language, "edge"));
    this.at = next.id;
    this.follow(next);
    this.canvas.redraw();
    this.tell();
  }

  /** Says the node, its type and its neighbours. */
  tell(): void {
    const { data, naming, store } = this.app;
    const n = this.node;
    if (n === null) return this.say(text(naming.language, "nothing"));
    const hidden = hiddenAround(this.app, n).length;
    this.say([
      naming.entity(n), naming.label(data.entities[n]!.type), text(naming.language, "ties", { count: ties(this.app).neighbours(n).length }),
      hidden ? text(naming.language, "hidden", { count: hidden }) : "", store.view.pins.has(n) ? text(naming.language, "pinned") : "",
    ].filter(Boolean).join(", "));
  }

  say(what: string): void {
    this.live.textContent = what;
  }

  private spots(): Spot[] {
    return scene(this.app).nodes.flatMap(({ id }) => {
      const place = this.canvas.where(id);
      return place ? [{ id, ...place }] : [];
    });
  }

  private follow({ x, y }: Spot): void {
    const at = this.canvas.pixel(x, y);
    const { width, height } = this.canvas.size;
    if (at.x > MARGIN && at.y > MARGIN && at.x < width - MARGIN && at.y < height - MARGIN) return;
    this.canvas.moveTo(x, y, this.canvas.network.getScale());
  }
}
