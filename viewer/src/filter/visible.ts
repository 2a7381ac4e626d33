// Which statements the filters let through, worked out once for each filter.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import type { Filter } from "../state/view.ts";
import { barred } from "./barred.ts";

interface Shown {
  barred: Uint8Array;
  count: number;
}

const found = new WeakMap<Filter, Shown>();

function shown({ data, store }: App): Shown {
  const { filter } = store.view;
  let known = found.get(filter);
  if (!known) {
    const bars = barred(data, filter);
    known = { barred: bars, count: bars.reduce((sum, bar) => sum + (bar === 0 ? 1 : 0), 0) };
    found.set(filter, known);
  }
  return known;
}

/** Whether a statement is shown. */
export function visible(app: App): (n: Position) => boolean {
  const { barred } = shown(app);
  return (n) => barred[n] === 0;
}

/** Whether a statement would be shown if some parts of the filter, given as bits, were not there. */
export function visibleBut(app: App, parts: number): (n: Position) => boolean {
  const { barred } = shown(app);
  return (n) => (barred[n]! & ~parts) === 0;
}

/** How many statements are shown. */
export const visibleCount = (app: App): number => shown(app).count;
