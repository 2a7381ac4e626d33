import assert from "node:assert/strict";
import { test } from "node:test";
import { found } from "../../src/tables/finding.ts";
import { sorted, sortingOf } from "../../src/tables/order.ts";
import type { Column, Sheet } from "../../src/tables/sheet.ts";

const NAMES = ["나래", "Beta", "가람 10", "", "가람 9", "나래"];
const FIGURES = [3, 0, -1, NaN, 3, 2];
const compare = new Intl.Collator("ko", { numeric: true }).compare;

function sheet(rows: readonly number[]): Sheet {
  const column = (key: Column["key"], value: Column["value"]): Column => ({ key, heading: key, value, cell: () => null });
  return {
    table: "facts", rows, total: NAMES.length, columns: [column("name", (n) => NAMES[n]!), column("ties", (n) => FIGURES[n]!)],
    first: { column: "name", descending: false }, words: (n) => `${NAMES[n]}\n바이오 협회`, marks: () => null, chosen: () => false,
    texts: () => [], fields: [], lines: () => 1,
  };
}
const ALL = sheet([0, 1, 2, 3, 4, 5]);
const by = (column: string, descending: boolean) => sorted(ALL, { column, descending }, compare);

test("texts by the collator, numbers in them by value, the unknown last, equal ones in their order", () =>
  assert.deepEqual(by("name", false), [4, 2, 0, 5, 1, 3]));
test("downwards, the unknown is last and equal ones keep their order", () => assert.deepEqual(by("name", true), [1, 0, 5, 2, 4, 3]));
test("numbers by value", () => assert.deepEqual(by("ties", false), [2, 1, 5, 0, 4, 3]));
test("numbers downwards", () => assert.deepEqual(by("ties", true), [0, 4, 5, 1, 2, 3]));
test("some of the rows", () =>
  assert.deepEqual(sorted(sheet([5, 3, 2, 1]), { column: "ties", descending: false }, compare), [2, 1, 5, 3]));
test("the rows are left as they are", () => assert.deepEqual(ALL.rows, [0, 1, 2, 3, 4, 5]));

test("a column that the table does not have is as if none was chosen", () => {
  assert.deepEqual(sortingOf(ALL, { column: "none", descending: true }), ALL.first);
  assert.deepEqual(sortingOf(ALL, undefined), ALL.first);
  assert.deepEqual(sortingOf(ALL, { column: "ties", descending: true }), { column: "ties", descending: true });
});

test("a row is found by all words in any order and case", () => {
  assert.deepEqual(found(ALL, "협회 가람", [4, 2, 0, 5, 1, 3]), [4, 2]);
  assert.deepEqual(found(ALL, "bEtA", ALL.rows), [1]);
  assert.deepEqual(found(ALL, "ＢＥＴＡ", ALL.rows), [1]); // full-width
  assert.deepEqual(found(ALL, "나래".normalize("NFD"), ALL.rows), [0, 5]);
  assert.deepEqual(found(ALL, "나래 없음", ALL.rows), []);
});
test("blanks find all", () => assert.equal(found(ALL, "  ", ALL.rows), ALL.rows));
