// Two-paths by role, on networks small enough to count by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ACROSS, Network, ROLES, role } from "../../src/brokers/two_paths.ts";
import type { Brokers, Role } from "../../src/data/brokers.ts";

const [KR, US, GB] = [0, 1, 2];
type Given = Partial<Pick<Brokers, "directed" | "ends">>;

/** A network of ties between nodes, whose groups stand in order; the statement of a tie is its place. */
function network(groupsOf: number[][], ties: [number, number][], { directed = false, ends = [] }: Given = {}): Network {
  const numbered = ties.map(([a, b], n): [number, number, number[]] => [a, b, [n]]);
  return new Network({ directed, ends, groupsOf, ties: numbered } as unknown as Brokers, (statements) => (statements[0] === 3 ? 2 : 1));
}

const only = (name: Role): Set<Role> => new Set([name]);
const counts = (net: Network, k: number): Record<string, number> => Object.fromEntries(ROLES
  .map((name) => [name, net.joined(k, only(name)).reduce((sum, { count }) => sum + count, 0)] as const).filter(([, n]) => n));

test("the role follows from the three groups", () => {
  assert.equal(role(KR, KR, KR), "coordinator");
  assert.equal(role(KR, US, KR), "itinerant");
  assert.equal(role(KR, KR, US), "representative");
  assert.equal(role(KR, US, US), "gatekeeper");
  assert.equal(role(KR, GB, US), "liaison");
});

test("a pair without a direction counts from both ends", () => {
  const net = network([[KR], [KR], [US]], [[0, 1], [1, 2]]);
  assert.deepEqual(counts(net, 1), { representative: 1, gatekeeper: 1 });
  assert.equal(net.pairs(1, ACROSS), 1);
  assert.deepEqual(net.list(1, ACROSS, 9), [{ from: 0, to: 2, share: 2, statements: [[0], [1]] }]);
  assert.deepEqual(net.joined(1, ACROSS), [{ groups: [KR, US], count: 2 }]);
});

test("a directed pair counts once, and only one way", () => {
  const net = network([[KR], [KR], [US]], [[0, 1], [1, 2]], { directed: true });
  assert.deepEqual(counts(net, 1), { representative: 1 });
  assert.equal(net.pairs(1, ACROSS), 1);
  assert.deepEqual(net.list(1, ACROSS, 9).map(({ from, to }) => [from, to]), [[0, 2]]);
});

test("contacts that are tied need no broker", () => {
  const net = network([[KR], [KR], [US], [US]], [[0, 1], [1, 2], [1, 3], [0, 2]]);
  assert.deepEqual([...net.contacts(1, ACROSS).keys()], [0, 3]);
  assert.equal(net.pairs(1, ACROSS), 1);
  assert.deepEqual(net.list(1, ACROSS, 9).map(({ from, to }) => [from, to]), [[0, 3]]);
});

test("of two contacts that others lie between, the tied pair alone is left out", () => {
  const net = network([[KR], [KR], [US], [US], [KR]], [[0, 1], [1, 2], [1, 3], [1, 4], [0, 2]]);
  assert.deepEqual(net.list(1, ACROSS, 9).map(({ from, to }) => [from, to]), [[4, 2], [4, 3], [0, 3]]);
});

test("a body of two groups is in each by half", () => {
  const net = network([[KR], [KR, US], [US]], [[0, 1], [1, 2]]);
  assert.deepEqual(counts(net, 1), { representative: 1, gatekeeper: 1 });
  assert.deepEqual(counts(network([[KR, US], [KR], [US]], [[0, 1], [1, 2]]), 1), { representative: 0.5, gatekeeper: 0.5, itinerant: 1 });
});

test("a broker of unknown group has no role between groups, and none at all within one", () => {
  assert.deepEqual(counts(network([[KR], [], [US]], [[0, 1], [1, 2]]), 1), { ungrouped: 2 });
  assert.deepEqual(counts(network([[KR], [], [KR]], [[0, 1], [1, 2]]), 1), {});
});

test("a contact of unknown group is on no two-path", () => {
  const net = network([[KR], [KR], []], [[0, 1], [1, 2]]);
  assert.deepEqual(counts(net, 1), {});
  assert.equal(net.contacts(1, ACROSS).size, 0);
});

test("where two groups are asked for, others do not count", () => {
  const ties: [number, number][] = [[0, 1], [1, 2], [1, 3]];
  const net = network([[KR], [KR], [US], [GB]], ties, { ends: [KR, US] });
  assert.deepEqual(net.joined(1, ACROSS), [{ groups: [KR, US], count: 2 }]);
  assert.deepEqual([...net.contacts(1, ACROSS).keys()], [0, 2]);
});

test("the best attested come first, and a list ends where it is told to", () => {
  const net = network([[KR], [KR], [US], [US], [US]], [[0, 1], [1, 2], [1, 3], [1, 4]]);
  assert.deepEqual(net.list(1, ACROSS, 2).map(({ from, to }) => [from, to]), [[4, 0], [0, 2]]);
  assert.equal(net.list(1, ACROSS, 9).length, net.pairs(1, ACROSS));
});

test("a hub of thousands is listed in part", () => {
  const size = 4000;
  const groupsOf = Array.from({ length: size + 1 }, (_, n) => [n % 2 ? KR : US]);
  const net = network(groupsOf, Array.from({ length: size }, (_, n): [number, number] => [n + 1, 0]));
  assert.equal(net.pairs(0, ACROSS), (size / 2) ** 2);
  assert.equal(net.list(0, ACROSS, 50).length, 50);
});
