// Names in one long string, so that one pass of one pattern finds all that answer.

import { folded } from "./folding.ts";
import type { Question } from "./question.ts";

export interface Hit {
  owner: number; // whose name it is
  name: string;
  rank: number;
}

export class Haystack {
  private readonly hay: string;
  private readonly starts: number[] = []; // of each name in `hay`

  constructor(private readonly names: readonly { owner: number; name: string }[]) {
    const keys = names.map(({ name }) => folded(name));
    let start = 0;
    for (const key of keys) {
      this.starts.push(start);
      start += key.length + 1;
    }
    this.hay = keys.join("\n");
    this.starts.push(start);
  }

  /** The best hit of each owner, in the order of the names. */
  search(question: Question): Hit[] {
    if (!question.rarest) return [];
    const needle = new RegExp(question.rarest, "g");
    const best = new Map<number, Hit>();
    let line = 0;
    for (let found = needle.exec(this.hay); found; found = needle.exec(this.hay)) {
      while (this.starts[line + 1]! <= found.index) line++;
      const rank = question.rank(this.hay.slice(this.starts[line], this.starts[line + 1]! - 1));
      const { owner, name } = this.names[line]!;
      if (rank !== null && rank < (best.get(owner)?.rank ?? Infinity)) best.set(owner, { owner, name, rank });
      needle.lastIndex = this.starts[line + 1]!; // one hit in a name is enough
    }
    return [...best.values()];
  }
}
