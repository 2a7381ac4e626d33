// An answer as the server gives it: SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/), or triples.

import type { Reply } from "../server.ts";

export interface Term {
  type: "uri" | "literal" | "bnode";
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

export type Row = Partial<Record<string, Term>>;

export type Answer =
  | { kind: "rows"; variables: string[]; rows: Row[]; cut: string | null }
  | { kind: "truth"; truth: boolean; cut: null }
  | { kind: "triples"; cut: string | null };

/** What media types are asked for: rows and truth in the one, triples in the other. */
export const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";

/** Throws a SyntaxError for what claims to be JSON and is none. */
export function parse({ type, text, cut }: Reply): Answer {
  if (!type.endsWith("json")) return { kind: "triples", cut };
  const told = JSON.parse(text) as {
    head?: { vars?: string[] }; boolean?: boolean; results?: { bindings: Row[] }; cut?: { by: string };
  };
  if (told.boolean !== undefined) return { kind: "truth", truth: told.boolean, cut: null };
  return { kind: "rows", variables: told.head?.vars ?? [], rows: told.results?.bindings ?? [], cut: told.cut?.by ?? cut };
}
