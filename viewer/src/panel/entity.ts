// The panel of one entity: its names, groups, facts and the texts that name it.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Membership, Position } from "../data/types.ts";
import { fact } from "../evidence/fact.ts";
import { entityActions } from "../focus/actions.ts";
import { visible } from "../filter/visible.ts";
import { swatch } from "../graph/swatch.ts";
import { text } from "./words.ts";

export async function entityPanel(app: App, n: Position): Promise<Children> {
  const { data, naming } = app;
  const { type, name: written, names, aliases, groups, sameAs } = data.entities[n]!;
  const facts = data.factsOf[n]!.filter(visible(app));
  await data.texted(data.documentsOf(facts));
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const detail = (key: Parameters<typeof text>[1], values: Children[]): Children =>
    values.length ? [element("dt", {}, say(key)), element("dd", {}, values.map((value, i) => [i ? ", " : "", value]))] : null;
  const full = naming.entity(n);
  const others = [...new Set([written, ...Object.values(names), ...aliases])].filter((other) => other !== full);
  return [
    element("p", { class: "kind" }, swatch(app, type), naming.label(type)),
    element("h2", { id: "panel-heading", tabindex: "-1" }, name(full)),
    entityActions(app, n),
    element("dl", {}, detail("aliases", others.map((alias) => name(alias))),
      detail("groups", groups.map((membership) => groupItem(app, membership))), detail("sameAs", sameAs.map((iri) => name(iri)))),
    element("p", { class: "note" }, facts.length ? say("facts", { count: facts.length }) : say("noFacts")),
    byRelation(app, n, facts),
    await namedIn(app, n),
  ];
}

/** The documents that name an entity; each opens at the first place. */
async function namedIn(app: App, n: Position): Promise<HTMLElement | null> {
  const { data, naming, store } = app;
  const documents = data.namedIn[n]!;
  await data.texted(documents);
  if (!documents.length) return null;
  return element("section", { class: "relation named" }, element("h3", {}, text(naming.language, "namedIn")),
    element("ul", { class: "list" }, documents.map((d) => {
      const places = data.text(d).mentions.filter(([, , entity]) => entity === n);
      const [start, end] = places[0] ?? [null, null];
      const open = (): void => store.change({ page: "texts", reading: { document: d, start, end } });
      return element("li", {}, button({ class: "entity", onclick: open }, name(naming.document(d))),
        element("span", { class: "note" }, text(naming.language, "times", { count: places.length })));
    })));
}

/** A country that texts lead to opens the facts that lead there; one that the gazetteer supplied says so. */
function groupItem({ naming, store }: App, { group, chain, gazetteer }: Membership): HTMLElement {
  const named = name(naming.group(group));
  const open = (): void => store.change({ selection: { kind: "facts", statements: chain } });
  const shown = chain.length ? button({ class: "link", onclick: open }, named) : named;
  if (gazetteer === null) return shown;
  return element("span", {}, shown, element("span", { class: "note" }, ` (${text(naming.language, "gazetteer")})`));
}

function byRelation(app: App, n: Position, facts: Position[]): Children {
  const { data, naming } = app;
  const relations = new Map<string, Position[]>();
  for (const f of facts) {
    const { predicate, subject } = data.statements[f]!;
    const key = `${subject === n ? "→" : "←"} ${predicate}`;
    relations.set(key, [...(relations.get(key) ?? []), f]);
  }
  const other = (f: Position): Position => {
    const { subject, object } = data.statements[f]!;
    return subject === n ? object : subject;
  };
  const order = ([key, members]: [string, Position[]]): number => (data.isClaim(members[0]!) ? 0 : key.startsWith("→") ? 1 : 2);
  const byOther = (a: Position, b: Position): number => naming.compare(naming.entity(other(a)), naming.entity(other(b))) || a - b;
  return [...relations].sort((a, b) => order(a) - order(b) || (a[0] < b[0] ? -1 : 1)).map(([key, members]) =>
    element("section", { class: data.isClaim(members[0]!) ? "relation accent" : "relation" },
      element("h3", {}, element("span", { class: "arrow", "aria-hidden": "true" }, key[0]!), naming.predicate(key.slice(2))),
      members.sort(byOther).map((f, i) => fact(app, f, { around: n, repeated: i > 0 && other(members[i - 1]!) === other(f) }))));
}

