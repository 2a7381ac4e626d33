// What stands on the canvas for a view, and where: nodes, edges, and of a large graph discs for its clusters.

import type { App } from "../app.ts";
import type { Data } from "../data/data.ts";
import type { GraphEdge, GraphNode, Position } from "../data/types.ts";
import { brokersLamp } from "../brokers/lamp.ts";
import { visible } from "../filter/visible.ts";
import { revealed, within } from "../focus/within.ts";
import type { View } from "../state/view.ts";
import { type Bundle, type Spot, bundles, discOf } from "./bundles.ts";
import { MOST, cover, everyone, tree } from "./clusters.ts";
import { spread } from "./spread.ts";

type Place = readonly [number, number];

export interface Scene {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  /** Folded clusters by position, with the number of their nodes that the filters leave. */
  discs: ReadonlyMap<Position, number>;
  /** Unfolded clusters, each after the one that holds it. */
  open: readonly Position[];
  bundles: readonly Bundle[];
  place: (node: GraphNode) => Place;
  /** What stands for an entity: its node, the disc that holds it, or nothing. */
  spot: (entity: Position) => Spot | null;
  /** Whether it was laid out for this view and not by the build. */
  live: boolean;
}

const LEADING = 40; // best connected nodes that a large graph shows besides its discs
const FEW = 300; // nodes that filters leave of a large graph from which they are drawn themselves
const CHOSEN = 25; // facts whose ends are drawn wherever they are
const KEYS = ["filter", "selection", "arrangement", "focus", "expanded", "collapsed", "unfolded",
  "pathing", "path", "pins", "page", "broker"] as const;
const BROKERED = 200; // ends of a broker's two-paths that are drawn wherever they are

const latest = new WeakMap<Data, { view: View; ranked: boolean; scene: Scene }>();

/** The scene of the view; the same object as long as nothing changes that it depends on. */
export function scene(app: App): Scene {
  const { data, store: { view } } = app;
  const known = latest.get(data);
  const ranked = Boolean(data.brokers);
  if (known && known.ranked === ranked && KEYS.every((key) => known.view[key] === view[key])) return known.scene;
  const made = staged(app);
  latest.set(data, { view, ranked, scene: made });
  return made;
}

function staged(app: App): Scene {
  const { data, store: { view } } = app;
  const shown = visible(app);
  const edges = data.graph.edges.filter((edge) => edge.statements.some(shown));
  const asked = new Set([...revealed(app), ...chosenEnds(app), ...[...(brokersLamp(app)?.nodes ?? [])].slice(0, BROKERED)]);
  const alive = new Set(asked);
  for (const { from, to } of edges) alive.add(from).add(to);
  const left = within(app);
  const nodes = data.graph.nodes.filter(({ id }) => alive.has(id) && (!left || left.has(id) || asked.has(id)));
  if (data.graph.clusters.length && !view.focus && nodes.length > FEW) return overview(app, nodes, edges, asked);
  return plain(app, nodes, edges);
}

/** Each node by itself. */
function plain({ data, store: { view } }: App, nodes: GraphNode[], edges: GraphEdge[]): Scene {
  const drawn = nodes.length > MOST ? nodes.toSorted((a, b) => a.rank - b.rank).slice(0, MOST) : nodes;
  const there = new Set(drawn.map(({ id }) => id));
  const between = edges.filter(({ from, to }) => there.has(from) && there.has(to));
  // The build's places are far apart where most of the nodes between them are not drawn.
  const live = data.graph.clusters.length > 0 || (view.focus !== null && drawn.length * 3 < data.graph.nodes.length);
  return {
    nodes: drawn, edges: between, discs: new Map(), open: [], bundles: [], live,
    place: placing(view, live ? spread(drawn, between) : null),
    spot: (entity) => (there.has(entity) ? entity : null),
  };
}

function placing({ arrangement, pins }: View, own: ReadonlyMap<Position, Place> | null): (node: GraphNode) => Place {
  return (node) => pins.get(node.id) ?? own?.get(node.id) ?? (arrangement === "grouped" ? node.grouped : [node.x, node.y]);
}

/** Discs for the folded clusters, and over them the nodes of the unfolded, the best connected and the revealed. */
function overview({ data, store: { view } }: App, nodes: GraphNode[], edges: GraphEdge[], asked: ReadonlySet<Position>): Scene {
  const { graph } = data;
  const alive = new Set(nodes);
  const ranked = tree(graph).ranked.filter((node) => alive.has(node));
  const leading = [...ranked.filter(({ id }) => asked.has(id)), ...ranked.slice(0, LEADING)].slice(0, MOST / 2);
  const { folded, open } = cover(graph, view.unfolded, MOST - new Set(leading).size, (node) => alive.has(node));
  const drawn = [...new Set([...leading, ...[...open.values()].flat()])].sort((a, b) => a.id - b.id);
  const spots = new Map<Position, Spot>();
  const discs = new Map<Position, number>();
  for (const cluster of folded) {
    const members = everyone(graph, cluster).filter((node) => alive.has(node));
    if (members.length) discs.set(cluster, members.length);
    for (const { id } of members) spots.set(id, discOf(cluster));
  }
  for (const { id } of drawn) spots.set(id, id);
  const spot = (entity: Position): Spot | null => spots.get(entity) ?? null;
  const chosen = new Set(view.selection?.kind === "entity" ? [view.selection.entity] : []);
  const itself = (entity: Position): boolean => spots.get(entity) === entity;
  return {
    nodes: drawn, edges: edges.filter(({ from, to }) => itself(from) && itself(to)), discs,
    open: outermostFirst(graph, open.keys()), bundles: bundles(edges, spot, chosen), live: false, place: placing(view, null), spot,
  };
}

function outermostFirst(graph: Data["graph"], open: Iterable<Position>): Position[] {
  const wanted = new Set(open);
  const { roots, children } = tree(graph);
  const walk = (n: Position): Position[] => (wanted.has(n) ? [n, ...children[n]!.flatMap(walk)] : []);
  return roots.flatMap(walk);
}

/** The ends of the facts that are chosen. */
function chosenEnds({ data, store: { view: { selection } } }: App): Position[] {
  if (selection?.kind !== "facts") return [];
  return selection.statements.slice(0, CHOSEN).flatMap((n) => [data.statements[n]!.subject, data.statements[n]!.object]);
}
