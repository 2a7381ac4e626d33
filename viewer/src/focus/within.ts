// Which entities focus and collapse leave on the canvas.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";

/** The entities that are left, or null where that is all. */
export function within(_app: App): ReadonlySet<Position> | null {
  return null;
}

/** The entities that are drawn wherever they are: expanded, selected or on a path that is shown. */
export function revealed(app: App): ReadonlySet<Position> {
  const { expanded, selection } = app.store.view;
  return new Set([...expanded, ...(selection?.kind === "entity" ? [selection.entity] : [])]);
}
