// The panel before anything is chosen: what the texts claim, who is well connected, the documents, all names.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import { clusterSection } from "../graph/cluster_panel.ts";
import type { Language, Position } from "../data/types.ts";
import { unfolding } from "../evidence/unfolding.ts";
import { entityButton } from "../graph/swatch.ts";
import { claims } from "./claims.ts";
import { growing, list } from "./growing.ts";
import { newest } from "./newest.ts";
import { text } from "./words.ts";

const CONNECTED = 8;
const DOCUMENTS = { first: 8, step: 50 };
const ENTITIES = { first: 100, step: 200 }; // search has all of them

export async function overviewPanel(app: App): Promise<Children> {
  const { data, naming } = app;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const ranked = data.graph.nodes.filter(({ rank }) => rank < CONNECTED).sort((a, b) => a.rank - b.rank);
  const documents = newest(data, data.documents.map((_, n) => n));
  const item = (n: Position): HTMLElement => documentItem(app, n);
  return [
    await claims(app),
    ranked.length ? element("section", {}, element("h2", {}, say("connected")),
      element("ul", { class: "list" }, ranked.map((node) => listed(app, node.id, say("neighbours", { count: node.degree }))))) : null,
    clusterSection(app),
    documents.length ? element("section", {}, element("h2", {}, say("documents", { count: documents.length })),
      await growing(app, documents, { ...DOCUMENTS, make: (some) => some.map(item) }, list())) : null,
    unfolding("everyone", say("allEntities", { count: data.entities.length }), () => everyone(app)),
  ];
}

function everyone(app: App): Promise<HTMLElement[]> {
  const { data, naming } = app;
  const make = (some: readonly Position[]): HTMLElement[] => some.map((n) => listed(app, n, naming.label(data.entities[n]!.type)));
  return growing(app, alphabetical(app), { ...ENTITIES, make }, list());
}

const orders = new WeakMap<App, Map<Language, Position[]>>();

/** All entities by name, sorted once for each language: 20,000 names take a moment. */
function alphabetical(app: App): Position[] {
  const { data, naming } = app;
  const known = orders.get(app) ?? new Map<Language, Position[]>();
  orders.set(app, known);
  let order = known.get(naming.language);
  if (!order) {
    order = data.entities.map((_, n) => n).sort((a, b) => naming.compare(naming.entity(a), naming.entity(b)));
    known.set(naming.language, order);
  }
  return order;
}

const listed = (app: App, n: Position, note: string): HTMLElement =>
  element("li", {}, entityButton(app, n), element("span", { class: "note" }, note));

function documentItem({ data, naming, store }: App, n: Position): HTMLElement {
  const { published } = data.documents[n]!;
  const open = (): void => store.change({ page: "texts", reading: { document: n, start: null, end: null } });
  return element("li", {}, button({ class: "entity", onclick: open }, name(naming.document(n))),
    published ? element("time", { class: "note", datetime: published }, published) : null);
}
