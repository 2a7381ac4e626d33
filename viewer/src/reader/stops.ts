// The sentences of a text that state something, to be gone through one after the other.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";
import type { Place } from "../state/view.ts";

/** A quoted part of a text and the statements that it is evidence of. */
export interface Stop {
  start: number;
  end: number;
  statements: Position[];
}

/** Each place of a document that states something, once, in the order of the text. */
export function stops(data: Data, document: Position): Stop[] {
  const found = new Map<string, Stop>();
  for (const { statement, start, end } of data.quotesIn(document)) {
    const stop = found.get(`${start} ${end}`) ?? { start, end, statements: [] };
    found.set(`${start} ${end}`, stop);
    if (!stop.statements.includes(statement)) stop.statements.push(statement);
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where among the stops a place is; between two of them, a half more than the former. */
export function index(all: readonly Stop[], { start, end }: Place): number {
  if (start === null || end === null) return -0.5;
  const exact = all.findIndex((stop) => stop.start === start && stop.end === end);
  return exact >= 0 ? exact : all.filter((stop) => stop.start <= start).length - 0.5;
}

/** The stop before or after a place, if there is one. */
export function beside(all: readonly Stop[], place: Place, direction: 1 | -1): Stop | undefined {
  const at = index(all, place);
  return all[direction > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1];
}
