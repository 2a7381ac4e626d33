// The one door to vis-network: draws a scene, moves over it, and tells what the pointer is at.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { byId, still } from "../dom.ts";
import type { Position } from "../data/types.ts";

export type Item = { id: Position; x?: number; y?: number; size?: number };

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  // What is chosen is a matter of the view, which styles it; a selection of vis-network's own would draw everything twice.
  interaction: { hover: true, tooltipDelay: 300, keyboard: false, selectable: false },
  nodes: { borderWidth: 2, chosen: true },
  edges: { arrowStrikethrough: false, hoverWidth: 0.8 },
};
const LEAST = 0.28; // of its size that a node keeps on the screen when one looks from afar
const COVERED = { right: 48, bottom: 44 }; // pixels of the canvas that controls cover
const NEAR = 9; // pixels from a small node at which a click still means it

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What is under the pointer, which is at x and y of the drawing. */
export interface Hit {
  node: Position | null;
  edge: Position | null;
  x: number;
  y: number;
}

/** The radius on the screen, in pixels, of a node of a size. */
export const seen = (size: number, scale: number): number => Math.max(size * scale, Math.min(size * LEAST, 8));

export type Paint = (context: CanvasRenderingContext2D, scale: number) => void;
type Point = { x: number; y: number };

/** What vis-network keeps of a node, and does not say in its types. */
interface Body {
  nodes: Record<Position, { x: number; y: number; options: { size: number }; needsRefresh(): void }>;
  edges: Record<Position, { edgeType: { getPoint(t: number): Point } } | undefined>;
}

export class Canvas {
  readonly network: Network;
  /** A label of a node at a place of the canvas in pixels; whoever writes labels sets it. */
  labelAt: (at: Point) => Position | null = () => null;
  private readonly nodes = new DataSet<Item>();
  private readonly edges = new DataSet<Item>();
  private readonly drawn = new Map<DataSet<Item>, Map<Position, string>>([[this.nodes, new Map()], [this.edges, new Map()]]);
  private readonly element = byId("canvas");
  private readonly sizes = new Map<Position, number>();
  private sized = 0; // scale for which the nodes have their size
  private moving = 0;

  constructor() {
    const data = { nodes: this.nodes, edges: this.edges };
    this.network = new Network(this.element, data as never, OPTIONS as never);
    this.network.on("beforeDrawing", () => this.enlarge());
    // Dragging a node selects it in vis-network whatever the options say.
    this.network.on("dragEnd", () => this.network.unselectAll());
  }

  /** Shows these nodes and edges, and no others; touches only those that have changed. */
  draw(nodes: Item[], edges: Item[], { animated = false } = {}): void {
    const before = animated && !still.matches ? this.places() : new Map<Position, Point>();
    this.drop(this.edges, edges);
    this.drop(this.nodes, nodes);
    this.update(this.nodes, nodes);
    this.update(this.edges, edges);
    this.sizes.clear();
    for (const { id, size } of nodes) this.sizes.set(id, size!);
    this.sized = 0;
    if (before.size) this.animate(before, nodes);
  }

  /** Paints beneath the edges at every redraw, in coordinates of the drawing. */
  under(paint: Paint): void {
    this.network.on("beforeDrawing", (context: CanvasRenderingContext2D) => paint(context, this.network.getScale()));
  }

  /** Paints over everything at every redraw, in coordinates of the drawing. */
  over(paint: Paint): void {
    this.network.on("afterDrawing", (context: CanvasRenderingContext2D) => paint(context, this.network.getScale()));
  }

  redraw(): void {
    this.network.redraw();
  }

  onClick(handle: (hit: Hit) => void): void {
    this.network.on("click", ({ pointer }: { pointer: { DOM: Point } }) => handle(this.hit(pointer.DOM)));
  }

  onDoubleClick(handle: (node: Position) => void): void {
    this.network.on("doubleClick", ({ pointer }: { pointer: { DOM: Point } }) => {
      const { node } = this.hit(pointer.DOM);
      if (node !== null) handle(node);
    });
  }

  /** A double click at a place where no node is. */
  onDoubleClickBeside(handle: (at: Point) => void): void {
    this.network.on("doubleClick", ({ pointer }: { pointer: { DOM: Point } }) => {
      const { node, x, y } = this.hit(pointer.DOM);
      if (node === null) handle({ x, y });
    });
  }

  /** Tells which nodes have been dragged. */
  onDragged(handle: (nodes: Position[]) => void): void {
    this.network.on("dragEnd", ({ nodes }: { nodes: Position[] }) => nodes.length && handle(nodes));
  }

  /** Where a node stands in the drawing, or null where it is not drawn. */
  where(node: Position): Point | null {
    return this.network.getPositions([node])[node] ?? null;
  }

  /** Moves over the drawing by so many pixels. */
  pan(right: number, down: number): void {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.moveTo(x + right / scale, y + down / scale, scale);
  }

  /** Tells where the pointer moves, in coordinates of the drawing; null where it leaves. */
  onMove(handle: (at: Point | null, over: Position | null) => void): void {
    let over: Position | null = null;
    this.network.on("hoverNode", ({ node }: { node: Position }) => (over = node));
    this.network.on("blurNode", () => (over = null));
    this.element.addEventListener("mousemove", ({ clientX, clientY }) => {
      const { left, top } = this.element.getBoundingClientRect();
      handle(this.network.DOMtoCanvas({ x: clientX - left, y: clientY - top }), over);
    });
    this.element.addEventListener("mouseleave", () => handle(null, null));
  }

  set cursor(shape: "pointer" | "") {
    this.element.style.cursor = shape;
  }

  zoom(factor: number): void {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: this.motion() } as never);
  }

  /** Moves so that a box of the drawing fills the canvas, at most enlarged to `most`. */
  fit(box: Box, { most = 1.3, animated = true } = {}): void {
    this.network.moveTo({ ...this.fitting(box, most), animation: animated && this.motion() } as never);
  }

  /** Position and scale at which a box fits. */
  fitting({ left, right, top, bottom }: Box, most = 1.3): { position: Point; scale: number } {
    const { width, height } = this.size;
    const scale = Math.min((width - COVERED.right) / (right - left), (height - COVERED.bottom) / (bottom - top), most);
    return { position: { x: (left + right + COVERED.right / scale) / 2, y: (top + bottom + COVERED.bottom / scale) / 2 }, scale };
  }

  moveTo(x: number, y: number, scale: number, animated = true): void {
    this.network.moveTo({ position: { x, y }, scale, animation: animated && this.motion() } as never);
  }

  /** Where on the canvas, in pixels, a place of the drawing is. */
  pixel(x: number, y: number): Point {
    return this.network.canvasToDOM({ x, y });
  }

  /** A place on an edge, from 0 to 1 along it; null where it is not drawn. */
  along(edge: Position, t: number): Point | null {
    return this.body.edges[edge]?.edgeType.getPoint(t) ?? null;
  }

  get size(): { width: number; height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  private get body(): Body {
    return (this.network as unknown as { body: Body }).body;
  }

  private hit(at: Point): Hit {
    const node = (this.network.getNodeAt(at) as Position | undefined) ?? this.labelAt(at) ?? this.nearest(at);
    const edge = node === null ? (this.network.getEdgeAt(at) as Position | undefined) ?? null : null;
    return { node, edge, ...this.network.DOMtoCanvas(at) };
  }

  private nearest(at: Point): Position | null {
    const { x, y } = this.network.DOMtoCanvas(at);
    let [found, least]: [Position | null, number] = [null, NEAR / this.network.getScale()];
    for (const { id } of this.nodes.get()) {
      const node = this.body.nodes[id]!;
      const distance = Math.hypot(node.x - x, node.y - y);
      if (distance < least) [found, least] = [id, distance];
    }
    return found;
  }

  /** Keeps nodes visible from afar: none is drawn smaller than its share of a few pixels. */
  private enlarge(): void {
    const scale = this.network.getScale();
    if (scale === this.sized) return;
    this.sized = scale;
    for (const [id, size] of this.sizes) {
      const node = this.body.nodes[id]!;
      node.options.size = seen(size, scale) / scale;
      node.needsRefresh();
    }
  }

  private drop(set: DataSet<Item>, items: Item[]): void {
    const known = this.drawn.get(set)!;
    const kept = new Set(items.map(({ id }) => id));
    const gone = [...known.keys()].filter((id) => !kept.has(id));
    for (const id of gone) known.delete(id);
    if (gone.length) set.remove(gone);
  }

  private update(set: DataSet<Item>, items: Item[]): void {
    const known = this.drawn.get(set)!;
    const changed = items.filter((item) => {
      const written = JSON.stringify(item);
      if (known.get(item.id) === written) return false;
      known.set(item.id, written);
      return true;
    });
    if (changed.length) set.update(changed);
  }

  private places(): Map<Position, Point> {
    return new Map(this.nodes.getIds().map((id) => [id as Position, { x: this.body.nodes[id as Position]!.x, y: this.body.nodes[id as Position]!.y }]));
  }

  /** Lets nodes glide from where they were to where they are drawn now. */
  private animate(before: Map<Position, Point>, items: Item[]): void {
    const moved = items.filter(({ id, x, y }) => before.has(id) && (before.get(id)!.x !== x || before.get(id)!.y !== y));
    if (!moved.length) return;
    const mine = ++this.moving;
    const start = performance.now();
    const frame = (): void => {
      if (mine !== this.moving) return;
      const t = Math.min((performance.now() - start) / 450, 1);
      const eased = t * t * (3 - 2 * t);
      for (const { id, x, y } of moved) {
        const [from, node] = [before.get(id)!, this.body.nodes[id]];
        if (node) [node.x, node.y] = [from.x + (x! - from.x) * eased, from.y + (y! - from.y) * eased];
      }
      this.network.redraw();
      if (t < 1) requestAnimationFrame(frame);
    };
    frame();
  }

  private motion(): object | false {
    return still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  }
}
