// The panel of a cluster: how large it is, who is in it, what its ties are, and what it is tied to.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { GraphNode, Position } from "../data/types.ts";
import { visible } from "../filter/visible.ts";
import { clusterOf } from "./bundles.ts";
import { everyone, tree } from "./clusters.ts";
import { fold, unfold } from "./folding.ts";
import { groupName } from "./groups.ts";
import { scene } from "./scene.ts";
import { entityButton } from "./swatch.ts";
import { text } from "./words.ts";

const LISTED = 30; // members listed at once
const RELATIONS = 6;
const TIED = 8;

export async function clusterPanel(app: App, cluster: Position): Promise<Children> {
  const { data: { graph }, naming } = app;
  const { group, size } = graph.clusters[cluster]!;
  const members = everyone(graph, cluster);
  return element("div", { class: "cluster" },
    element("p", { class: "kind" }, text(naming.language, "cluster", { group: groupName(app, group) })),
    element("h2", { id: "panel-heading", tabindex: "-1" }, members.slice(0, 2).map(({ id }, i) => [i ? ", " : "", name(naming.entity(id))]), " …"),
    element("p", { class: "note" }, text(naming.language, "members", { count: size })),
    steps(app, cluster), tied(app, cluster), inner(app, cluster), relations(app, members), ranked(app, members));
}

function steps(app: App, cluster: Position): HTMLElement {
  const { data: { graph }, naming, store } = app;
  const { parent } = graph.clusters[cluster]!;
  const open = store.view.unfolded.has(cluster);
  const turn = (): void => (open ? fold : unfold)(app, cluster);
  return element("p", { class: "steps" }, button({ id: "unfold", onclick: turn }, text(naming.language, open ? "fold" : "unfold")),
    parent === null ? null : button({ onclick: () => choose(app, parent) }, text(naming.language, "outer")));
}

const choose = ({ store }: App, cluster: Position): void => store.change({ selection: { kind: "cluster", cluster } });

/** A button with the best known of a cluster, which chooses it. */
function clusterButton(app: App, cluster: Position): HTMLElement {
  const { names, group } = app.data.graph.clusters[cluster]!;
  return button({ class: "entity", "data-cluster": cluster, onclick: () => choose(app, cluster) },
    element("span", {}, `${groupName(app, group)}: `, names.slice(0, 2).map((n, i) => [i ? ", " : "", name(app.naming.entity(n))]), " …"));
}

/** The outermost clusters of a large graph, the largest first: what the discs show, for those who do not see them. */
export function clusterSection(app: App): HTMLElement | null {
  const { data: { graph }, naming } = app;
  const roots = tree(graph).roots.toSorted((a, b) => graph.clusters[b]!.size - graph.clusters[a]!.size || a - b);
  if (!roots.length) return null;
  const rows = roots.map((n) => item(clusterButton(app, n), text(naming.language, "members", { count: graph.clusters[n]!.size })));
  return element("details", { class: "clusters" }, element("summary", {}, text(naming.language, "clusters", { count: roots.length })),
    element("ul", { class: "list" }, rows));
}

function section(heading: string, items: HTMLElement[]): HTMLElement | null {
  return items.length ? element("section", {}, element("h3", {}, heading), element("ul", { class: "list" }, items)) : null;
}

const item = (label: Children, note: string): HTMLElement => element("li", {}, label, element("span", { class: "note" }, note));

function tied(app: App, cluster: Position): HTMLElement | null {
  const { naming } = app;
  const others = scene(app).bundles.flatMap(({ from, to, edges }) => {
    const ends = [clusterOf(from), clusterOf(to)];
    const other = ends[0] === cluster ? ends[1] : ends[1] === cluster ? ends[0] : null;
    return other === null || other === undefined ? [] : [item(clusterButton(app, other), text(naming.language, "ties", { count: edges.length }))];
  });
  return section(text(naming.language, "tied"), others.slice(0, TIED));
}

function inner(app: App, cluster: Position): HTMLElement | null {
  const { data: { graph }, naming } = app;
  return section(text(naming.language, "inner"), tree(graph).children[cluster]!.map((n) =>
    item(clusterButton(app, n), text(naming.language, "members", { count: graph.clusters[n]!.size }))));
}

function relations(app: App, members: readonly GraphNode[]): HTMLElement | null {
  const { data, naming } = app;
  const shown = visible(app);
  const there = new Set(members.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id } of members) for (const n of data.factsOf[id]!) {
    const { subject, object, predicate } = data.statements[n]!;
    if (subject === id && there.has(object) && shown(n)) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, RELATIONS);
  return section(text(naming.language, "relations"), sorted.map(([predicate, count]) =>
    item(naming.predicate(predicate), text(naming.language, "facts", { count }))));
}

function ranked(app: App, members: readonly GraphNode[]): HTMLElement {
  const { naming } = app;
  const row = ({ id, degree }: GraphNode): HTMLElement => item(entityButton(app, id), text(naming.language, "neighbours", { count: degree }));
  const list = element("ul", { class: "list" }, members.slice(0, LISTED).map(row));
  const more = button({ class: "more", onclick: () => extend() });
  const extend = (): void => {
    const next = members.slice(list.children.length, list.children.length + LISTED).map(row);
    list.append(...next);
    next[0]?.querySelector("button")?.focus();
    label();
  };
  const label = (): void => {
    more.hidden = list.children.length >= members.length;
    more.textContent = text(naming.language, "more", { count: Math.min(LISTED, members.length - list.children.length) });
  };
  label();
  return element("section", {}, element("h3", {}, text(naming.language, "members", { count: members.length })),
    element("p", { class: "note" }, text(naming.language, "membersNote")), list, more);
}
