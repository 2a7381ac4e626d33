// The order of a table: each column's values become numbers once, so that 50,000 rows are sorted by comparing numbers.

import type { Position } from "../data/types.ts";
import type { Sorting } from "../state/view.ts";
import type { Column, Sheet } from "./sheet.ts";

type Compare = (a: string, b: string) => number;

const known = new WeakMap<Column, Float64Array>();

/** The place of each row's value among the values; NaN where it is not known. */
function ranks(column: Column, rows: readonly Position[], compare: Compare): Float64Array {
  let found = known.get(column);
  if (!found) {
    const values = rows.map(column.value);
    const texts = [...new Set(values.filter((value): value is string => typeof value === "string" && value !== ""))].sort(compare);
    const place = new Map<string | number, number>(texts.map((value, i) => [value, i]));
    known.set(column, (found = Float64Array.from(values, (value) => (typeof value === "number" ? value : place.get(value) ?? NaN))));
  }
  return found;
}

/** How a table is sorted: as chosen, where it has such a column. */
export function sortingOf({ columns, first }: Sheet, chosen: Sorting | undefined): Sorting {
  return chosen && columns.some(({ key }) => key === chosen.column) ? chosen : first;
}

/** The rows by a column; equal ones keep their order, and those whose value is not known come last in both directions. */
export function sorted({ rows, columns }: Sheet, { column, descending }: Sorting, compare: Compare): Position[] {
  const rank = ranks(columns.find(({ key }) => key === column)!, rows, compare);
  const sign = descending ? -1 : 1;
  const order = rows.map((_, i) => i).sort((i, j) => {
    const [a, b] = [rank[i]!, rank[j]!];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || i - j;
    return sign * (a - b) || i - j;
  });
  return order.map((i) => rows[i]!);
}
