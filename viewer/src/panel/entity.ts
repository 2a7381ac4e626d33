// The panel of one entity: its names, groups, ids, facts and the texts that name it.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Membership, Position } from "../data/types.ts";
import { copy } from "../evidence/copying.ts";
import { entityActions } from "../focus/actions.ts";
import { visible } from "../filter/visible.ts";
import { swatch } from "../graph/swatch.ts";
import { growing, list } from "./growing.ts";
import { newest } from "./newest.ts";
import { relations } from "./relations.ts";
import { text } from "./words.ts";

const DOCUMENTS = { first: 8, step: 25 };

export async function entityPanel(app: App, n: Position): Promise<Children> {
  const { data, naming } = app;
  const { type } = data.entities[n]!;
  const facts = data.factsOf[n]!.filter(visible(app));
  const [byRelation, named] = await Promise.all([relations(app, n, facts), namedIn(app, n)]);
  return [
    element("p", { class: "kind" }, swatch(app, type), naming.label(type)),
    element("h2", { id: "panel-heading", tabindex: "-1" }, name(naming.entity(n))),
    entityActions(app, n),
    known(app, n),
    element("p", { class: "note" }, facts.length
      ? text(naming.language, "facts", { count: facts.length }) : text(naming.language, "noFacts")),
    byRelation,
    named,
  ];
}

/** What is known of the entity itself. */
function known(app: App, n: Position): HTMLElement {
  const { data, naming } = app;
  const { id, name: written, names, aliases, groups, sameAs } = data.entities[n]!;
  const detail = (key: Parameters<typeof text>[1], values: Children[]): Children =>
    values.length ? [element("dt", {}, text(naming.language, key)), element("dd", {}, values)] : null;
  const apart = (values: Children[]): Children[] => values.map((value, i) => [i ? ", " : "", value]);
  const others = [...new Set([written, ...Object.values(names), ...aliases])].filter((other) => other !== naming.entity(n));
  return element("dl", {}, detail("aliases", apart(others.map((alias) => name(alias)))),
    detail("groups", apart(groups.map((membership) => groupItem(app, membership)))),
    detail("ids", [id, ...sameAs].map((one) => identifier(app, one))));
}

function identifier(app: App, id: string): HTMLElement {
  const { language } = app.naming;
  return element("div", { class: "identifier" }, name(id),
    button({ class: "link", "aria-label": text(language, "copyId", { id }), onclick: () => void copy(app, id) }, text(language, "copy")));
}

/** The documents that name an entity; each opens at the first place. */
async function namedIn(app: App, n: Position): Promise<HTMLElement | null> {
  const { data, naming } = app;
  const documents = newest(data, data.namedIn[n]!);
  if (!documents.length) return null;
  const make = async (some: readonly Position[]): Promise<HTMLElement[]> => {
    await data.texted(some);
    return some.map((document) => namingItem(app, n, document));
  };
  return element("section", { class: "relation named" },
    element("h3", {}, text(naming.language, "namedIn", { count: documents.length })),
    await growing(app, documents, { ...DOCUMENTS, make }, list()));
}

function namingItem({ data, naming, store }: App, n: Position, document: Position): HTMLElement {
  const places = data.text(document).mentions.filter(([, , entity]) => entity === n);
  const [start, end] = places[0] ?? [null, null];
  const open = (): void => store.change({ page: "texts", reading: { document, start, end } });
  return element("li", {}, button({ class: "entity", onclick: open }, name(naming.document(document))),
    element("span", { class: "note" }, text(naming.language, "times", { count: places.length })));
}

/** A country that texts lead to opens the facts that lead there; one that the gazetteer supplied says so. */
function groupItem({ naming, store }: App, { group, chain, gazetteer }: Membership): HTMLElement {
  const named = name(naming.group(group));
  const open = (): void => store.change({ selection: { kind: "facts", statements: chain } });
  const shown = chain.length ? button({ class: "link", onclick: open }, named) : named;
  if (gazetteer === null) return shown;
  return element("span", {}, shown, element("span", { class: "note" }, ` (${text(naming.language, "gazetteer")})`));
}
