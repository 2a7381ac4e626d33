// Which statements are about one fact, and which of them conflict with each other.

import type { Data } from "../data/data.ts";
import type { Conflict, Position } from "../data/types.ts";

export class Mates {
  /** Relations that hold both ways. */
  readonly symmetric: ReadonlySet<string>;
  private readonly facts: Position[][] = []; // of each statement, all that are about its fact
  private readonly conflicts = new Map<Position, Conflict[]>();

  constructor({ statements, facts, core }: Data) {
    this.symmetric = new Set(core.symmetric);
    const byEnds = new Map<string, Position[]>();
    statements.forEach(({ subject, predicate, object }, n) => {
      const turned = this.symmetric.has(predicate) && object < subject;
      const key = turned ? `${object} ${predicate} ${subject}` : `${subject} ${predicate} ${object}`;
      const fact = byEnds.get(key) ?? [];
      byEnds.set(key, fact);
      fact.push(n);
      this.facts.push(fact);
    });
    for (const conflict of facts.conflicts) {
      for (const n of conflict.statements) this.conflicts.set(n, [...(this.conflicts.get(n) ?? []), conflict]);
    }
  }

  /** All statements about the fact that a statement is about, itself among them. */
  about(n: Position): readonly Position[] {
    return this.facts[n]!;
  }

  conflictsOf(n: Position): readonly Conflict[] {
    return this.conflicts.get(n) ?? [];
  }
}

const known = new WeakMap<Data, Mates>();

export function mates(data: Data): Mates {
  let found = known.get(data);
  if (!found) known.set(data, (found = new Mates(data)));
  return found;
}
