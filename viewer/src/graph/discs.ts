// The folded clusters of a large graph as discs, the unfolded as outlines, and the ties between them as lines.

import type { App } from "../app.ts";
import type { Cluster, Position } from "../data/types.ts";
import { type Bundle, clusterOf } from "./bundles.ts";
import type { Paint } from "./canvas.ts";
import { type Palette, faded } from "./colours.ts";
import type { Light } from "./light.ts";
import type { Scene } from "./scene.ts";

const NEAR = 6; // pixels from a line at which the pointer means it

type Point = { x: number; y: number };

/** What of the discs is under the pointer. */
type Target = { kind: "cluster"; cluster: Position } | { kind: "bundle"; bundle: Bundle };

/** Where the middle of a cluster stands. */
export function middleOf({ data, store }: App, cluster: Position): Point {
  const { x, y, grouped } = data.graph.clusters[cluster]!;
  return store.view.arrangement === "grouped" ? { x: grouped[0], y: grouped[1] } : { x, y };
}

export class Discs {
  over: Target | null = null;
  scene: Scene | undefined;
  light: Light | null = null;
  palette: Palette | undefined;

  constructor(private readonly app: App) {}

  /** Paints lines, discs and outlines beneath the nodes. */
  paint: Paint = (context, scale) => {
    const { scene, palette } = this;
    if (!scene || !palette) return;
    for (const cluster of scene.open) this.outline(context, scale, cluster, palette);
    for (const bundle of scene.bundles) this.line(context, scale, bundle, palette);
    for (const cluster of scene.discs.keys()) this.disc(context, scale, cluster, palette);
  };

  /** The disc or line at a place of the drawing; of an outline only when `outlines`. */
  at({ x, y }: Point, scale: number, outlines = false): Target | null {
    const { scene } = this;
    if (!scene) return null;
    const inside = (n: Position): boolean => Math.hypot(x - this.middle(n).x, y - this.middle(n).y) <= this.cluster(n).radius;
    const cluster = [...scene.discs.keys()].find(inside) ?? (outlines ? scene.open.findLast(inside) : undefined);
    if (cluster !== undefined) return { kind: "cluster", cluster };
    const bundle = scene.bundles.find(({ from, to }) => distance({ x, y }, this.end(from), this.end(to)) * scale < NEAR);
    return bundle ? { kind: "bundle", bundle } : null;
  }

  /** The pointer is over this now; returns whether it was over another thing before. */
  point(over: Target | null): boolean {
    const changed = over === null ? this.over !== null : !this.under(over);
    this.over = over;
    return changed;
  }

  middle = (cluster: Position): Point => middleOf(this.app, cluster);

  cluster = (n: Position): Cluster => this.app.data.graph.clusters[n]!;

  /** Where a line ends: in the middle of a disc or at a node. */
  end(spot: number): Point {
    const cluster = clusterOf(spot);
    if (cluster !== null) return this.middle(cluster);
    const [x, y] = this.scene!.place(this.app.data.nodeOf.get(spot)!);
    return { x, y };
  }

  /** Whether something that is lit stands in a disc. */
  lit(cluster: Position): boolean {
    if (!this.light || this.chosen(cluster)) return true;
    for (const n of this.light.nodes) if (clusterOf(this.scene!.spot(n)) === cluster) return true;
    return this.scene!.bundles.some((bundle) => this.litLine(bundle) && [bundle.from, bundle.to].map(clusterOf).includes(cluster));
  }

  private litLine({ edges }: Bundle): boolean {
    return this.light === null || edges.some((edge) => this.light!.edges.has(edge));
  }

  private chosen(cluster: Position): boolean {
    const { selection } = this.app.store.view;
    return selection?.kind === "cluster" && selection.cluster === cluster;
  }

  private under(target: Target): boolean {
    const { over } = this;
    return over !== null && (over.kind === "cluster" ? target.kind === "cluster" && target.cluster === over.cluster
      : target.kind === "bundle" && target.bundle === over.bundle);
  }

  private disc(context: CanvasRenderingContext2D, scale: number, cluster: Position, palette: Palette): void {
    const { x, y } = this.middle(cluster);
    const colour = palette.group(this.cluster(cluster).group);
    const strong = this.chosen(cluster) || this.under({ kind: "cluster", cluster });
    const lit = this.lit(cluster);
    context.beginPath();
    context.arc(x, y, this.cluster(cluster).radius, 0, 2 * Math.PI);
    context.fillStyle = palette.ground; // lines end at the rim
    context.fill();
    context.fillStyle = faded(colour, !lit ? 0.05 : strong ? 0.3 : 0.17);
    context.fill();
    context.lineWidth = (this.chosen(cluster) ? 3 : 1.5) / scale;
    context.strokeStyle = this.chosen(cluster) ? palette.ink : faded(colour, lit ? 0.75 : 0.2);
    context.stroke();
  }

  private outline(context: CanvasRenderingContext2D, scale: number, cluster: Position, palette: Palette): void {
    const { x, y } = this.middle(cluster);
    const colour = palette.group(this.cluster(cluster).group);
    context.beginPath();
    context.arc(x, y, this.cluster(cluster).radius, 0, 2 * Math.PI);
    context.fillStyle = faded(colour, 0.05);
    context.fill();
    context.lineWidth = 1 / scale;
    context.strokeStyle = faded(colour, 0.45);
    context.stroke();
  }

  private line(context: CanvasRenderingContext2D, scale: number, bundle: Bundle, palette: Palette): void {
    const [from, to] = [this.end(bundle.from), this.end(bundle.to)];
    const lit = this.litLine(bundle);
    const on = this.light !== null && lit;
    const strong = on || this.under({ kind: "bundle", bundle });
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.lineWidth = Math.min(0.7 + 0.35 * Math.log2(bundle.edges.length), 4) / scale;
    context.strokeStyle = faded(on ? palette.soft : palette.line, !lit ? 0.08 : strong ? 0.9 : 0.32);
    context.stroke();
  }
}

/** Distance of a point from the stretch between two others. */
function distance({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.min(Math.max(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}
