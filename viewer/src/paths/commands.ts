// What opens, closes and changes the question for paths.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import type { PathQuestion } from "../state/view.ts";

const FIRST = 3; // paths looked for until the reader says otherwise

/** The question of the view; a claim that somebody bridges others is no tie to follow, until the reader says so. */
export function question({ data, store }: App): PathQuestion {
  return store.view.path ?? { from: null, to: null, count: FIRST, without: [data.graph.claim], chosen: null };
}

/** Opens the form; with an entity, as the end that is free, else as the first of a new question. */
export function openPaths(app: App, n: Position | null = null): void {
  const { from, to, ...rest } = question(app);
  const ends = n === null || n === from || n === to ? { from, to } : from !== null && to === null ? { from, to: n } : { from: n, to: null };
  app.store.change({ page: "graph", pathing: true, selection: null, path: { ...rest, ...ends, chosen: null } });
}

export function closePaths({ store }: App): void {
  store.change({ pathing: false });
}

/** Changes the question; another question has no chosen path. */
export function ask(app: App, patch: Partial<PathQuestion>): void {
  app.store.change({ path: { ...question(app), chosen: null, ...patch } });
}
