// The k shortest loopless paths between two entities.

import type { Position } from "../data/types.ts";
import type { Ties } from "../focus/ties.ts";

export interface Path {
  nodes: Position[];
  doubt: number; // the sum over its ties
}

/** Fewer ties first, then less doubt, then the entities that stand first in the data. */
export function compare(a: Path, b: Path): number {
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  if (a.doubt !== b.doubt) return a.doubt - b.doubt;
  const differs = a.nodes.findIndex((n, i) => n !== b.nodes[i]);
  return differs < 0 ? 0 : a.nodes[differs]! - b.nodes[differs]!;
}

/** A path found, and from which of its nodes on it was searched for. */
interface Branch extends Path {
  spur: number;
}

/** At most `count` paths in the order of `compare`.
 *
 *  J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971), 712–716; that a path
 *  branches only from its own spur on is E. L. Lawler's (Management Science 18 (1972), 401–405). */
export function shortestPaths(ties: Ties, from: Position, to: Position, count: number): Path[] {
  if (from === to) return [];
  // Paths grow from `to`: where the search must choose between equals it does so last at `from`, as `compare` does first.
  const search = searcher(ties, from);
  const candidates: Branch[] = [];
  const found: Branch[] = [];
  const add = (root: Position[], barred: ReadonlySet<Position>): void => {
    const rest = search(root.at(-1)!, new Set(root), barred);
    if (!rest) return;
    const nodes = [...root, ...rest].reverse();
    candidates.push({ nodes, doubt: doubtOf(ties, nodes), spur: root.length - 1 });
  };
  add([to], new Set());
  while (candidates.length && found.length < count) {
    const best = candidates.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    candidates.splice(candidates.indexOf(best), 1);
    found.push(best);
    const grown = best.nodes.toReversed();
    for (let spur = best.spur; spur < grown.length - 1; spur++) {
      const root = grown.slice(0, spur + 1);
      const same = found.map(({ nodes }) => nodes.toReversed()).filter((nodes) => root.every((n, i) => nodes[i] === n));
      add(root, new Set(same.map((nodes) => nodes[spur + 1]!)));
    }
  }
  return found.map(({ nodes, doubt }) => ({ nodes, doubt }));
}

function doubtOf(ties: Ties, nodes: readonly Position[]): number {
  return nodes.slice(1).reduce((sum, n, i) => sum + ties.doubts(nodes[i]!)[ties.neighbours(nodes[i]!).indexOf(n)]!, 0);
}

type Search = (start: Position, blocked: ReadonlySet<Position>, barred: ReadonlySet<Position>) => Position[] | null;

/** A search for the best way from a start to the goal past blocked nodes, with no barred node right after the start. */
function searcher(ties: Ties, goal: Position): Search {
  const left = distances(ties, goal);
  return (start, blocked, barred) => {
    // A node that is blocked may be left, so the start can be among them.
    const open = (a: Position, b: Position): boolean =>
      (b === start || !blocked.has(b)) && !(a === start && barred.has(b)) && !(b === start && barred.has(a));
    const length = shortest(ties, start, goal, open);
    return length === null ? null : best(ties, start, goal, open, (n, steps) => steps + left[n]! <= length);
  };
}

/** How many ties each node is away from one. */
function distances(ties: Ties, goal: Position): number[] {
  const away = new Array<number>(ties.count).fill(Infinity);
  away[goal] = 0;
  const queue = [goal];
  for (const n of queue) {
    for (const next of ties.neighbours(n)) {
      if (away[next] !== Infinity) continue;
      away[next] = away[n]! + 1;
      queue.push(next);
    }
  }
  return away;
}

type Open = (a: Position, b: Position) => boolean;

/** The number of ties of a shortest path, searched breadth first from both ends, or null where there is none. */
function shortest(ties: Ties, start: Position, goal: Position, open: Open): number | null {
  const sides = [start, goal].map((n) => ({ seen: new Set([n]), edge: [n] }));
  for (let length = 1; ; length++) {
    const [side, other] = sides[0]!.edge.length <= sides[1]!.edge.length ? [sides[0]!, sides[1]!] : [sides[1]!, sides[0]!];
    if (!side.edge.length) return null;
    const edge: Position[] = [];
    for (const n of side.edge) {
      for (const next of ties.neighbours(n)) {
        if (side.seen.has(next) || !open(n, next)) continue;
        if (other.seen.has(next)) return length;
        side.seen.add(next);
        edge.push(next);
      }
    }
    side.edge = edge;
  }
}

/** What follows the start on the path of least doubt among those that `near` lets on in step with the shortest. */
function best(ties: Ties, start: Position, goal: Position, open: Open, near: (n: Position, steps: number) => boolean): Position[] {
  const reached = new Map([[start, { before: start, doubt: 0, steps: 0 }]]);
  let level = [start];
  for (let steps = 1; level.length && !reached.has(goal); steps++) {
    const next: Position[] = [];
    for (const n of level) {
      const [ends, doubts, sum] = [ties.neighbours(n), ties.doubts(n), reached.get(n)!.doubt];
      ends.forEach((end, i) => {
        if (!near(end, steps) || !open(n, end)) return;
        const [known, doubt] = [reached.get(end), sum + doubts[i]!];
        if (!known) next.push(end);
        if (!known || (known.steps === steps && (doubt < known.doubt || (doubt === known.doubt && n < known.before)))) {
          reached.set(end, { before: n, doubt, steps });
        }
      });
    }
    level = next;
  }
  const path: Position[] = [];
  for (let n = goal; n !== start; n = reached.get(n)!.before) path.unshift(n);
  return path;
}
