import assert from "node:assert/strict";
import { test } from "node:test";
import { Data } from "../../src/data/data.ts";
import type { Core, Facts } from "../../src/data/types.ts";

/** The date of a fact whose evidence stands in documents published then; `null` is evidence without a document. */
function date(published: (string | null | undefined)[], qualifiers = {}): string {
  const documents = published.map((day) => ({ published: day ?? null, names: [] }));
  const core = { documents, entities: [{}], graph: { nodes: [], edges: [] } } as unknown as Core;
  const evidence = published.map((day, n) => ({ document: day === null ? null : n, start: 0, end: 1 }));
  return new Data(core, { statements: [{ subject: 0, object: 0, qualifiers, evidence }] } as unknown as Facts).date(0);
}

test("the date that a text states comes before those of publication", () =>
  assert.equal(date(["2024-01-02"], { date: "2025-06" }), "2025-06"));
test("else the earliest publication counts, in whatever order the evidence stands", () => {
  assert.equal(date(["2025-05-02", "2025-03-10", "2025-06-18"]), "2025-03-10");
  assert.equal(date(["2025-03-10", "2025-05-02"]), "2025-03-10");
});
test("documents without a date and quotes without a document do not count", () => {
  assert.equal(date([undefined, "2025-05-02", null]), "2025-05-02");
  assert.equal(date([undefined, null]), "");
});
