// Which statements the filters let through, worked out once for each filter.

import type { App } from "../app.ts";
import type { Data } from "../data/data.ts";
import type { Position, Statement } from "../data/types.ts";
import type { Filter } from "../state/view.ts";

const found = new WeakMap<Filter, (n: Position) => boolean>();

/** Whether a statement is shown. */
export function visible({ data, store }: App): (n: Position) => boolean {
  const { filter } = store.view;
  let passes = found.get(filter);
  if (!passes) {
    const shown = Uint8Array.from(data.statements, (statement, n) => (lets(filter, data, statement, n) ? 1 : 0));
    passes = (n) => shown[n] === 1;
    found.set(filter, passes);
  }
  return passes;
}

function lets(filter: Filter, data: Data, { subject, object, status }: Statement, _n: Position): boolean {
  const entity = (n: Position): boolean => !filter.types.has(data.entities[n]!.type);
  return !filter.statuses.has(status) && entity(subject) && entity(object);
}
