// What vis-network keeps of its nodes and edges and has no public name for: read and set here only.

import type { Network } from "vis-network/esnext";
import type { Position } from "../data/types.ts";
import type { Point } from "./glide.ts";
import type { Item } from "./items.ts";

const LEAST = 0.33; // of its size that a node keeps on the screen when one looks from afar
const MOST = 9; // pixels that it keeps at most

interface Inner {
  nodes: Record<Position, (Point & { options: { size: number }; needsRefresh(): void }) | undefined>;
  edges: Record<Position, { edgeType: { getPoint(t: number): Point } } | undefined>;
}

/** The radius on the screen, in pixels, of a node of a size. */
export const seen = (size: number, scale: number): number => Math.max(size * scale, Math.min(size * LEAST, MOST));

export class Body {
  private readonly inner: Inner;
  private sizes: readonly Item[] = [];
  private sized = 0; // scale for which the nodes have their size

  constructor(private readonly network: Network) {
    this.inner = (network as unknown as { body: Inner }).body;
    network.on("beforeDrawing", () => this.enlarge());
  }

  /** From now on these nodes are drawn, in their own sizes or larger. */
  hold(nodes: readonly Item[]): void {
    this.sizes = nodes;
    this.sized = 0;
  }

  /** Where each node is now. */
  places(): Map<Position, Point> {
    return new Map(this.sizes.map(({ id }) => [id, { x: this.inner.nodes[id]!.x, y: this.inner.nodes[id]!.y }]));
  }

  /** Moves a node without a word to vis-network, which would start its simulation for each. */
  move = (id: Position, { x, y }: Point): void => {
    const node = this.inner.nodes[id];
    if (node) [node.x, node.y] = [x, y];
  };

  /** A place on an edge, from 0 to 1 along it; null where it is not drawn. */
  along(edge: Position, t: number): Point | null {
    return this.inner.edges[edge]?.edgeType.getPoint(t) ?? null;
  }

  /** The node whose middle is nearest to a place of the drawing, and within a distance. */
  nearest({ x, y }: Point, within: number): Position | null {
    let [found, least]: [Position | null, number] = [null, within];
    for (const { id } of this.sizes) {
      const node = this.inner.nodes[id]!;
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
    for (const { id, size } of this.sizes) {
      const node = this.inner.nodes[id]!;
      node.options.size = seen(size!, scale) / scale;
      node.needsRefresh();
    }
  }
}
