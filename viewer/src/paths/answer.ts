// The paths that the view asks for.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { type Ties, factsBetween, ties, tiesThrough } from "../focus/ties.ts";
import { type Light, around } from "../graph/light.ts";
import { type Path, shortestPaths } from "./shortest.ts";

export const MOST = 10; // paths that are looked for

const known = new WeakMap<Ties, Map<string, Path[]>>();

/** Paths by the facts that are shown, or null where an end is still to be named. */
export function answer(app: App): Path[] | null {
  const question = app.store.view.path;
  if (!question || question.from === null || question.to === null) return null;
  const { from, to, without } = question;
  const count = Math.min(Math.max(question.count, 1), MOST);
  const walked = ties(app, without);
  const answers = known.get(walked) ?? new Map<string, Path[]>();
  known.set(walked, answers);
  const key = [from, to, count].join();
  let paths = answers.get(key);
  if (!paths) answers.set(key, (paths = shortestPaths(walked, from, to, count)));
  return paths;
}

const all = (): boolean => true;

/** What leaves a question without an answer: the relations it may follow, the filters, or the texts. */
export function obstacle(app: App): "relations" | "filters" | "texts" {
  const { from, to } = app.store.view.path!;
  const leads = (through: Ties): boolean => shortestPaths(through, from!, to!, 1).length > 0;
  if (leads(ties(app))) return "relations";
  return leads(tiesThrough(app.data, all, [])) ? "filters" : "texts";
}

/** The paths that are shown: the chosen one, else all; none where the form is closed. */
function shownPaths(app: App): Path[] {
  const { pathing, page, path } = app.store.view;
  const paths = pathing && page !== "brokers" ? answer(app) ?? [] : [];
  const chosen = path?.chosen === null ? undefined : paths[path?.chosen ?? -1];
  return chosen ? [chosen] : paths;
}

/** The entities of the paths that are shown. */
export const onPaths = (app: App): ReadonlySet<Position> => new Set(shownPaths(app).flatMap(({ nodes }) => nodes));

/** The facts of each tie of a path. */
export function steps(app: App, { nodes }: Path): Position[][] {
  const without = app.store.view.path?.without ?? [];
  return nodes.slice(1).map((n, i) => factsBetween(app, nodes[i]!, n, without));
}

/** Lights the paths that are shown. */
export function pathLamp(app: App): Light | null {
  const paths = shownPaths(app);
  const question = app.store.view.path;
  if (!paths.length || !question) return null;
  const ends = new Set([question.from, question.to].filter((n) => n !== null));
  return around(app, paths.flatMap((path) => steps(app, path)).flat(), ends);
}
