// What can be done to the neighbourhood of an entity, whether by button, key or double click.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { scene } from "../graph/scene.ts";
import { DEEPEST, rankOf } from "./neighbourhood.ts";
import { ties } from "./ties.ts";
import { hanging } from "./within.ts";

const AT_ONCE = 50; // neighbours that one expansion adds

const drawn = (app: App): ReadonlySet<Position> => new Set(scene(app).nodes.map(({ id }) => id));

/** Neighbours of an entity that are not drawn. */
export function hiddenAround(app: App, n: Position, there = drawn(app)): Position[] {
  return [...ties(app).neighbours(n)].filter((other) => !there.has(other));
}

/** Neighbours that collapsing an entity would fold away. */
export function foldable(app: App, n: Position): Position[] {
  const centres = app.store.view.focus?.entities ?? [];
  return hanging(app, n, drawn(app)).filter((other) => !centres.includes(other));
}

/** Draws the neighbourhood of an entity and nothing else. */
export function focusOn({ store }: App, n: Position): void {
  store.change({ page: "graph", focus: { entities: [n], depth: store.view.focus?.depth ?? 1 }, expanded: new Set() });
}

/** Draws the neighbourhood of an entity, too. */
export function addToFocus({ store }: App, n: Position): void {
  const { focus } = store.view;
  if (focus) store.change({ page: "graph", focus: { ...focus, entities: [...focus.entities, n] } });
}

export function removeFromFocus({ store }: App, n: Position): void {
  const { focus } = store.view;
  const entities = focus?.entities.filter((other) => other !== n) ?? [];
  store.change(focus && entities.length ? { focus: { ...focus, entities } } : { focus: null, expanded: new Set() });
}

export function deepen({ store }: App, by: number): void {
  const { focus } = store.view;
  if (focus) store.change({ focus: { ...focus, depth: Math.min(Math.max(focus.depth + by, 1), DEEPEST) } });
}

/** Adds neighbours that are not drawn, the best connected first. */
export function expand(app: App, n: Position): void {
  const { collapsed, expanded } = app.store.view;
  const added = hiddenAround(app, n).sort((a, b) => rankOf(app, a) - rankOf(app, b)).slice(0, AT_ONCE);
  app.store.change({
    collapsed: new Set([...collapsed].filter((hub) => hub !== n)),
    expanded: new Set([...expanded, ...added]),
  });
}

/** Folds away the neighbours that hang on an entity alone. */
export function collapse(app: App, n: Position): void {
  const { collapsed, expanded } = app.store.view;
  const gone = new Set(foldable(app, n));
  if (!gone.size) return;
  app.store.change({
    collapsed: new Set([...collapsed, n]), expanded: new Set([...expanded].filter((other) => !gone.has(other))),
  });
}

export function expandOrCollapse(app: App, n: Position): void {
  if (hiddenAround(app, n).length) expand(app, n);
  else collapse(app, n);
}

export function pin({ store }: App, places: ReadonlyMap<Position, readonly [number, number]>): void {
  store.change({ pins: new Map([...store.view.pins, ...places]) });
}

export function unpin({ store }: App, n: Position): void {
  store.change({ pins: new Map([...store.view.pins].filter(([other]) => other !== n)) });
}

