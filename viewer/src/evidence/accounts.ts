// What statements say about one fact: those that agree together, those that conflict side by side.

import type { Data } from "../data/data.ts";
import type { Conflict, Evidence, Position } from "../data/types.ts";
import { type Mates, mates } from "./mates.ts";

const UNFOLDED = 2; // quotes that a side shows at once

/** A place where a statement is made. */
export interface Sighting {
  statement: Position;
  evidence: Evidence;
  again?: boolean; // the quote shown before it is the same
}

/** Statements that agree. A hidden side is one that the filters leave out and that another side conflicts with. */
export interface Side {
  statements: Position[];
  shown: Sighting[];
  folded: Sighting[];
  hidden: boolean;
}

/** One side alone, or several that conflict, the earliest first; `kinds` says how. */
export interface Account {
  kinds: string[];
  sides: Side[];
}

/** All that is told about one subject, relation and object. */
export interface Fact {
  first: Position;
  accounts: Account[];
}

/** The facts that statements are about, each once, in their order. Asked for are these; others are there if visible. */
export function factsOf(data: Data, asked: readonly Position[], visible: (n: Position) => boolean): Fact[] {
  const known = mates(data);
  const wanted = new Set(asked);
  const told = new Set<readonly Position[]>();
  return asked.flatMap((first) => {
    const all = known.about(first);
    if (told.has(all)) return [];
    told.add(all);
    return [{ first, accounts: accountsOf(data, known, all, wanted, visible) }];
  });
}

/** Marks each quote that repeats the one shown before it: a sentence with a list of names states a fact of each. */
export function markRepeated(facts: readonly Fact[]): void {
  const place = ({ evidence: { document, start, end } }: Sighting): string => `${document} ${start} ${end}`;
  shownIn(facts).forEach((sighting, i, all) => {
    sighting.again = i > 0 && sighting.evidence.document !== null && place(sighting) === place(all[i - 1]!);
  });
}

const shownIn = (facts: readonly Fact[]): Sighting[] =>
  facts.flatMap(({ accounts }) => accounts).flatMap(({ sides }) => sides).flatMap(({ shown }) => shown);

/** The documents whose texts a fact shows before anything is unfolded. */
export const documentsOf = (facts: readonly Fact[]): (Position | null)[] =>
  shownIn(facts).map(({ evidence }) => evidence.document);

function accountsOf(
  data: Data, known: Mates, all: readonly Position[], wanted: ReadonlySet<Position>, visible: (n: Position) => boolean,
): Account[] {
  const open = new Set(all.filter((n) => wanted.has(n) || visible(n)));
  const opposed = new Set([...open].flatMap((n) => known.conflictsOf(n)).flatMap(({ statements }) => statements));
  const bySide = new Map<string, Position[]>();
  for (const n of [...open].sort((a, b) => Number(wanted.has(b)) - Number(wanted.has(a)))) put(bySide, sideKey(data, known, n), n);
  const unseen = new Map<string, Position[]>();
  for (const n of opposed) {
    const key = sideKey(data, known, n);
    if (!open.has(n) && !bySide.has(key)) put(unseen, key, n);
  }
  const sides = [bySide, unseen].flatMap((some) =>
    [...some.values()].map((statements) => sideOf(data, statements, wanted, some === unseen)));
  return joined(data, known, sides);
}

function put(lists: Map<string, Position[]>, key: string, n: Position): void {
  const list = lists.get(key);
  if (list) list.push(n);
  else lists.set(key, [n]);
}

/** Statements of one status agree, unless it is their amounts or dates that conflict. */
function sideKey(data: Data, known: Mates, n: Position): string {
  const { status, qualifiers } = data.statements[n]!;
  const kinds = known.conflictsOf(n).map(({ kind }) => kind);
  return [status, ...["amount", "date"].map((kind) => (kinds.includes(kind) ? qualifiers[kind] : ""))].join(" ");
}

/** The sides with those that they conflict with. */
function joined(data: Data, known: Mates, sides: Side[]): Account[] {
  const sideOfStatement = new Map(sides.flatMap((side) => side.statements.map((n) => [n, side] as const)));
  const accountOf = new Map(sides.map((side) => [side, { kinds: [], sides: [side] } as Account]));
  for (const conflict of new Set(sides.flatMap(({ statements }) => statements.flatMap((n) => known.conflictsOf(n))))) {
    const [one, ...others] = sidesIn(conflict, sideOfStatement);
    if (!one || !others.length) continue;
    const account = accountOf.get(one)!;
    account.kinds.push(conflict.kind);
    for (const side of others.filter((other) => accountOf.get(other) !== account)) {
      const { kinds, sides: further } = accountOf.get(side)!;
      account.kinds.push(...kinds);
      account.sides.push(...further);
      for (const moved of further) accountOf.set(moved, account);
    }
  }
  const order = data.core.statuses;
  const rank = ({ statements: [n] }: Side): number => order.indexOf(data.statements[n!]!.status);
  return [...new Set(accountOf.values())].map(({ kinds, sides: several }) => ({
    kinds: [...new Set(kinds)],
    sides: several.sort((a, b) => (said(data, a) < said(data, b) ? -1 : said(data, a) > said(data, b) ? 1 : rank(a) - rank(b))),
  }));
}

function sidesIn({ statements }: Conflict, sideOfStatement: ReadonlyMap<Position, Side>): Side[] {
  return [...new Set(statements.map((n) => sideOfStatement.get(n)).filter((side) => side !== undefined))];
}

/** The article's own words before those of somebody it quotes, the earlier before the later; what was asked for first. */
function sideOf(data: Data, statements: Position[], wanted: ReadonlySet<Position>, hidden: boolean): Side {
  const key = ({ statement, evidence }: Sighting): string =>
    [Number(!wanted.has(statement)), Number(data.statements[statement]!.speaker !== null), published(data, evidence)].join(" ");
  const sightings = statements.flatMap((statement) => data.statements[statement]!.evidence.map((evidence) => ({ statement, evidence })))
    .map((sighting) => ({ sighting, key: key(sighting) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ sighting }) => sighting);
  const askedFor = sightings.filter(({ statement }) => wanted.has(statement)).length;
  const shown = hidden ? 0 : Math.min(UNFOLDED, askedFor || UNFOLDED);
  return { statements, shown: sightings.slice(0, shown), folded: sightings.slice(shown), hidden };
}

const published = (data: Data, { document }: Evidence): string =>
  (document === null ? null : data.documents[document]!.published) ?? "9";

/** The day on which a document first said so. */
export function said(data: Data, { shown, folded }: Side): string {
  return [...shown, ...folded].reduce((first, { evidence }) => {
    const date = published(data, evidence);
    return date < first ? date : first;
  }, "9").replace(/^9$/, "");
}

/** How many documents say so; a text stored twice counts once. */
export const sources = (data: Data, { shown, folded }: Side): number =>
  new Set([...shown, ...folded].map(({ evidence: { document } }) => document === null ? null : data.documents[document]!.original)).size;
