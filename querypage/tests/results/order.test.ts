import assert from "node:assert/strict";
import { test } from "node:test";
import type { Row, Term } from "../../src/results/answer.ts";
import { sorted } from "../../src/results/order.ts";

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const number = (value: string): Row => ({ x: { type: "literal", value, datatype: INTEGER } });
const text = (value: string): Row => ({ x: { type: "literal", value } });
const values = (rows: Row[], descending: boolean): (string | undefined)[] =>
  sorted(rows, { variable: "x", descending }, ({ value }: Term) => value, "ko").map((row) => row["x"]?.value);

test("numbers go by size", () => {
  assert.deepEqual(values([number("10"), number("9"), number("-1")], false), ["-1", "9", "10"]);
  assert.deepEqual(values([number("10"), number("9"), number("-1")], true), ["10", "9", "-1"]);
  assert.deepEqual(values([number("-2"), number("1.5"), number("1.25"), number("-10")], false), ["-10", "-2", "1.25", "1.5"]);
});

test("texts go by the alphabet, Hangul first in Korean, without case", () => {
  assert.deepEqual(values([text("b"), text("나"), text("A"), text("가")], false), ["가", "나", "A", "b"]);
});

test("rows without a value are last both ways", () => {
  assert.deepEqual(values([{}, text("b"), text("a")], false), ["a", "b", undefined]);
  assert.deepEqual(values([{}, text("a"), text("b")], true), ["b", "a", undefined]);
});

test("equal values keep the order of the answer, and the answer stays as it is", () => {
  const rows: Row[] = [{ ...text("a"), n: { type: "literal", value: "1" } }, { ...text("a"), n: { type: "literal", value: "2" } }, text("0")];
  assert.deepEqual(sorted(rows, { variable: "x", descending: false }, ({ value }) => value, "en").map((row) => row["n"]?.value), [undefined, "1", "2"]);
  assert.equal(rows[2]!["x"]!.value, "0");
});
