// All that a reader has chosen. A link reproduces it (fragment.ts), and undo goes back through it (store.ts).

import type { Language, Position } from "../data/types.ts";

export type Page = "graph" | "brokers" | "tables" | "texts";
export type Table = "entities" | "facts" | "documents";
export type Theme = "system" | "light" | "dark" | "contrast";
export type Arrangement = "free" | "grouped";

export type Selection =
  | { kind: "entity"; entity: Position }
  | { kind: "facts"; statements: Position[] }
  | { kind: "cluster"; cluster: Position };

/** What is left out of the view: names that are hidden; of `documents`, where there are any, all others. */
export interface Filter {
  types: ReadonlySet<string>;
  predicates: ReadonlySet<string>;
  statuses: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  documents: ReadonlySet<Position>;
  from: string | null; // ISO dates, both inclusive
  to: string | null;
  confidence: number; // 0 to 1, at least
  sources: number; // independent documents, at least
}

/** The neighbourhood that alone is drawn. */
export interface Focus {
  entities: Position[];
  depth: number;
}

/** Paths between two entities; one is null while it is still to be named. */
export interface PathQuestion {
  from: Position | null;
  to: Position | null;
  count: number;
  without: readonly string[]; // relations that no path follows
  chosen: number | null; // which of the paths is lit; all where null
}

export interface Place {
  document: Position;
  start: number | null;
  end: number | null;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

export interface View {
  page: Page;
  language: Language;
  theme: Theme;
  selection: Selection | null;
  filter: Filter;
  filtering: boolean; // whether the filters are open
  timeline: boolean;
  arrangement: Arrangement;
  size: string; // the measure that sizes nodes
  focus: Focus | null;
  expanded: ReadonlySet<Position>; // entities drawn although focus or cluster would leave them out
  collapsed: ReadonlySet<Position>; // entities whose neighbours of no other tie are left out
  unfolded: ReadonlySet<Position>; // clusters
  pins: ReadonlyMap<Position, readonly [number, number]>;
  pathing: boolean; // whether the form for paths is open
  path: PathQuestion | null;
  broker: { entity: Position; role: string | null } | null;
  table: Table;
  sorting: Partial<Record<Table | "brokers", Sorting>>;
  reading: Place | null;
}

export const unfiltered: Filter = {
  types: new Set(), predicates: new Set(), statuses: new Set(["negated"]), groups: new Set(), documents: new Set(),
  from: null, to: null, confidence: 0, sources: 1,
};

export function initial(language: Language): View {
  return {
    page: "graph", language, theme: "system", selection: null, filter: unfiltered, filtering: false, timeline: false,
    arrangement: "free", size: "degree", focus: null, expanded: new Set(), collapsed: new Set(), unfolded: new Set(),
    pins: new Map(), pathing: false, path: null, broker: null, table: "facts", sorting: {}, reading: null,
  };
}
