// The node that an arrow key leads to.

import type { Position } from "../data/types.ts";

export interface Spot {
  id: Position;
  x: number;
  y: number;
}

export type Direction = readonly [right: number, down: number];

/** The nearest spot that lies that way, or null where none does; what lies aside counts as further off. */
export function towards(spots: readonly Spot[], from: { x: number; y: number }, [right, down]: Direction): Spot | null {
  let nearest: Spot | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const [x, y] = [spot.x - from.x, spot.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down - y * right);
    if (ahead <= 0) continue;
    // Within 45 degrees first; beyond, so far off that anything within them is nearer.
    const cost = ahead + 2 * aside + (aside > ahead ? 1e6 : 0);
    if (cost < least) [nearest, least] = [spot, cost];
  }
  return nearest;
}
