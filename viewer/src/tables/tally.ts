// What the shown facts give for each entity and each document: how many, of how many others, from when to when.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { active } from "../filter/choose.ts";
import { visible } from "../filter/visible.ts";
import type { Filter } from "../state/view.ts";

export interface Tally {
  facts: Uint32Array; // of each entity
  ties: Uint32Array; // other entities that share a fact with it
  from: string[]; // the dates of its facts, "" where none has one
  to: string[];
  documents: Uint32Array; // facts of each document
}

const known = new WeakMap<Filter, Tally>();

export function tally(app: App): Tally {
  const { filter } = app.store.view;
  let found = known.get(filter);
  if (!found) known.set(filter, (found = counted(app)));
  return found;
}

function counted(app: App): Tally {
  const { data } = app;
  const shown = visible(app);
  const blank = (): string[] => data.entities.map(() => "");
  const made: Tally = {
    facts: new Uint32Array(data.entities.length), ties: new Uint32Array(data.entities.length), from: blank(), to: blank(),
    documents: new Uint32Array(data.documents.length),
  };
  const neighbours = data.entities.map(() => new Set<Position>());
  data.statements.forEach(({ subject, object, evidence }, n) => {
    if (!shown(n)) return;
    const date = data.date(n);
    for (const entity of new Set([subject, object])) {
      made.facts[entity]!++;
      if (date && (!made.from[entity] || date < made.from[entity]!)) made.from[entity] = date;
      if (date > made.to[entity]!) made.to[entity] = date;
    }
    if (subject !== object) {
      neighbours[subject]!.add(object);
      neighbours[object]!.add(subject);
    }
    for (const document of new Set(evidence.map((one) => one.document))) if (document !== null) made.documents[document]!++;
  });
  neighbours.forEach(({ size }, n) => (made.ties[n] = size));
  return made;
}

/** Whether the filter asks for something, beyond statuses: then what no fact mentions is left out, too. */
export const narrowed = (filter: Filter): boolean => active(filter).some((part) => part !== "statuses");
