// The section on brokers as the build writes it; docs/page.md describes each key. Figures are those of the ranking.

import type { Labels, Language, Position } from "./types.ts";

export interface Brokers {
  directed: boolean;
  by: string; // the measure that ranks
  ends: number[]; // the two groups whose paths alone are counted; empty for all
  network: NetworkSize;
  reasons: string[]; // why nothing can be said of anybody
  null: string | null; // the null model on which verdicts rest
  groups: BrokerGroup[]; // the largest first
  mixing: { ties: number[][]; expected: number[][] }; // of the first groups, in their order
  groupsOf: number[][]; // of each entity, by position in `groups`; empty where unknown, or where it is no node
  ties: [a: Position, b: Position, statements: Position[]][];
  rows: BrokerRow[]; // in order of rank
  words: Record<Language, BrokerWords>;
  methods: Record<Language, string[]>;
  notes: Record<Language, string[]>;
}

export interface NetworkSize {
  documents: number;
  independent: number;
  nodes: number;
  ties: number;
  placed: number;
  components: number;
}

export interface BrokerGroup {
  group: string;
  names: Labels;
  nodes: number;
  across: number;
  ei: number | null;
}

export type Role = "coordinator" | "itinerant" | "representative" | "gatekeeper" | "liaison" | "ungrouped";

export interface BrokerRow {
  entity: Position;
  rank: number;
  verdict: string;
  reasons: string[];
  claims: Position[]; // statements in which a text calls it a bridge
  claimedPaths: number | null;
  documents: number;
  degree: number;
  roles: Record<Role | "unplaced", number>;
  across: number;
  total: number;
  groupBetweenness: number;
  betweenness: number;
  constraint: number | null;
  effectiveSize: number | null;
  efficiency: number | null;
  bridging: number | null;
  loss: number;
  parts: number;
  p: number | null;
  chance: Record<string, Chance>; // by null model, of the two-paths between groups
  stability: Stability | null;
}

export interface Chance {
  observed: number;
  expected: number;
  sd: number | null;
  z: number | null;
  p: number;
  pAdjusted: number | null;
}

export interface Stability {
  low: number | null;
  high: number | null;
  documents: number;
  bootstraps: number;
  leftOut: number;
  changed: number;
  worst: [document: Position | null, rank: number] | null;
  restsOn: (Position | null)[];
  multiSource: number | null;
}

/** What table and report call things, from the package's wording. */
export interface BrokerWords {
  columns: Record<string, string>;
  roles: Record<Role, string>;
  definitions: Record<Role, string>;
  verdicts: Record<string, string>;
  reasons: Record<string, string>;
  nulls: Record<string, string>;
  tests: string[];
}
