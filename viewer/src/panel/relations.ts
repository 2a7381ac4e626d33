// The facts of an entity by relation, the claims of bridging first.

import type { App } from "../app.ts";
import { element, hidden } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { type Fact, factsOf } from "../evidence/accounts.ts";
import { articles } from "../evidence/fact.ts";
import { mates } from "../evidence/mates.ts";
import { visible } from "../filter/visible.ts";
import { growing } from "./growing.ts";

const ALL = 40; // facts that an entity may have to see them all at once
const FIRST = 5; // of a relation, where it has more
const STEP = 25;

type Direction = "→" | "←" | "↔";
interface Relation {
  direction: Direction;
  predicate: string;
  facts: Fact[];
}

export async function relations(app: App, n: Position, statements: Position[]): Promise<HTMLElement[]> {
  const told = factsOf(app.data, statements, visible(app));
  const first = told.length > ALL ? FIRST : ALL;
  return Promise.all(sorted(app, grouped(app, n, told)).map((relation) => section(app, n, relation, first)));
}

async function section(app: App, n: Position, { direction, predicate, facts }: Relation, first: number): Promise<HTMLElement> {
  const { data, naming } = app;
  const names = new Map(facts.map((fact) => [fact, naming.entity(other(app, n, fact))]));
  facts.sort((a, b) => naming.compare(names.get(a)!, names.get(b)!) || a.first - b.first);
  const make = (some: readonly Fact[]): Promise<HTMLElement[]> => articles(app, some, n);
  return element("section", { class: data.isClaim(facts[0]!.first) ? "relation accent" : "relation" },
    element("h3", {}, element("span", { class: "arrow" }, hidden(direction)), naming.predicate(predicate)),
    await growing(app, facts, { first, step: STEP, make }, element("div")));
}

function other({ data }: App, n: Position, { first }: Fact): Position {
  const { subject, object } = data.statements[first]!;
  return subject === n ? object : subject;
}

function grouped({ data }: App, n: Position, told: Fact[]): Relation[] {
  const { symmetric } = mates(data);
  const found = new Map<string, Relation>();
  for (const fact of told) {
    const { predicate, subject } = data.statements[fact.first]!;
    const direction = symmetric.has(predicate) ? "↔" : subject === n ? "→" : "←";
    const key = `${direction} ${predicate}`;
    const relation = found.get(key) ?? { direction, predicate, facts: [] };
    found.set(key, relation);
    relation.facts.push(fact);
  }
  return [...found.values()];
}

function sorted({ data }: App, all: Relation[]): Relation[] {
  const place = ({ direction, predicate }: Relation): string =>
    `${predicate === data.graph.claim ? 0 : 1}${["→", "↔", "←"].indexOf(direction)} ${predicate}`;
  return all.map((relation) => ({ relation, key: place(relation) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ relation }) => relation);
}
