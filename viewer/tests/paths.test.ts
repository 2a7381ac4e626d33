import assert from "node:assert/strict";
import test from "node:test";
import { type Tie, Ties } from "../src/focus/ties.ts";
import { type Path, compare, shortestPaths } from "../src/paths/shortest.ts";

/** A generator of the same numbers from 0 to below 1 for the same seed (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function randomTies(count: number, density: number, next: () => number): Tie[] {
  const pairs: Tie[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) if (next() < density) pairs.push([a, b, Math.floor(next() * 3)]);
  }
  return pairs;
}

/** Every loopless path, by trying all. */
function everyPath(ties: Ties, from: number, to: number): Path[] {
  const all: Path[] = [];
  const walk = (nodes: number[], doubt: number): void => {
    const last = nodes.at(-1)!;
    if (last === to) return void all.push({ nodes, doubt });
    ties.neighbours(last).forEach((n, i) => {
      if (!nodes.includes(n)) walk([...nodes, n], doubt + ties.doubts(last)[i]!);
    });
  };
  walk([from], 0);
  return all.sort(compare);
}

test("finds what trying all paths finds, in the same order", () => {
  const next = random(7);
  let several = 0;
  for (let round = 0; round < 150; round++) {
    const count = 5 + Math.floor(next() * 3);
    const ties = new Ties(count, randomTies(count, 0.3 + next() * 0.5, next));
    const all = everyPath(ties, 0, count - 1);
    for (const k of [1, 3, 10, 40]) assert.deepEqual(shortestPaths(ties, 0, count - 1, k), all.slice(0, k));
    if (all.length > 3) several++;
  }
  assert.ok(several > 50);
});

test("of two paths of one length the better attested is first", () => {
  const ties = new Ties(4, [[0, 1, 500], [1, 3, 500], [0, 2, 100], [2, 3, 100], [0, 3, 9999]]);
  assert.deepEqual(shortestPaths(ties, 0, 3, 5).map(({ nodes }) => nodes), [[0, 3], [0, 2, 3], [0, 1, 3]]);
});

test("no path between two parts, none from an entity to itself", () => {
  const ties = new Ties(4, [[0, 1, 0], [2, 3, 0]]);
  assert.deepEqual(shortestPaths(ties, 0, 3, 3), []);
  assert.deepEqual(shortestPaths(ties, 1, 1, 3), []);
});

test("a goal of one tie does not send the search through a large graph again and again", () => {
  // Visits are counted, not timed: a ring with chords, and a goal that hangs on one node of it.
  const [count, pairs] = [4000, [] as Tie[]];
  for (let n = 0; n < count; n++) pairs.push([n, (n + 1) % count, 1], [n, (n * 7 + 13) % count, 1]);
  const once = new Map(pairs.filter(([a, b]) => a !== b).map(([a, b, d]): [string, Tie] => [`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b, d]]));
  const ties = new Ties(count + 1, [...once.values(), [5, count, 1]]);
  let visits = 0;
  const neighbours = ties.neighbours.bind(ties);
  ties.neighbours = (n) => (visits++, neighbours(n));
  assert.equal(shortestPaths(ties, 2000, count, 10).length, 10);
  assert.ok(visits < 10 * count, `${visits} visits`);
});
