import assert from "node:assert/strict";
import { test } from "node:test";
import { counts, totals } from "../../src/filter/counts.ts";
import { app, data, open } from "./sample.ts";

const found = (entries: Map<string | number, number>): Record<string, number> => Object.fromEntries(entries);

test("a fact counts once for each entry that it belongs to", () => {
  assert.deepEqual(found(totals(data, "types")), { Company: 5, Person: 1, City: 1 });
  assert.deepEqual(found(totals(data, "groups")), { KR: 5, US: 4, "": 1 });
  assert.deepEqual(found(totals(data, "documents")), { 0: 2, 1: 1, 2: 3, 3: 1 });
});

test("the other parts of the filter count, the entry's own does not", () => {
  const view = app(open({ types: new Set(["Company"]), statuses: new Set(["negated"]) }));
  assert.deepEqual(found(counts(view, "types")), { Company: 4, Person: 1 });
  assert.deepEqual(found(counts(view, "statuses")), {});
  assert.deepEqual(found(counts(app(open({ statuses: new Set(["asserted"]) })), "statuses")), { asserted: 3, planned: 1, negated: 1 });
});
