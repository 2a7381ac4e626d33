import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, index, stops } from "../../src/reader/stops.ts";
import { made, statement } from "../evidence/made.ts";

const place = (start: number | null, end: number | null) => ({ document: 0, start, end });

test("each quoted place is one stop, in the order of the text", async () => {
  const data = await made([{ text: "one two three" }, { text: "else" }],
    [statement({ at: [[0, 8, 13], [0, 0, 3]] }), statement({ at: [[0, 0, 3], [0, 0, 7]] }), statement({ at: [[1, 0, 4]] })]);
  assert.deepEqual(stops(data, 0), [
    { start: 0, end: 3, statements: [0, 1] }, { start: 0, end: 7, statements: [1] }, { start: 8, end: 13, statements: [0] },
  ]);
});

test("from a stop, from between two, and from the title one comes to the neighbours", () => {
  const all = [{ start: 0, end: 3, statements: [0] }, { start: 8, end: 13, statements: [1] }];
  assert.deepEqual([index(all, place(8, 13)), index(all, place(4, 7)), index(all, place(null, null))], [1, 0.5, -0.5]);
  assert.equal(beside(all, place(null, null), 1), all[0]);
  assert.equal(beside(all, place(null, null), -1), undefined);
  assert.equal(beside(all, place(4, 7), 1), all[1]);
  assert.equal(beside(all, place(4, 7), -1), all[0]);
  assert.equal(beside(all, place(0, 3), 1), all[1]);
  assert.equal(beside(all, place(8, 13), 1), undefined);
});
