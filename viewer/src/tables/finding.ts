// The rows of a table in which every word of a query stands.

import type { Position } from "../data/types.ts";
import { plain } from "../words/plain.ts";
import type { Sheet } from "./sheet.ts";

const known = new WeakMap<Sheet, Map<Position, string>>();

/** Which of the rows have all words of the query in their texts, in any order; the case does not matter. */
export function found(sheet: Sheet, query: string, rows: readonly Position[]): readonly Position[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return rows;
  let texts = known.get(sheet);
  if (!texts) known.set(sheet, (texts = new Map(sheet.rows.map((n) => [n, plain(sheet.words(n))]))));
  return rows.filter((n) => words.every((word) => texts.get(n)!.includes(word)));
}
