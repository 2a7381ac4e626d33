import assert from "node:assert/strict";
import { test } from "node:test";
import { wordAt } from "../../src/editor/position.ts";

const marked = (text: string, line: number, column: number): string => {
  const { from, to } = wordAt(text, line, column);
  return text.slice(from, to);
};

test("the word at a line and column is marked to its end", () => {
  assert.equal(marked("SELECT ?s {\n  ?s brocken }", 2, 6), "brocken");
});

test("columns count code points, not UTF-16 units", () => {
  assert.equal(marked("# 🧬🧬 bad", 1, 6), "bad");
});

test("past the end of a line its last character is marked", () => {
  assert.equal(marked("SELECT ?s {\nx", 1, 99), "{");
});

test("a line that is not there is the last one", () => {
  assert.equal(marked("a\nb", 9, 1), "b");
});

test("an empty text has nothing to mark, and no error", () => {
  assert.deepEqual(wordAt("", 1, 1), { from: 0, to: 0 });
});
