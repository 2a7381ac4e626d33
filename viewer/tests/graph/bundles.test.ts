import assert from "node:assert/strict";
import { test } from "node:test";
import { bundles, clusterOf, discOf } from "../../src/graph/bundles.ts";
import { drawing } from "./drawing.ts";

test("a spot is a node or a disc", () => {
  assert.deepEqual([clusterOf(discOf(0)), clusterOf(discOf(7)), clusterOf(0), clusterOf(null)], [0, 7, null, null]);
});

const { graph } = drawing({ nodes: [null, null, null, null, null], edges: [[0, 2], [2, 1], [0, 1], [4, 2], [3, 4]] }).data;
const spots = [discOf(0), discOf(0), discOf(1), 3, null];
const spot = (n: number): number | null => spots[n]!;

test("edges between the same two discs are one line, whatever their direction", () => {
  assert.deepEqual(bundles(graph.edges, spot, new Set()), [{ from: discOf(0), to: discOf(1), edges: [0, 1] }]);
});

test("a node's ties into discs are drawn where it is chosen", () => {
  const edges = drawing({ nodes: [null, null, null, null], edges: [[3, 0], [1, 3]] }).data.graph.edges;
  assert.deepEqual(bundles(edges, spot, new Set()), []);
  assert.deepEqual(bundles(edges, spot, new Set([3])).map((bundle) => bundle.edges), [[0, 1]]);
});

test("a disc keeps its strongest lines, and those that are among another's strongest", () => {
  const own = (n: number): number => discOf(n);
  const hub = drawing({ nodes: Array(12).fill(null), edges: Array.from({ length: 11 }, (_, n) => [0, n + 1] as [number, number]) });
  assert.equal(bundles(hub.data.graph.edges, own, new Set()).length, 11);
  const edges: [number, number][] = [];
  for (let a = 0; a < 12; a += 1) for (let b = a + 1; b < 12; b += 1) edges.push([a, b]);
  const kept = bundles(drawing({ nodes: Array(12).fill(null), edges }).data.graph.edges, own, new Set()).length;
  assert.ok(kept >= 11 && kept <= 36, String(kept));
});
