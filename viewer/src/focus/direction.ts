// The node or disc that an arrow key leads to.

import type { Spot } from "../graph/bundles.ts";

/** A node or a cluster, and where it stands. */
export interface Stop {
  id: Spot;
  x: number;
  y: number;
}

export type Direction = readonly [right: number, down: number];

/** The nearest that lies that way, or null where none does; what lies aside counts as further off. */
export function towards(stops: readonly Stop[], from: { x: number; y: number }, [right, down]: Direction): Stop | null {
  let nearest: Stop | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const [x, y] = [stop.x - from.x, stop.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down - y * right);
    if (ahead <= 0) continue;
    // Within 45 degrees first; beyond, so far off that anything within them is nearer.
    const cost = ahead + 2 * aside + (aside > ahead ? 1e6 : 0);
    if (cost < least) [nearest, least] = [stop, cost];
  }
  return nearest;
}
