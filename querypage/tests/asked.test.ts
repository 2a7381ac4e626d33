import assert from "node:assert/strict";
import { test } from "node:test";
import { type Asked, read, written } from "../src/asked.ts";

const CASES: Asked[] = [
  { query: "SELECT ?s { ?s ?p '가 & 나+%' }\n# #" },
  { named: "about", values: { name: "보스턴", language: "en" } },
  { named: "odd", values: { named: "x", query: "y" } },
  { named: "documents", values: {} },
];

for (const asked of CASES) {
  test(`${written(asked)} is read as it was written`, () => assert.deepEqual(read(written(asked)), asked));
}

test("other addresses ask nothing", () => {
  assert.equal(read(""), null);
  assert.equal(read("?from=x"), null);
});
