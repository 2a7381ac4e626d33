import assert from "node:assert/strict";
import { test } from "node:test";
import { cover, everyone, lineage, tree } from "../../src/graph/clusters.ts";
import { drawing } from "./drawing.ts";

// 0 holds 1 and 2; 3 stands alone.
const { graph } = drawing({ clusters: [null, 0, 0, null], nodes: [3, 1, 2, 1, 3, 3], edges: [] }).data;
const all = (): boolean => true;

test("members stand in the order of their rank, below the cluster that holds theirs, too", () => {
  assert.deepEqual(tree(graph).roots, [0, 3]);
  assert.deepEqual(tree(graph).members[1]!.map(({ id }) => id), [1, 3]);
  assert.deepEqual(everyone(graph, 0).map(({ id }) => id), [1, 2, 3]);
  assert.deepEqual(lineage(graph, 2), [0, 2]);
});

test("at first all of the outermost are folded", () => {
  assert.deepEqual(cover(graph, [], 10, all), { folded: [0, 3], open: new Map() });
});

test("an unfolded cluster shows the clusters in it, and those their members", () => {
  const { folded, open } = cover(graph, [0, 1], 10, all);
  assert.deepEqual(folded, [2, 3]);
  assert.deepEqual([...open].map(([n, nodes]) => [n, nodes.length]), [[1, 2], [0, 0]]);
});

test("a cluster within a folded one stays folded", () => {
  assert.deepEqual(cover(graph, [1], 10, all).folded, [0, 3]);
});

test("where room is lacking, the one that was unfolded first folds", () => {
  const { folded, open } = cover(graph, [0, 1, 3], 4, all);
  assert.deepEqual([...open.keys()].sort(), [0, 3]);
  assert.deepEqual(folded, [1, 2, 3].filter((n) => n !== 3));
});

test("of a cluster that is too large alone the best connected are shown", () => {
  assert.deepEqual(cover(graph, [3], 2, all).open.get(3)!.map(({ id }) => id), [0, 4]);
});

test("nodes that the filters leave out take no room", () => {
  const { open } = cover(graph, [0, 1, 3], 4, ({ id }) => id !== 4);
  assert.deepEqual([...open.keys()].sort(), [0, 1, 3]);
});
