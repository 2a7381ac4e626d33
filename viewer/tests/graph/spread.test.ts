import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../../src/graph/spread.ts";
import { drawing } from "./drawing.ts";

const { graph: chain } = drawing({ nodes: Array(9).fill(null), edges: Array.from({ length: 8 }, (_, n) => [n, n + 1] as [number, number]) }).data;
const apart = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number => Math.hypot(a - c, b - d);

test("neighbours stand closer than strangers", () => {
  const places = spread(chain.nodes, chain.edges);
  assert.ok(apart(places.get(0)!, places.get(8)!) > 4 * apart(places.get(0)!, places.get(1)!));
});

test("no two nodes stand on each other, tied or not", () => {
  const { graph: star } = drawing({ nodes: Array(120).fill(null), edges: Array.from({ length: 99 }, (_, n) => [0, n + 1] as [number, number]) }).data;
  const places = [...spread(star.nodes, star.edges).values()];
  places.forEach((a, i) => places.slice(0, i).forEach((b) => assert.ok(apart(a, b) > 30, `${a} ${b}`)));
});

test("the same nodes have the same places", () => {
  const first = spread(chain.nodes, chain.edges);
  spread([], []);
  assert.deepEqual(spread(chain.nodes, chain.edges), first);
});

test("nothing has no places", () => {
  assert.equal(spread([], []).size, 0);
});
