import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapped } from "../../src/saving/wrapping.ts";

const lines = (line: string, width: number): string[] => wrapped(line, width, (text) => [...text].length);

test("a line that fits stays one", () => assert.deepEqual(lines("사실 54건 중 52건", 12), ["사실 54건 중 52건"]));
test("a longer one is broken at blanks, none of which begins or ends a line", () =>
  assert.deepEqual(lines("사실 54건 중 52건 · 선택", 8), ["사실 54건 중", "52건 · 선택"]));
test("a word that is wider alone is broken between letters, and what follows goes on behind it", () =>
  assert.deepEqual(lines("가 abcdefgh ij", 5), ["가", "abcde", "fgh", "ij"]));
test("what follows the end of a broken word stands in its line where there is room", () =>
  assert.deepEqual(lines("abcdefg hi", 5), ["abcde", "fg hi"]));
test("a letter is not taken apart, and where there is no room at all each has a line", () => {
  const family = "👨‍👩‍👧";
  assert.deepEqual(lines(`${family}${family}`, 1), [family, family]);
});
test("nothing is one empty line", () => assert.deepEqual(lines("", 5), [""]));
