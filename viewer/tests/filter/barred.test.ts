import assert from "node:assert/strict";
import { test } from "node:test";
import { type Part, barred, bit } from "../../src/filter/barred.ts";
import { visible, visibleBut, visibleCount } from "../../src/filter/visible.ts";
import type { Filter } from "../../src/state/view.ts";
import { app, data, open } from "./sample.ts";

const left = (filter: Filter): number[] => [...barred(data, filter).keys()].filter((n) => barred(data, filter)[n] === 0);

const CASES: [name: string, patch: Partial<Filter>, left: number[]][] = [
  ["nothing", {}, [0, 1, 2, 3, 4]],
  ["a type of either end", { types: new Set(["Person"]) }, [0, 1, 3, 4]],
  ["a relation", { predicates: new Set(["partnersWith"]) }, [2, 3, 4]],
  ["a status", { statuses: new Set(["negated", "planned"]) }, [0, 1, 4]],
  ["a group, but not who is in another one, too", { groups: new Set(["US"]) }, [2, 3]],
  ["the unknown group", { groups: new Set([""]) }, [0, 1, 3, 4]],
  ["all documents but one", { documents: new Set([2]) }, [1, 2, 4]],
  ["what is before", { from: "2025-05" }, [1, 2]],
  ["what is after", { to: "2025-03-11" }, [0, 1]],
  ["what lies outside, a year's facts being within any of its days", { from: "2025-04-30", to: "2025-05" }, [1, 4]],
  ["the unsure", { confidence: 0.8 }, [0, 2, 3]],
  ["what one text says", { sources: 2 }, [0, 1, 4]],
  ["what one sure text says", { sources: 2, confidence: 0.6 }, [4]],
  ["what two texts say", { sources: 3 }, []],
];

for (const [name, patch, expected] of CASES) {
  test(`leaves out ${name}`, () => assert.deepEqual(left(open(patch)), expected));
}

test("tells the parts that leave a statement out", () => {
  const parts: Part[] = ["types", "statuses"];
  const found = barred(data, open({ types: new Set(["Person"]), statuses: new Set(["planned"]) }));
  assert.equal(found[2], parts.reduce((bits, part) => bits | bit(part), 0));
});

test("what is shown is counted, with or without some parts of the filter", () => {
  const view = app(open({ predicates: new Set(["affiliatedWith", "locatedIn"]) }));
  assert.equal(visibleCount(view), 3);
  assert.deepEqual([0, 1, 2, 3, 4].filter(visible(view)), [0, 1, 4]);
  assert.deepEqual([0, 1, 2, 3, 4].filter(visibleBut(view, bit("predicates"))), [0, 1, 2, 3, 4]);
  assert.deepEqual([0, 1, 2, 3, 4].filter(visibleBut(view, bit("types"))), [0, 1, 4]);
});
