// What a filter leaves out, and which part of it does so.

import type { Data } from "../data/data.ts";
import type { Entity } from "../data/types.ts";
import type { Filter } from "../state/view.ts";
import { dated, stretch } from "./dates.ts";
import { sources } from "./sources.ts";

export const PARTS = ["types", "predicates", "statuses", "groups", "documents", "dates", "confidence", "sources"] as const;
export type Part = (typeof PARTS)[number];

/** The bit of a part in what `barred` gives. */
export const bit = (part: Part): number => 1 << PARTS.indexOf(part);
const [TYPES, PREDICATES, STATUSES, GROUPS, CONFIDENCE] =
  [bit("types"), bit("predicates"), bit("statuses"), bit("groups"), bit("confidence")];

/** The groups of an entity; "" is the unknown one. */
export const groupsOf = ({ groups }: Entity): string[] => (groups.length ? groups.map(({ group }) => group) : [""]);

/** For each statement the parts of the filter that leave it out, a bit for each; 0 where it is shown. */
export function barred(data: Data, filter: Filter): Uint8Array {
  const ends = Uint8Array.from(data.entities, (entity) =>
    (filter.types.has(entity.type) ? TYPES : 0) | (groupsOf(entity).every((group) => filter.groups.has(group)) ? GROUPS : 0));
  const found = Uint8Array.from(data.statements, (statement) =>
    ends[statement.subject]! | ends[statement.object]!
    | (filter.predicates.has(statement.predicate) ? PREDICATES : 0)
    | (filter.statuses.has(statement.status) ? STATUSES : 0)
    | (statement.confidence < filter.confidence ? CONFIDENCE : 0));
  barDocuments(data, filter, found);
  barDates(data, filter, found);
  barSources(data, filter, found);
  return found;
}

function barDocuments({ statements }: Data, { documents }: Filter, found: Uint8Array): void {
  if (!documents.size) return;
  statements.forEach(({ evidence }, n) => {
    if (!evidence.some(({ document }) => document !== null && documents.has(document))) found[n]! |= bit("documents");
  });
}

/** A statement stays where its time and the range overlap; one without a date is left out by any range. */
function barDates(data: Data, { from, to }: Filter, found: Uint8Array): void {
  if (from === null && to === null) return;
  const [first, last] = [stretch(from ?? "")?.[0] ?? 0, stretch(to ?? "")?.[1] ?? Infinity];
  const { low, high } = dated(data);
  for (let n = 0; n < found.length; n++) {
    if (!low[n] || low[n]! > last || high[n]! < first) found[n]! |= bit("dates");
  }
}

function barSources(data: Data, filter: Filter, found: Uint8Array): void {
  if (filter.sources <= 1) return;
  const behind = sources(data, filter.confidence);
  for (let n = 0; n < found.length; n++) if (behind[n]! < filter.sources) found[n]! |= bit("sources");
}
