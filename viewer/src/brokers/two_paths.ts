// Whom a body joins: open two-paths from i over k to j, i and j not tied, by the groups of the three (Gould and Fernandez
// 1989). The rule is that of biograph.brokerage.roles; the figures themselves are the ranking's.

import type { Brokers, Role } from "../data/brokers.ts";
import type { Position } from "../data/types.ts";

export const ROLES: readonly Role[] = ["representative", "gatekeeper", "liaison", "ungrouped", "coordinator", "itinerant"];
export const ACROSS: ReadonlySet<Role> = new Set(["representative", "gatekeeper", "liaison", "ungrouped"]);

type Kind = number; // a set of groups that nodes have in common
type Ties = Map<Position, Position[]>; // contact to the statements that tie it

/** One choice of a group for each of the three, and its share in the two-path. */
interface Reading {
  role: Role;
  from: number;
  to: number;
  share: number;
}

/** Two contacts and the share of their two-paths, both ways, in the roles asked for. */
export interface TwoPath {
  from: Position;
  to: Position;
  share: number;
  statements: [Position[], Position[]];
}

export function role(i: number, k: number, j: number): Role {
  if (i === j) return i === k ? "coordinator" : "itinerant";
  if (i === k) return "representative";
  return k === j ? "gatekeeper" : "liaison";
}

export class Network {
  private readonly after = new Map<Position, Ties>();
  private readonly before: Map<Position, Ties>;
  private readonly kinds: number[][] = [];
  private readonly kindOf: Kind[];
  private readonly known = new Map<string, Reading[]>();

  /** `documents` says how many documents attest statements: contacts of more come first. */
  constructor(private readonly brokers: Brokers, private readonly documents: (statements: Position[]) => number) {
    this.before = brokers.directed ? new Map() : this.after;
    const tie = (from: Map<Position, Ties>, a: Position, b: Position, statements: Position[]): void => {
      const ties = from.get(a) ?? new Map<Position, Position[]>();
      from.set(a, ties.set(b, statements));
    };
    for (const [a, b, statements] of brokers.ties) {
      tie(this.after, a, b, statements);
      tie(this.before, b, a, statements);
    }
    const places = new Map<string, Kind>();
    this.kindOf = brokers.groupsOf.map((groups) => {
      const key = groups.join();
      if (!places.has(key)) places.set(key, this.kinds.push(groups) - 1);
      return places.get(key)!;
    });
  }

  /** The pairs of groups that k joins in these roles, and by how many two-paths; the most first. */
  joined(k: Position, roles: ReadonlySet<Role>): { groups: [number, number]; count: number }[] {
    const found = new Map<string, { groups: [number, number]; count: number }>();
    for (const [i, j, open] of this.openKinds(k)) {
      for (const { role: held, from, to, share } of this.readings(i, this.kindOf[k]!, j)) {
        if (!roles.has(held)) continue;
        const groups: [number, number] = this.brokers.directed || from <= to ? [from, to] : [to, from];
        const pair = found.get(groups.join()) ?? { groups, count: 0 };
        found.set(groups.join(), pair);
        pair.count += open * share;
      }
    }
    return [...found.values()].sort((a, b) => b.count - a.count || a.groups[0] - b.groups[0] || a.groups[1] - b.groups[1]);
  }

  /** How many pairs of contacts k joins in these roles. */
  pairs(k: Position, roles: ReadonlySet<Role>): number {
    let found = 0;
    for (const [i, j, open] of this.openKinds(k)) {
      if (this.brokers.directed) found += this.share(i, k, j, roles) ? open : 0;
      else if (this.bothWays(i, k, j, roles)) found += open / 2; // every pair is there from both ends
    }
    return found;
  }

  /** The contacts on any such two-path, with the statements that tie them to k; the best attested first. */
  contacts(k: Position, roles: ReadonlySet<Role>): Ties {
    const open = new Map<Position, Position[]>();
    const side = (ties: Ties, others: Ties, tied: Map<Position, Ties>, share: (mine: Kind, other: Kind) => number): void => {
      const all = this.counted(others.keys());
      for (const [contact, statements] of ties) {
        const closed = this.counted([contact, ...(tied.get(contact)?.keys() ?? [])].filter((n) => others.has(n)));
        const mine = this.kindOf[contact]!;
        if ([...all].some(([kind, n]) => n > (closed.get(kind) ?? 0) && share(mine, kind) > 0)) open.set(contact, statements);
      }
    };
    const [into, out] = [this.into(k), this.outOf(k)];
    side(into, out, this.after, (i, j) => this.share(i, k, j, roles));
    side(out, into, this.before, (j, i) => this.share(i, k, j, roles));
    const weight = new Map([...open].map(([contact, statements]) => [contact, this.documents(statements)]));
    return new Map([...open].sort(([a], [b]) => weight.get(b)! - weight.get(a)! || a - b));
  }

  /** At most so many of the pairs that k joins in these roles, those of the best attested contacts first. */
  list(k: Position, roles: ReadonlySet<Role>, most: number): TwoPath[] {
    const [contacts, into, out, found] = [[...this.contacts(k, roles).keys()], this.into(k), this.outOf(k), [] as TwoPath[]];
    const count = Math.min(most, this.pairs(k, roles));
    for (const [place, from] of contacts.entries()) {
      for (const to of this.brokers.directed ? contacts : contacts.slice(place + 1)) {
        if (found.length >= count) return found;
        const [first, second] = [into.get(from), out.get(to)];
        if (from === to || !first || !second || this.after.get(from)?.has(to)) continue;
        const [i, j] = [this.kindOf[from]!, this.kindOf[to]!];
        const share = this.brokers.directed ? this.share(i, k, j, roles) : this.bothWays(i, k, j, roles);
        if (share) found.push({ from, to, share, statements: [first, second] });
      }
    }
    return found;
  }

  private into = (k: Position): Ties => this.before.get(k) ?? new Map<Position, Position[]>();
  private outOf = (k: Position): Ties => this.after.get(k) ?? new Map<Position, Position[]>();

  private bothWays = (i: Kind, k: Position, j: Kind, roles: ReadonlySet<Role>): number =>
    this.share(i, k, j, roles) + this.share(j, k, i, roles);

  private share = (i: Kind, k: Position, j: Kind, roles: ReadonlySet<Role>): number =>
    this.readings(i, this.kindOf[k]!, j).reduce((sum, { role: held, share }) => (roles.has(held) ? sum + share : sum), 0);

  private counted(nodes: Iterable<Position>): Map<Kind, number> {
    const counts = new Map<Kind, number>();
    for (const node of nodes) counts.set(this.kindOf[node]!, (counts.get(this.kindOf[node]!) ?? 0) + 1);
    return counts;
  }

  /** How many open two-paths lead over k from nodes of one kind to nodes of another: all pairs less the closed ones. */
  private openKinds(k: Position): [Kind, Kind, number][] {
    const [into, out] = [this.into(k), this.outOf(k)];
    const [firsts, lasts] = [this.counted(into.keys()), this.counted(out.keys())];
    const closed = new Map<string, number>();
    for (const i of into.keys()) {
      for (const [j, n] of this.counted([i, ...this.outOf(i).keys()].filter((node) => out.has(node)))) {
        const key = `${this.kindOf[i]!},${j}`;
        closed.set(key, (closed.get(key) ?? 0) + n);
      }
    }
    return [...firsts].flatMap(([i, n]) => [...lasts].map(([j, m]): [Kind, Kind, number] => [i, j, n * m - (closed.get(`${i},${j}`) ?? 0)]));
  }

  /** The roles of k by the groups of the three; a node of several groups is in each with a share. */
  private readings(i: Kind, k: Kind, j: Kind): Reading[] {
    const key = `${i},${k},${j}`;
    let found = this.known.get(key);
    if (!found) this.known.set(key, (found = this.read(this.kinds[i]!, this.kinds[k]!, this.kinds[j]!)));
    return found;
  }

  private read(firsts: number[], owns: number[], lasts: number[]): Reading[] {
    const { ends } = this.brokers;
    const share = 1 / (firsts.length * Math.max(1, owns.length) * lasts.length);
    const counts = (from: number, to: number): boolean =>
      ends.length ? from !== to && ends.includes(from) && ends.includes(to) : owns.length > 0 || from !== to;
    return firsts.flatMap((from) => (owns.length ? owns : [null]).flatMap((own) => lasts.filter((to) => counts(from, to))
      .map((to) => ({ role: own === null ? ("ungrouped" as const) : role(from, own, to), from, to, share }))));
  }
}
