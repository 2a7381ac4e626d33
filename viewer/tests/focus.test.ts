import assert from "node:assert/strict";
import test from "node:test";
import type { App } from "../src/app.ts";
import { towards } from "../src/focus/direction.ts";
import { around } from "../src/focus/neighbourhood.ts";
import { Ties, factsBetween, ties } from "../src/focus/ties.ts";
import { within } from "../src/focus/within.ts";
import { type View, initial, unfiltered } from "../src/state/view.ts";

// 0 is tied to 1, 2 and 3; 3 to 4, 4 to 5; 1 to 2.
const PAIRS = [[0, 1], [0, 2], [0, 3], [3, 4], [4, 5], [1, 2]] as const;

/** What the functions need of the page, of facts `[subject, object, relation, confidence, documents]`. */
function app(facts: readonly (readonly [number, number, string?, number?, number[]?])[], patch: Partial<View> = {}): App {
  const statements = facts.map(([subject, object, predicate = "partnersWith", confidence = 0.5, documents = [0]]) => ({
    subject, object, predicate, confidence, status: "asserted", qualifiers: {}, speaker: null,
    evidence: documents.map((document) => ({ document, start: 0, end: 1 })),
  }));
  const count = Math.max(...facts.flatMap(([a, b]) => [a, b])) + 1;
  const entities = Array.from({ length: count }, () => ({ type: "Company", groups: [] }));
  const nodes = entities.map((_, id) => ({ id, rank: count - id }));
  const data = {
    statements, entities, graph: { nodes, edges: [] }, documents: [{}, {}, {}], nodeOf: new Map(nodes.map((node) => [node.id, node])),
    factsOf: entities.map((_, n) => statements.flatMap((s, f) => (s.subject === n || s.object === n ? [f] : []))),
  };
  const filter = { ...unfiltered }; // its own, as what passes is known by the filter
  return { data, store: { view: { ...initial("ko"), filter, ...patch } } } as unknown as App;
}
const left = (patch: Partial<View>): number[] | null => {
  const found = within(app(PAIRS, patch));
  return found && [...found].sort();
};

test("a neighbourhood grows by ties, the better ranked first among equals", () => {
  const ties = new Ties(6, PAIRS.map(([a, b]) => [a, b, 0]));
  const rank = (n: number): number => 10 - n;
  assert.deepEqual(around(ties, [0], 1, rank), [0, 3, 2, 1]);
  assert.deepEqual(around(ties, [0], 2, rank), [0, 3, 2, 1, 4]);
  assert.deepEqual(around(ties, [1, 5], 1, rank), [1, 5, 4, 2, 0]);
});

test("without focus or collapse all is left", () => assert.equal(left({}), null));

test("focus leaves its neighbourhood, and what is expanded or selected", () => {
  const focus = { entities: [0], depth: 1 };
  assert.deepEqual(left({ focus }), [0, 1, 2, 3]);
  assert.deepEqual(left({ focus, expanded: new Set([5]) }), [0, 1, 2, 3, 5]);
  assert.deepEqual(left({ focus, selection: { kind: "entity", entity: 4 } }), [0, 1, 2, 3, 4]);
});

test("a focus is never deeper than three ties, whatever an address says", () => {
  const line = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]] as const;
  const found = within(app(line, { focus: { entities: [0], depth: 99 } }));
  assert.deepEqual([...found!], [0, 1, 2, 3]);
});

test("collapse folds what hangs on an entity alone, not what has another tie", () => {
  assert.deepEqual(left({ collapsed: new Set([4]) }), [0, 1, 2, 3, 4]);
  assert.deepEqual(left({ collapsed: new Set([0]) }), [0, 1, 2, 3, 4, 5]);
  // Within the focus 3 has no tie but to 0.
  assert.deepEqual(left({ focus: { entities: [0], depth: 1 }, collapsed: new Set([0]) }), [0, 1, 2]);
});

test("the centre of a focus and what is expanded are not folded", () => {
  assert.deepEqual(left({ focus: { entities: [5], depth: 1 }, collapsed: new Set([4]) }), [4, 5]);
  assert.deepEqual(left({ expanded: new Set([5]), collapsed: new Set([4]) }), [0, 1, 2, 3, 4, 5]);
});

test("ties follow the filter and leave relations out", () => {
  const facts = [[0, 1], [1, 2, "bridges"]] as const;
  assert.deepEqual([...ties(app(facts)).neighbours(1)], [0, 2]);
  assert.deepEqual([...ties(app(facts), ["bridges"]).neighbours(1)], [0]);
  const filtered = app(facts);
  Object.assign(filtered.store.view, { filter: { ...filtered.store.view.filter, statuses: new Set(["asserted"]) } });
  assert.deepEqual([...ties(filtered).neighbours(1)], []);
});

test("independent sources leave less doubt, one document twice does not", () => {
  const doubt = (...facts: Parameters<typeof app>[0][number][]): number => ties(app(facts)).doubts(0)[0]!;
  assert.equal(doubt([0, 1, "r", 0.75, [0]]), 250_000);
  assert.equal(doubt([0, 1, "r", 0.75, [0, 1]]), 62_500);
  assert.equal(doubt([0, 1, "r", 0.75, [0]], [1, 0, "s", 0.5, [0]]), 250_000);
  assert.equal(doubt([0, 1, "r", 0.75, [0]], [1, 0, "s", 0.5, [1]]), 125_000);
});

test("facts between two are those that are followed", () => {
  const facts = [[0, 1], [1, 0, "bridges"], [0, 2], [0, 0]] as const;
  assert.deepEqual(factsBetween(app(facts), 0, 1), [0, 1]);
  assert.deepEqual(factsBetween(app(facts), 1, 0, ["bridges"]), [0]);
});

test("an arrow leads to the nearest that way, what is ahead before what is aside", () => {
  const spots = [{ id: 0, x: 100, y: 10 }, { id: 1, x: 10, y: 60 }, { id: 2, x: -5, y: -200 }, { id: 3, x: 60, y: 70 }];
  const from = { x: 0, y: 0 };
  const to = (right: number, down: number): number | undefined => towards(spots, from, [right, down])?.id;
  assert.equal(to(1, 0), 0);
  assert.equal(to(0, 1), 1);
  assert.equal(to(0, -1), 2);
  assert.equal(to(-1, 0), 2, "nothing is nearer to the left than what is also far up");
  assert.equal(towards(spots, { x: 500, y: 0 }, [1, 0]), null);
});
