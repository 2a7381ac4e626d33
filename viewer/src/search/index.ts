// Search over names, aliases and titles.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";
import { Haystack } from "./haystack.ts";
import { Question } from "./question.ts";

export interface Match {
  entity: Position;
  via: string | null; // the name that matches, where it is not the entity's first
}

export interface Titled {
  document: Position;
}

export class Index {
  private readonly data: Data;
  private names: Haystack | undefined;
  private titles: Haystack | undefined;

  constructor(data: Data) {
    this.data = data;
  }

  /** Folds all names, which the first search would wait for. */
  prepare(): void {
    this.names ??= new Haystack(this.data.entities.flatMap(({ name, names, aliases }, owner) =>
      [...new Set([name, ...Object.values(names), ...aliases])].map((one) => ({ owner, name: one }))));
    this.titles ??= new Haystack(this.data.documents.map(({ title }, owner) => ({ owner, name: title ?? "" })));
  }

  /** The entities whose names answer: whole names first, then beginnings, beginnings of words, the rest; then the better connected. */
  find(query: string): Match[] {
    this.prepare();
    const { entities, factsOf } = this.data;
    const hits = this.names!.search(new Question(query));
    hits.sort((a, b) => a.rank - b.rank || factsOf[b.owner]!.length - factsOf[a.owner]!.length || a.owner - b.owner);
    return hits.map(({ owner, name }) => ({ entity: owner, via: name === entities[owner]!.name ? null : name }));
  }

  /** The documents whose titles answer, in the same order and then the newer ones. */
  titled(query: string): Titled[] {
    this.prepare();
    const published = (n: Position): string => this.data.documents[n]!.published ?? "";
    const hits = this.titles!.search(new Question(query));
    hits.sort((a, b) => a.rank - b.rank || (published(a.owner) < published(b.owner) ? 1 : -1));
    return hits.map(({ owner }) => ({ document: owner }));
  }
}
