import assert from "node:assert/strict";
import { test } from "node:test";
import { type Fact, documentsOf, factsOf, markRepeated, said, sources } from "../../src/evidence/accounts.ts";
import { made, statement } from "./made.ts";

const every = (): boolean => true;
const THREE = [{ text: "first", published: "2024-03-01" }, { text: "second", published: "2024-01-01" }, { text: "third" }];

/** Of each account its kinds, and of each side its statements, with how many quotes it shows and folds. */
const shape = (facts: Fact[]): unknown => facts.map(({ accounts }) => accounts.map(({ kinds, sides }) =>
  [kinds.join(), ...sides.map(({ statements, shown, folded, hidden }) => [statements, shown.length, folded.length, hidden])]));

test("statements of one fact are one, with the first two quotes unfolded", async () => {
  const data = await made(THREE, [
    statement({ qualifiers: { date: "2024" }, at: [[0, 0, 5]] }), statement({ speaker: 2, at: [[1, 0, 5]] }), statement({ at: [[2, 0, 5]] }),
    statement({ object: 2 }),
  ]);
  const facts = factsOf(data, [0, 1, 2, 3], every);
  assert.deepEqual(shape(facts), [[["", [[0, 1, 2], 2, 1, false]]], [["", [[3], 1, 0, false]]]]);
  const [side] = facts[0]!.accounts[0]!.sides;
  assert.deepEqual(side!.shown.map((sighting) => sighting.statement), [0, 2], "the texts' own words come first");
  assert.equal(said(data, side!), "2024-01-01");
  assert.equal(sources(data, side!), 3);
  assert.deepEqual(documentsOf(facts), [0, 2, 0]);
});

test("what was asked for is shown, what else says so is folded", async () => {
  const data = await made(THREE, [statement({ at: [[1, 0, 5]] }), statement({ qualifiers: { date: "2024" } })]);
  const [fact] = factsOf(data, [1], every);
  const [side] = fact!.accounts[0]!.sides;
  assert.deepEqual([side!.shown.map(({ statement: n }) => n), side!.folded.map(({ statement: n }) => n)], [[1], [0]]);
  assert.deepEqual(shape(factsOf(data, [1], () => false)), [[["", [[1], 1, 0, false]]]], "filters leave the others out");
});

test("a denial stands beside what it denies, the earlier first", async () => {
  const data = await made(THREE, [statement(), statement({ status: "negated", at: [[1, 0, 5]] })], [{ kind: "denied", statements: [1, 0] }]);
  assert.deepEqual(shape(factsOf(data, [0, 1], every)), [[["denied", [[1], 1, 0, false], [[0], 1, 0, false]]]]);
  assert.deepEqual(shape(factsOf(data, [0], every)), [[["denied", [[1], 1, 0, false], [[0], 1, 0, false]]]]);
});

test("a denial that the filters hide is there, folded", async () => {
  const data = await made(THREE, [statement(), statement({ status: "negated" })], [{ kind: "denied", statements: [0, 1] }]);
  assert.deepEqual(shape(factsOf(data, [0], (n) => n === 0)), [[["denied", [[0], 1, 0, false], [[1], 0, 1, true]]]]);
});

test("without a conflict another status is an account of its own", async () => {
  const data = await made(THREE, [statement(), statement({ status: "planned" })]);
  assert.deepEqual(shape(factsOf(data, [0, 1], every)), [[["", [[0], 1, 0, false]], ["", [[1], 1, 0, false]]]]);
});

test("conflicting amounts are sides, a third that has none is not", async () => {
  const data = await made(THREE, [
    statement({ qualifiers: { amount: "15 USD" } }), statement({ qualifiers: { amount: "20 USD" } }), statement({ qualifiers: { role: "buyer" } }),
  ], [{ kind: "amount", statements: [0, 1] }]);
  assert.deepEqual(shape(factsOf(data, [0, 1, 2], every)), [[["amount", [[0], 1, 0, false], [[1], 1, 0, false]], ["", [[2], 1, 0, false]]]]);
});

test("conflicts that share a side are one account", async () => {
  const data = await made(THREE, [statement({ status: "planned", at: [[1, 0, 5]] }), statement(), statement({ status: "negated" })],
    [{ kind: "denied", statements: [1, 2] }, { kind: "happened", statements: [0, 1] }, { kind: "dropped", statements: [0, 2] }]);
  const [[account]] = shape(factsOf(data, [0, 1, 2], every)) as [[[string, ...unknown[]]]];
  assert.deepEqual(account![0].split(",").sort(), ["denied", "dropped", "happened"]);
  assert.deepEqual(account!.slice(1), [[[0], 1, 0, false], [[1], 1, 0, false], [[2], 1, 0, false]]);
});

test("a symmetric relation is one fact from either side", async () => {
  const there = statement({ predicate: "partnersWith" });
  const back = statement({ predicate: "partnersWith", subject: 1, object: 0 });
  const bySymmetry = await made(THREE, [there, back], [], ["partnersWith"]);
  assert.equal(factsOf(bySymmetry, [0, 1], every).length, 1);
  assert.equal(factsOf(await made(THREE, [there, back]), [0, 1], every).length, 2);
});

test("a quote that repeats the one before it is marked", async () => {
  const data = await made(THREE, [statement(), statement({ object: 2 }), statement({ subject: 2, at: [[1, 0, 5]] }), statement({ subject: 2, object: 0 })]);
  const facts = factsOf(data, [0, 1, 2, 3], every);
  markRepeated(facts);
  assert.deepEqual(facts.map(({ accounts: [account] }) => account!.sides[0]!.shown[0]!.again), [false, true, false, false]);
});
