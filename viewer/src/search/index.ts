// Search over names and aliases; blanks, case and marks between letters do not matter.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";

export interface Match {
  entity: Position;
  via: string | null; // the name that matches, where it is not the entity's first
}

export const folded = (value: string): string => value.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export class Index {
  private readonly names: [name: string, key: string][][];

  constructor(private readonly data: Data) {
    this.names = data.entities.map(({ name, names, aliases }) =>
      [...new Set([name, ...Object.values(names), ...aliases])].map((value) => [value, folded(value)]));
  }

  /** The entities whose names contain the query: whole names first, then beginnings, then the better connected. */
  find(query: string): Match[] {
    const wanted = folded(query);
    if (!wanted) return [];
    const found: (Match & { rank: number })[] = [];
    this.names.forEach((names, entity) => {
      const hits = names.filter(([, key]) => key.includes(wanted));
      if (!hits.length) return;
      const rank = Math.min(...hits.map(([, key]) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : 2)));
      found.push({ entity, rank, via: hits.some(([value]) => value === names[0]![0]) ? null : hits[0]![0] });
    });
    const ties = (n: Position): number => this.data.factsOf[n]!.length;
    return found.sort((a, b) => a.rank - b.rank || ties(b.entity) - ties(a.entity) || a.entity - b.entity);
  }
}
