import assert from "node:assert/strict";
import { test } from "node:test";
import { type Scale, index } from "../../src/timeline/bins.ts";
import { between, datesOf, rangeOf, resized, shifted } from "../../src/timeline/range.ts";

const months: Scale = { unit: "month", first: index("month", 20250101), last: index("month", 20251201), earlier: false, later: false };

test("dates and bins say the same; an end at the edge is no date", () => {
  assert.deepEqual(datesOf(months, [2, 4]), { from: "2025-03", to: "2025-05" });
  assert.deepEqual(datesOf(months, [0, 11]), { from: null, to: null });
  assert.deepEqual(rangeOf(months, { from: "2025-03", to: "2025-05" }), [2, 4]);
  assert.deepEqual(rangeOf(months, { from: "2025-03-15", to: null }), [2, 11]);
  assert.deepEqual(rangeOf(months, { from: null, to: "2025" }), [0, 11]);
  assert.deepEqual(rangeOf(months, { from: "1999", to: "2003" }), [0, 0]);
});

test("an end stops at the other end and at the edge", () => {
  assert.deepEqual(resized(months, [2, 4], "from", 9), [4, 4]);
  assert.deepEqual(resized(months, [2, 4], "to", 1), [2, 2]);
  assert.deepEqual(resized(months, [2, 4], "from", -3), [0, 4]);
  assert.deepEqual(resized(months, [2, 4], "to", 40), [2, 11]);
});

test("a shifted range keeps its length", () => {
  assert.deepEqual(shifted(months, [2, 4], 3), [5, 7]);
  assert.deepEqual(shifted(months, [2, 4], -9), [0, 2]);
  assert.deepEqual(shifted(months, [2, 4], 99), [9, 11]);
  assert.deepEqual(between(7, 3), [3, 7]);
});
