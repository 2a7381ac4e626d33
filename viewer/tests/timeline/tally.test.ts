import assert from "node:assert/strict";
import { test } from "node:test";
import { index } from "../../src/timeline/bins.ts";
import type { Scale } from "../../src/timeline/bins.ts";
import { height, tally } from "../../src/timeline/tally.ts";
import { ticks } from "../../src/timeline/ticks.ts";
import type { Statement } from "../../src/data/types.ts";

const months = (first: number, last: number): Scale =>
  ({ unit: "month", first: index("month", first), last: index("month", last), earlier: false, later: false });

test("bars count by kind; what has no date or too vague a one is told apart", () => {
  const statuses = ["asserted", "planned", "negated", "asserted", "asserted", "asserted", "rumoured"];
  const lows = Int32Array.from([20250311, 20250300, 20250401, 0, 20250000, 20250312, 20250405]);
  const found = tally(statuses.map((status) => ({ status }) as Statement), lows, months(20250301, 20250401), (n) => n !== 5, (n) => n === 1);
  assert.deepEqual(found, {
    bars: [{ asserted: 1, open: 1, denied: 0, lit: 1 }, { asserted: 0, open: 1, denied: 1, lit: 0 }], undated: 1, coarse: 1,
  });
  assert.deepEqual(found.bars.map(height), [2, 2]);
});

test("labels do not touch, and whole years are named as years", () => {
  assert.deepEqual(ticks(months(20250301, 20250601), 800).map(({ label }) => label), ["2025-03", "2025-04", "2025-05", "2025-06"]);
  assert.deepEqual(ticks(months(20220601, 20250601), 300), [{ bin: 7, label: "2023" }, { bin: 19, label: "2024" }, { bin: 31, label: "2025" }]);
  for (const width of [200, 350, 800, 1600]) {
    const each = width / 37;
    const found = ticks(months(20220601, 20250601), width);
    for (const [i, { bin, label }] of found.slice(1).entries()) assert.ok((bin - found[i]!.bin) * each > label.length * 6.6);
  }
});

test("a scale that no round step falls into has one label", () => {
  assert.deepEqual(ticks({ unit: "year", first: 2021, last: 2024, earlier: false, later: false }, 20), [{ bin: 0, label: "2021" }]);
});
