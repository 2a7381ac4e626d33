// What labels of edges and discs say.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { clusterOf } from "./bundles.ts";
import { everyone } from "./clusters.ts";
import type { Discs } from "./discs.ts";
import { groupName } from "./groups.ts";
import type { Line } from "./lettering.ts";
import type { Light } from "./light.ts";

const EDGES = 8; // lit edges up to which their relations are written
const WIDE = 66; // pixels of a disc that has room for names, and for its number
const NARROW = 24;

const line = (text: string, size: number, bold = false, soft = false): Line => ({ text, size, bold, soft });

/** The relations of the few edges that are lit; of chosen facts they are written in any case. */
export function edgeLines({ data, naming, store }: App, light: Light | null): { edge: Position; lines: Line[]; forced: boolean }[] {
  const chosen = store.view.selection?.kind === "facts";
  if (!light || light.edges.size > EDGES) return [];
  return [...light.edges].map((edge) => {
    const relations = data.graph.edges[edge]!.predicates.map((predicate) => naming.predicate(predicate)).join(", ");
    return { edge, lines: [line(relations, 11, false, true)], forced: chosen && light.edges.size === 1 };
  });
}

interface Caption {
  x: number;
  y: number;
  radius: number;
  lines: Line[];
  brief: Line[] | null; // for where the lines find no room
  forced: boolean;
}

/** What stands in the discs: how many entities, and where there is room their group and the best known of them. */
export function clusterLines(app: App, discs: Discs, scale: number): Caption[] {
  const { scene, over, light } = discs;
  if (!scene) return [];
  const { selection } = app.store.view;
  const found: Caption[] = [];
  for (const [cluster, count] of [...scene.discs].sort(([, a], [, b]) => b - a)) {
    const forced = (over?.kind === "cluster" && over.cluster === cluster) || (selection?.kind === "cluster" && selection.cluster === cluster);
    const width = 2 * discs.cluster(cluster).radius * scale;
    if (!forced && (width < NARROW || (light && !discs.lit(cluster)))) continue;
    const brief = [line(app.naming.number(count), 11, false, true)];
    const full = forced || width >= WIDE ? named(app, discs, cluster, count, Math.max(width, WIDE)) : null;
    found.push({ ...discs.middle(cluster), radius: discs.cluster(cluster).radius, lines: full ?? brief, brief: full && brief, forced });
  }
  if (over?.kind === "bundle") found.push(counted(app, discs, over.bundle));
  return found;
}

function named(app: App, { scene }: Discs, cluster: Position, count: number, width: number): Line[] {
  const { data: { graph }, naming } = app;
  const hidden = everyone(graph, cluster).filter(({ id }) => clusterOf(scene!.spot(id)) === cluster).slice(0, 2);
  const head = `${groupName(app, graph.clusters[cluster]!.group)} · ${naming.number(count)}`;
  return [line(head, 12, true), ...hidden.map(({ id }) => line(short(naming.entity(id), width), 11, false, true))];
}

/** A name as far as a disc of a width has room for it. */
function short(name: string, width: number): string {
  const room = (width * 0.85) / 11; // in letters of the size of Hangul; Latin ones take about a half
  let taken = 0;
  const cut = [...name].findIndex((letter) => (taken += letter >= "ᄀ" ? 1 : 0.55) > room);
  return cut < 0 ? name : `${[...name].slice(0, cut - 1).join("").trimEnd()}…`;
}

function counted({ naming }: App, discs: Discs, { from, to, edges }: { from: number; to: number; edges: Position[] }): Caption {
  const [a, b] = [discs.end(from), discs.end(to)];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, radius: 0, lines: [line(naming.number(edges.length), 12, true)], brief: null, forced: true };
}
