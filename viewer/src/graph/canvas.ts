// The one door to vis-network: draws a scene, moves over it, and tells what was clicked.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { byId, still } from "../dom.ts";
import type { Position } from "../data/types.ts";

type Item = { id: Position };

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 250, keyboard: false, selectConnectedEdges: false },
  nodes: { borderWidth: 2, borderWidthSelected: 3 },
  edges: { arrowStrikethrough: false, hoverWidth: 0.6, selectionWidth: 0.8 },
};

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export class Canvas {
  readonly network: Network;
  private readonly nodes = new DataSet<Item>();
  private readonly edges = new DataSet<Item>();
  private readonly element = byId("canvas");

  constructor() {
    const data = { nodes: this.nodes, edges: this.edges };
    this.network = new Network(this.element, data as never, OPTIONS as never);
    this.network.on("hoverNode", () => (this.element.style.cursor = "pointer"));
    this.network.on("blurNode", () => (this.element.style.cursor = ""));
  }

  /** Shows these nodes and edges, and no others. */
  draw(nodes: Item[], edges: Item[]): void {
    replace(this.edges, edges);
    replace(this.nodes, nodes);
  }

  onClick(handle: (node: Position | null, edge: Position | null) => void): void {
    this.network.on("click", ({ nodes, edges }: { nodes: Position[]; edges: Position[] }) => handle(nodes[0] ?? null, edges[0] ?? null));
  }

  onDoubleClick(handle: (node: Position) => void): void {
    this.network.on("doubleClick", ({ nodes: [node] }: { nodes: Position[] }) => node !== undefined && handle(node));
  }

  /** Tells which nodes have been dragged. */
  onDragged(handle: (nodes: Position[]) => void): void {
    this.network.on("dragEnd", ({ nodes }: { nodes: Position[] }) => nodes.length && handle(nodes));
  }

  /** Paints over everything at every redraw, in coordinates of the drawing. */
  over(paint: (context: CanvasRenderingContext2D, scale: number) => void): void {
    this.network.on("afterDrawing", (context: CanvasRenderingContext2D) => paint(context, this.network.getScale()));
  }

  redraw(): void {
    this.network.redraw();
  }

  /** Where a node stands in the drawing, or null where it is not drawn. */
  where(node: Position): { x: number; y: number } | null {
    return this.network.getPositions([node])[node] ?? null;
  }

  /** Moves over the drawing by so many pixels. */
  pan(right: number, down: number): void {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.moveTo(x + right / scale, y + down / scale, scale);
  }

  select(nodes: Position[], edges: Position[]): void {
    this.network.unselectAll();
    const there = <T>(set: DataSet<Item>, ids: T[]) => ids.filter((id) => set.get(id as never) !== null);
    this.network.setSelection({ nodes: there(this.nodes, nodes), edges: there(this.edges, edges) } as never, { highlightEdges: false });
  }

  zoom(factor: number): void {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: this.motion() } as never);
  }

  /** Moves so that a box of the drawing fills the canvas, at most enlarged to `most`. */
  fit(box: Box, { most = 1.3, animated = true } = {}): void {
    this.network.moveTo({ ...this.fitting(box, most), animation: animated && this.motion() } as never);
  }

  /** Position and scale at which a box fits. */
  fitting({ left, right, top, bottom }: Box, most = 1.3): { position: { x: number; y: number }; scale: number } {
    const { clientWidth, clientHeight } = this.element;
    const scale = Math.min(clientWidth / (right - left), clientHeight / (bottom - top), most);
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
  }

  moveTo(x: number, y: number, scale: number, animated = true): void {
    this.network.moveTo({ position: { x, y }, scale, animation: animated && this.motion() } as never);
  }

  /** Where on the canvas, in pixels, a place of the drawing is. */
  pixel(x: number, y: number): { x: number; y: number } {
    return this.network.canvasToDOM({ x, y });
  }

  get size(): { width: number; height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Draws what the reader sees once more, on another context. */
  paintOn(context: CanvasRenderingContext2D): void {
    // vis-network draws where its own canvas says, and redraws at once when told to.
    const inner = this.network as unknown as { canvas: { getContext?: () => CanvasRenderingContext2D }; body: { emitter: { emit(event: string): void } } };
    inner.canvas.getContext = () => context;
    try {
      inner.body.emitter.emit("_redraw");
    } finally {
      delete inner.canvas.getContext;
    }
  }

  private motion(): object | false {
    return still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  }
}

function replace(set: DataSet<Item>, items: Item[]): void {
  const ids = new Set(items.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id as Position)));
  set.update(items);
}
