// Nodes that glide from where they were to where they are drawn now.

import type { Position } from "../data/types.ts";
import type { Item } from "./items.ts";

const DURATION = 450; // milliseconds

export type Point = { x: number; y: number };

let latest = 0;

/** Calls `move` for each node that has moved and then `drawn`, once a frame; a later glide ends this one. */
export function glide(before: ReadonlyMap<Position, Point>, items: readonly Item[], move: (id: Position, to: Point) => void, drawn: () => void): void {
  const moved = items.filter(({ id, x, y }) => before.has(id) && (before.get(id)!.x !== x || before.get(id)!.y !== y));
  if (!moved.length) return;
  const mine = ++latest;
  const start = performance.now();
  const frame = (): void => {
    if (mine !== latest) return;
    const t = Math.min((performance.now() - start) / DURATION, 1);
    const eased = t * t * (3 - 2 * t);
    for (const { id, x, y } of moved) {
      const from = before.get(id)!;
      move(id, { x: from.x + (x! - from.x) * eased, y: from.y + (y! - from.y) * eased });
    }
    drawn();
    if (t < 1) requestAnimationFrame(frame);
  };
  frame();
}
