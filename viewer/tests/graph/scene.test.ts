import assert from "node:assert/strict";
import { test } from "node:test";
import { unfiltered } from "../../src/state/view.ts";
import { clusterOf } from "../../src/graph/bundles.ts";
import { MOST } from "../../src/graph/clusters.ts";
import { scene } from "../../src/graph/scene.ts";
import { type Sketch, drawing } from "./drawing.ts";

const ids = (nodes: readonly { id: number }[]): number[] => nodes.map(({ id }) => id);

test("a small graph shows the nodes that a shown fact mentions, and what is chosen", () => {
  const sketch: Sketch = { nodes: [null, null, null, null], edges: [[0, 1], [2, 3, "negated"]] };
  assert.deepEqual(ids(scene(drawing(sketch)).nodes), [0, 1]);
  assert.deepEqual(ids(scene(drawing(sketch, { selection: { kind: "entity", entity: 3 } })).nodes), [0, 1, 3]);
  assert.deepEqual(ids(scene(drawing(sketch, { expanded: new Set([2]) })).nodes), [0, 1, 2]);
  assert.deepEqual(ids(scene(drawing(sketch, { selection: { kind: "facts", statements: [1] } })).nodes), [0, 1, 2, 3]);
  assert.deepEqual(ids(scene(drawing(sketch, { filter: { ...unfiltered, statuses: new Set(["asserted"]) } })).nodes), [2, 3]);
});

test("a node stands where it is pinned, else by the arrangement", () => {
  const sketch: Sketch = { nodes: [null, null], edges: [[0, 1]] };
  const place = (patch: object): (readonly [number, number])[] => {
    const drawn = scene(drawing(sketch, patch));
    return drawn.nodes.map(drawn.place);
  };
  assert.deepEqual(place({}), [[0, 0], [10, 0]]);
  assert.deepEqual(place({ arrangement: "grouped", pins: new Map([[1, [3, 4]]]) }), [[0, 500], [3, 4]]);
});

// Two clusters of 300; each node is tied to the next, so one edge joins the clusters.
const COUNT = 600;
const large: Sketch = {
  clusters: [null, null], nodes: Array.from({ length: COUNT }, (_, n) => (n < COUNT / 2 ? 0 : 1)),
  edges: Array.from({ length: COUNT - 1 }, (_, n) => [n, n + 1]),
};

test("a large graph opens on its discs and the best connected", () => {
  const drawn = scene(drawing(large));
  assert.equal(drawn.nodes.length, 40);
  assert.deepEqual([...drawn.discs], [[0, 300], [1, 300]]);
  assert.deepEqual(drawn.bundles.map(({ edges }) => edges), [[299]]);
  assert.equal(clusterOf(drawn.spot(299)), 0);
  assert.equal(drawn.spot(3), 3);
  assert.ok(drawn.edges.every(({ to }) => to < 40));
});

test("unfolding shows the members and their edges", () => {
  const drawn = scene(drawing(large, { unfolded: new Set([1]) }));
  assert.equal(drawn.nodes.length, 340);
  assert.deepEqual([...drawn.discs.keys()], [0]);
  assert.deepEqual(drawn.open, [1]);
  assert.equal(drawn.edges.length, 39 + 299);
});

test("what is chosen is drawn wherever it is, with its ties into discs", () => {
  const drawn = scene(drawing(large, { selection: { kind: "entity", entity: 450 } }));
  assert.equal(drawn.spot(450), 450);
  assert.equal(drawn.nodes.length, 41);
  assert.deepEqual(drawn.bundles.map(({ edges }) => edges).sort(), [[299], [449, 450]]);
});

test("no more nodes are drawn than the canvas can bear", () => {
  const many: Sketch = { clusters: Array(9).fill(null), nodes: Array.from({ length: 3600 }, (_, n) => n % 9),
    edges: Array.from({ length: 3599 }, (_, n) => [n, n + 1]) };
  const drawn = scene(drawing(many, { unfolded: new Set([0, 1, 2, 3]) }));
  assert.ok(drawn.nodes.length <= MOST && drawn.nodes.length > 800);
  assert.deepEqual(drawn.open, [2, 3]);
});

test("the few that filters leave of a large graph are drawn themselves, near each other", () => {
  const sketch: Sketch = { ...large, edges: large.edges.map(([a, b], n) => [a, b, n < 5 || n > 590 ? "planned" : "asserted"]) };
  const drawn = scene(drawing(sketch, { filter: { ...unfiltered, statuses: new Set(["asserted"]) } }));
  assert.equal(drawn.discs.size, 0);
  assert.equal(drawn.nodes.length, 6 + 9);
  assert.ok(drawn.live);
  assert.ok(drawn.nodes.every((node) => Math.abs(drawn.place(node)[0]) < 2500));
});

test("the same view has the same scene", () => {
  const app = drawing(large);
  assert.equal(scene(app), scene(app));
});
