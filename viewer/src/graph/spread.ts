// Places for a small part of a large graph: sparse stress majorization, the same for the same nodes.
//
// Ortmann, Klimenta and Brandes 2016, "A sparse stress model": each node is held by its neighbours and by a few pivots.

import type { GraphEdge, GraphNode, Position } from "../data/types.ts";

type Place = readonly [number, number];

const EDGE = 110; // pixels between neighbours
const PIVOTS = 40;
const ROUNDS = 60;
const GAP = 46; // pixels at least between two nodes, so that a label has room
const ASPECT = 1.3; // width over height of a screen beside the panel

let latest: { key: string; places: Map<Position, Place> } | null = null;

export function spread(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<Position, Place> {
  const key = `${nodes.map(({ id }) => id).join()}:${edges.length}`;
  if (latest?.key !== key) latest = { key, places: placed(nodes, edges) };
  return latest.places;
}

function placed(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<Position, Place> {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const near: number[][] = nodes.map(() => []);
  for (const { from, to } of edges) {
    const [a, b] = [at.get(from)!, at.get(to)!];
    if (a === b) continue;
    near[a]!.push(b);
    near[b]!.push(a);
  }
  const first = nodes.reduce((best, { rank }, i) => (rank < nodes[best]!.rank ? i : best), 0);
  const pivots = chosen(near, first);
  const [x, y] = settled(near, pivots, start(pivots, near));
  apart(x, y);
  return new Map(nodes.map(({ id }, i) => [id, [Math.round(x[i]! * ASPECT), Math.round(y[i]!)]]));
}

/** Steps from a node to each other; to one that cannot be reached, a little more than the longest way. */
function steps(near: readonly number[][], from: number): Float64Array {
  const distance = new Float64Array(near.length).fill(-1);
  distance[from] = 0;
  const queue = [from];
  for (const n of queue) for (const m of near[n]!) if (distance[m]! < 0) {
    distance[m] = distance[n]! + 1;
    queue.push(m);
  }
  const far = distance[queue.at(-1)!]! + 2;
  return distance.map((d) => (d < 0 ? far : d));
}

interface Pivot {
  node: number;
  steps: Float64Array;
}

/** The best connected node, then again and again the one that is farthest from all before. */
function chosen(near: readonly number[][], first: number): Pivot[] {
  const found: Pivot[] = [];
  const closest = new Float64Array(near.length).fill(Infinity);
  for (let node = first; found.length < Math.min(PIVOTS, near.length); node = closest.indexOf(Math.max(...closest))) {
    const pivot = { node, steps: steps(near, node) };
    found.push(pivot);
    pivot.steps.forEach((d, i) => (closest[i] = Math.min(closest[i]!, d)));
  }
  return found;
}

/** Rings around the first pivot, in the order in which its neighbours lead there. */
function start([first]: Pivot[], near: readonly number[][]): [Float64Array, Float64Array] {
  const [x, y] = [new Float64Array(near.length), new Float64Array(near.length)];
  if (!first) return [x, y];
  const order = Array.from(near, (_, i) => i).sort((a, b) => first.steps[a]! - first.steps[b]! || a - b);
  const golden = Math.PI * (3 - Math.sqrt(5));
  order.forEach((n, i) => {
    const radius = EDGE * (first.steps[n]! + 0.3 * Math.sqrt(i / near.length));
    [x[n], y[n]] = [radius * Math.cos(i * golden), radius * Math.sin(i * golden)];
  });
  return [x, y];
}

/** Each node in turn moves where its neighbours and the pivots, weighted by distance⁻², would have it. */
function settled(near: readonly number[][], pivots: readonly Pivot[], [x, y]: [Float64Array, Float64Array]): [Float64Array, Float64Array] {
  const share = near.length / Math.max(pivots.length, 1); // a pivot stands for this many nodes
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < near.length; i += 1) {
      let [sumX, sumY, weights] = [0, 0, 0];
      const pull = (j: number, length: number, weight: number): void => {
        const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!];
        const now = Math.hypot(dx, dy) || 1e-6;
        sumX += weight * (x[j]! + (dx / now) * length);
        sumY += weight * (y[j]! + (dy / now) * length);
        weights += weight;
      };
      for (const j of near[i]!) pull(j, EDGE * (0.7 + 0.12 * Math.sqrt(near[i]!.length + near[j]!.length)), 1);
      for (const { node, steps: d } of pivots) if (node !== i && d[i]! > 1) pull(node, EDGE * d[i]!, share / (d[i]! * d[i]! * 4));
      if (weights) [x[i], y[i]] = [sumX / weights, sumY / weights];
    }
  }
  return [x, y];
}

/** Nodes that are too close are pushed apart; only those in neighbouring cells of a grid are compared. */
function apart(x: Float64Array, y: Float64Array): void {
  for (let round = 0; round < 60; round += 1) {
    const cells = new Map<string, number[]>();
    const cell = (i: number, dx = 0, dy = 0): string => `${Math.floor(x[i]! / GAP) + dx},${Math.floor(y[i]! / GAP) + dy}`;
    x.forEach((_, i) => cells.set(cell(i), [...(cells.get(cell(i)) ?? []), i]));
    let moved = false;
    for (let i = 0; i < x.length; i += 1) {
      for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1], [-1, 1]]) {
        for (const j of cells.get(cell(i, dx, dy)) ?? []) moved = (j !== i && pushed(x, y, i, j)) || moved;
      }
    }
    if (!moved) return;
  }
}

function pushed(x: Float64Array, y: Float64Array, i: number, j: number): boolean {
  const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
  const length = Math.hypot(dx, dy);
  if (length >= GAP - 0.5) return false;
  // Two in one place part in a direction of their own.
  const [ux, uy] = length > 1e-3 ? [dx / length, dy / length] : [Math.cos(i + j), Math.sin(i + j)];
  const half = (GAP - length) / 2;
  x[i]! -= ux * half; y[i]! -= uy * half;
  x[j]! += ux * half; y[j]! += uy * half;
  return true;
}
