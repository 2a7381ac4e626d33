// Which entities focus and collapse leave on the canvas.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { onPaths } from "../paths/answer.ts";
import type { View } from "../state/view.ts";
import { MOST, neighbourhood } from "./neighbourhood.ts";
import { ties } from "./ties.ts";

const known = new WeakMap<View, ReadonlySet<Position> | null>();

/** The entities that are left, or null where that is all. */
export function within(app: App): ReadonlySet<Position> | null {
  const { view } = app.store;
  let left = known.get(view);
  if (left === undefined) known.set(view, (left = worked(app)));
  return left;
}

function worked(app: App): ReadonlySet<Position> | null {
  const { focus, collapsed } = app.store.view;
  if (!focus && !collapsed.size) return null;
  const all = focus ? neighbourhood(app, focus).slice(0, MOST) : app.data.graph.nodes.map(({ id }) => id);
  const asked = revealed(app);
  const left = new Set([...all, ...asked]);
  const kept = new Set([...asked, ...(focus?.entities ?? [])]);
  for (const n of [...collapsed].flatMap((hub) => hanging(app, hub, left))) if (!kept.has(n)) left.delete(n);
  return left;
}

/** The entities that are drawn wherever they are: expanded, selected or on a path that is shown. */
export function revealed(app: App): ReadonlySet<Position> {
  const { expanded, selection } = app.store.view;
  return new Set([...expanded, ...(selection?.kind === "entity" ? [selection.entity] : []), ...onPaths(app)]);
}

/** Neighbours of an entity that have no other tie to those that are left. */
export function hanging(app: App, hub: Position, left: ReadonlySet<Position>): Position[] {
  const known = ties(app);
  const alone = (n: Position): boolean => known.neighbours(n).every((other) => other === hub || !left.has(other));
  return [...known.neighbours(hub)].filter((n) => left.has(n) && alone(n));
}
