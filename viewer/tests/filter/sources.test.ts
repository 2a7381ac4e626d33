import assert from "node:assert/strict";
import { test } from "node:test";
import { sources } from "../../src/filter/sources.ts";
import { data } from "./sample.ts";

test("a text stored twice is one source, and a symmetric relation the same fact both ways", () => {
  assert.deepEqual([...sources(data)], [2, 2, 1, 1, 2]);
});

test("statements less sure than the threshold are no evidence", () => {
  assert.deepEqual([...sources(data, 0.6)], [1, 1, 1, 1, 2]);
  assert.deepEqual([...sources(data)], [2, 2, 1, 1, 2]);
});
