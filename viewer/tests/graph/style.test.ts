import assert from "node:assert/strict";
import { test } from "node:test";
import type { Palette } from "../../src/graph/colours.ts";
import type { Light } from "../../src/graph/light.ts";
import { scene } from "../../src/graph/scene.ts";
import { edgeStyle } from "../../src/graph/style.ts";
import { drawing } from "./drawing.ts";

const palette = { soft: "#111111", line: "#888888", claim: "#cc0000", strong: false } as unknown as Palette;
const light: Light = { nodes: new Set(), edges: new Set([0]), marked: new Set() };

/** Width and colour of an edge, which is lit, dimmed, or neither. */
function drawn(edge: 0 | 1, lit: Light | null, claim = false) {
  const { data, store } = drawing({ nodes: [null, null, null], edges: [[0, 1], [1, 2]] });
  const app = { data, store, naming: { predicate: () => "" } } as unknown as ReturnType<typeof drawing>;
  const look = { app, scene: scene(app), light: lit, palette, claimants: new Set<number>(), scale: 1, size: () => 1 };
  const { width, color } = edgeStyle({ ...data.graph.edges[edge]!, claim }, look);
  return [width, color.color];
}

test("a tie that is lit is broader and darker than one where nothing is lit, and others fade", () => {
  assert.deepEqual(drawn(0, null), [1.2, "#888888ff"]);
  assert.deepEqual(drawn(0, light), [2.2, "#111111ff"]);
  assert.deepEqual(drawn(1, light), [1.2, "#88888833"]);
});

test("a claim keeps its colour, lit or not", () => {
  assert.deepEqual(drawn(0, null, true), [3, "#cc0000ff"]);
  assert.deepEqual(drawn(0, light, true), [3, "#cc0000ff"]);
});
