// The panel before anything is chosen: what the texts claim, who is well connected, the documents, all names.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { clusterSection } from "../graph/cluster_panel.ts";
import { entityButton } from "../graph/swatch.ts";
import { text } from "./words.ts";

const FIRST = 8; // best connected entities
const LISTED = 200; // entities or documents listed at once; search has all of them

export async function overviewPanel(app: App): Promise<Children> {
  const { data, naming } = app;
  const claimed = data.graph.edges.filter((edge) => edge.claim && edge.status === "asserted");
  await data.texted(data.documentsOf(claimed.flatMap((edge) => edge.statements)));
  const ranked = data.graph.nodes.toSorted((a, b) => a.rank - b.rank).slice(0, FIRST);
  const everyone = data.entities.map((_, n) => n).sort((a, b) => naming.compare(naming.entity(a), naming.entity(b)));
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  return [
    claims(app),
    element("section", {}, element("h2", {}, say("connected")),
      element("ul", { class: "list" }, ranked.map((node) => listed(app, node.id, say("neighbours", { count: node.degree }))))),
    clusterSection(app),
    element("section", {}, element("h2", {}, say("documents")),
      element("ul", { class: "list" }, data.documents.slice(0, LISTED).map((_, n) => documentItem(app, n)))),
    element("details", {}, element("summary", {}, say("allEntities", { count: data.entities.length })),
      element("ul", { class: "list" }, everyone.slice(0, LISTED).map((n) => listed(app, n, naming.label(data.entities[n]!.type))))),
  ];
}

const listed = (app: App, n: Position, note: string): HTMLElement =>
  element("li", {}, entityButton(app, n), element("span", { class: "note" }, note));

function documentItem({ data, naming, store }: App, n: Position): HTMLElement {
  const { published } = data.documents[n]!;
  const open = (): void => store.change({ page: "texts", reading: { document: n, start: null, end: null } });
  return element("li", {}, button({ class: "entity", onclick: open }, name(naming.document(n))),
    published ? element("time", { class: "note", datetime: published }, published) : null);
}

function claims(app: App): HTMLElement | null {
  const { data, naming } = app;
  const bySubject = new Map<Position, Position[]>();
  for (const edge of data.graph.edges) {
    if (edge.claim && edge.status === "asserted") bySubject.set(edge.from, [...(bySubject.get(edge.from) ?? []), edge.id]);
  }
  if (!bySubject.size) return null;
  return element("section", { class: "claims" }, element("h2", {}, text(naming.language, "claims")),
    [...bySubject].map(([subject, edges]) => claim(app, subject, edges)),
    element("p", { class: "note" }, text(naming.language, "claimsNote")));
}

function claim(app: App, subject: Position, ids: Position[]): HTMLElement {
  const { data, naming, store } = app;
  const edges = ids.map((id) => data.graph.edges[id]!);
  // The article's own words stand before those of somebody it quotes.
  const facts = edges.flatMap((edge) => edge.statements).filter((n) => data.isClaim(n))
    .sort((a, b) => Number(data.statements[a]!.speaker !== null) - Number(data.statements[b]!.speaker !== null) || a - b);
  const quotes = facts.flatMap((n) => data.statements[n]!.evidence);
  const native = quotes.find(({ document: n }) => n !== null && data.documents[n]!.language === naming.language);
  return button({ class: "claim", onclick: () => store.change({ selection: { kind: "facts", statements: facts } }) },
    name(naming.entity(subject), { class: "who" }),
    element("span", { class: "sides" }, edges.map((edge, i) => [i ? " · " : "", name(naming.entity(edge.to))])),
    element("q", {}, data.quote(native ?? quotes[0]!)));
}
