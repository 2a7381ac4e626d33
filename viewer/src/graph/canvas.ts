// The one door to vis-network: draws a scene, moves over it, and tells what the pointer is at.

import { Network } from "vis-network/esnext";
import { byId, still } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { Body } from "./body.ts";
import { type Point, glide } from "./glide.ts";
import { type Item, Items } from "./items.ts";

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  // What is chosen is a matter of the view, which styles it; a selection of vis-network's own would draw everything twice.
  interaction: { hover: true, tooltipDelay: 300, keyboard: false, selectable: false },
  nodes: { borderWidth: 2, chosen: true },
  edges: { arrowStrikethrough: false, hoverWidth: 0.8 },
};
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

export type Paint = (context: CanvasRenderingContext2D, scale: number) => void;

export interface Labels {
  /** The node whose label is at a place of the canvas in pixels. */
  at(place: Point): Position | null;
  /** All labels that are written now; middle and size in pixels of the canvas. */
  written(): { text: string; x: number; y: number; width: number; height: number }[];
}

export class Canvas {
  readonly network: Network;
  /** Whoever writes labels sets it. */
  labels: Labels = { at: () => null, written: () => [] };
  private readonly nodes = new Items();
  private readonly edges = new Items();
  private readonly element = byId("canvas");
  private readonly body: Body;
  private awaited: Box | null = null; // to fit once the canvas is in sight

  constructor() {
    const data = { nodes: this.nodes.set, edges: this.edges.set };
    this.network = new Network(this.element, data as never, OPTIONS as never);
    this.body = new Body(this.network);
    // Dragging a node selects it in vis-network whatever the options say.
    this.network.on("dragEnd", () => this.network.unselectAll());
    this.network.on("resize", () => this.awaited && this.fit(this.awaited, { animated: false }));
  }

  /** Shows these nodes and edges, and no others; touches only those that have changed. */
  draw(nodes: Item[], edges: Item[], { animated = false } = {}): void {
    const before = animated && !still.matches ? this.body.places() : new Map<Position, Point>();
    this.edges.keep(edges);
    this.nodes.keep(nodes);
    this.nodes.update(nodes);
    this.edges.update(edges);
    this.body.hold(nodes);
    glide(before, nodes, this.body.move, () => this.network.redraw());
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
    this.network.on("doubleClick", ({ pointer: { DOM } }: { pointer: { DOM: Point } }) => {
      const { node, x, y } = this.hit(DOM);
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
    this.awaited = this.element.clientWidth ? null : box;
    if (!this.awaited) this.network.moveTo({ ...this.fitting(box, most), animation: animated && this.motion() } as never);
  }

  /** Position and scale at which a box fits. */
  fitting({ left, right, top, bottom }: Box, most = 1.3): { position: Point; scale: number } {
    const { width, height } = this.size;
    if (!width || !height) return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: most };
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
    return this.body.along(edge, t);
  }

  get size(): { width: number; height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  private hit(at: Point): Hit {
    const place = this.network.DOMtoCanvas(at);
    const node = (this.network.getNodeAt(at) as Position | undefined) ?? this.labels.at(at) ?? this.body.nearest(place, NEAR / this.network.getScale());
    const edge = node === null ? (this.network.getEdgeAt(at) as Position | undefined) ?? null : null;
    return { node, edge, ...place };
  }

  private motion(): object | false {
    return still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  }
}
