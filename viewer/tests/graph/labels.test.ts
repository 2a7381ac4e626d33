import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, placed } from "../../src/graph/labels.ts";

const label = (x: number, y: number, forced = false) => ({ width: 60, height: 16, spots: beside(x, y, 12, 60, 16), forced });
const overlap = (a: { x: number; y: number }, b: { x: number; y: number }): boolean => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 16;

test("a label stands below its thing where there is room, else above or beside it", () => {
  const written = placed([label(0, 0), label(0, 0), label(0, 0), label(0, 0)]);
  assert.deepEqual(written.map(({ x, y }) => [Math.sign(x), Math.sign(y)]), [[0, 1], [0, -1], [1, 0], [-1, 0]]);
});

test("labels never overlap, the first come first", () => {
  const crowd = Array.from({ length: 300 }, (_, n) => label((n * 37) % 400, (n * 53) % 300));
  const written = placed(crowd);
  assert.ok(written.length > 10 && written.length < 300);
  assert.equal(written[0]!.candidate, crowd[0]);
  written.forEach((a, i) => written.slice(0, i).forEach((b) => assert.ok(!overlap(a, b))));
});

test("a forced label is written over others, and obstacles are kept clear", () => {
  const wall: [number, number, number, number] = [-500, -500, 500, 500];
  assert.equal(placed([label(0, 0)], [wall]).length, 0);
  assert.equal(placed([label(0, 0, true)], [wall]).length, 1);
});

test("where a label finds no room, a shorter one may", () => {
  const small = { width: 10, height: 10, spots: [[0, 0]] as const, forced: false };
  const around: [number, number, number, number][] = [[-500, 9, 500, 500], [-500, -500, 500, -9], [9, -500, 500, 500], [-500, -500, -9, 500]];
  assert.deepEqual(placed([{ ...label(0, 0), otherwise: small }], around).map(({ candidate }) => candidate), [small]);
});
