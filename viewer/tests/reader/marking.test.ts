import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../src/reader/marking.ts";
import { made, statement } from "../evidence/made.ts";

const TEXT = "share Alder Unit of Alder buys Birch.";

test("pieces are the whole text in order, each with what covers it", async () => {
  const data = await made([{
    text: TEXT, body: [[6, TEXT.length]], mentions: [[6, 11, 0], [6, 16, 2], [20, 25, 0]],
  }], [statement({ at: [[0, 6, 25]] }), statement({ at: [[0, 20, 37], [0, 20, 37]] })]);
  const found = pieces(data, 0);
  assert.equal(found.map(({ start, end }) => TEXT.slice(start, end)).join(""), TEXT);
  const at = (words: string) => found.find(({ start, end }) => TEXT.slice(start, end) === words)!;
  assert.deepEqual(at("share "), { start: 0, end: 6, facts: [], entity: null, inBody: false });
  assert.deepEqual(at("Alder"), { start: 6, end: 11, facts: [0], entity: 0, inBody: true }, "of names in each other the inner one");
  assert.deepEqual(at(" Unit"), { start: 11, end: 16, facts: [0], entity: 2, inBody: true });
  assert.deepEqual(found.find(({ start }) => start === 20), { start: 20, end: 25, facts: [0, 1], entity: 0, inBody: true });
  assert.deepEqual(found.at(-1), { start: 25, end: 37, facts: [1], entity: null, inBody: true });
});

test("an empty text has no pieces, a plain one has one", async () => {
  assert.deepEqual(pieces(await made([{ text: "" }], []), 0), []);
  assert.deepEqual(pieces(await made([{ text: "plain" }], []), 0), [{ start: 0, end: 5, facts: [], entity: null, inBody: true }]);
});
