import assert from "node:assert/strict";
import { test } from "node:test";
import { bin, fits, index, iso, scale } from "../../src/timeline/bins.ts";

const dates = (...all: number[]) => scale(Int32Array.from(all));

test("a unit and its number are each other's inverse", () => {
  for (const date of ["1969-12-31", "1970-01-01", "2024-02-29", "2025-12-31"]) {
    assert.equal(iso("day", index("day", Number(date.replaceAll("-", "")))), date);
    assert.equal(iso("month", index("month", Number(date.replaceAll("-", "")))), date.slice(0, 7));
  }
  assert.equal(iso("year", index("year", 20250311)), "2025");
});

test("an unknown month or day is the first for a start and the last for an end", () => {
  assert.deepEqual([20250000, 20259999].map((date) => iso("month", index("month", date))), ["2025-01", "2025-12"]);
  assert.deepEqual([20240200, 20240299].map((date) => iso("day", index("day", date))), ["2024-02-01", "2024-02-29"]);
});

test("the unit fits the spread and what is known", () => {
  assert.equal(dates(20250301, 20250311)!.unit, "day");
  assert.equal(dates(20250301, 20250611)!.unit, "month");
  assert.equal(dates(20100101, 20250611)!.unit, "year");
  assert.equal(dates(20250000, 20250000, 20250311)!.unit, "year", "most dates are years");
  assert.equal(dates(0, 0), null);
  assert.equal(fits("month", 20250000), false);
  assert.equal(fits("month", 20250311), true);
});

test("a few far dates fall into the outermost bins", () => {
  const many = Array.from({ length: 98 }, (_, n) => 20240100 + (n % 12) * 100 + 1);
  const found = dates(19010101, ...many, 20990101)!;
  assert.deepEqual(found, { unit: "month", first: index("month", 20240101), last: index("month", 20241201), earlier: true, later: true });
  assert.deepEqual([19010101, 20240301, 20990101].map((date) => bin(found, date)), [0, 2, 11]);
});

test("no scale has more bins than a small screen has room for", () => {
  const years = dates(...Array.from({ length: 400 }, (_, n) => (1600 + n) * 10_000))!;
  assert.equal(years.last - years.first + 1, 96);
  assert.deepEqual([years.earlier, years.later], [true, true]);
});
