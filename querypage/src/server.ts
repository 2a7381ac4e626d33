// What the page asks its server.

import type { Language } from "../../viewer/src/data/types.ts";
import type { Asked } from "./asked.ts";

type Texts = Partial<Record<Language, string>>;

export interface Term {
  iri: string;
  name: string; // with its prefix
  kind: "property" | "class" | "status" | "qualifier";
  labels: Texts;
}

export interface Terms {
  base: string; // what the dataset's own IRIs begin with
  prefixes: Record<string, string>;
  terms: Term[];
}

export interface Parameter {
  name: string;
  default: string | null; // null: it must be given
  descriptions: Texts;
  entity: boolean; // its value is somebody's name
}

export interface NamedQuery {
  name: string;
  titles: Texts;
  descriptions: Texts;
  text: string;
  parameters: Parameter[];
}

export interface Found {
  iri: string;
  name: string;
  label_of_type: string;
  aliases: string[];
}

export interface Reply {
  type: string; // media type, without parameters
  text: string;
  cut: string | null; // by what limit: "rows", "bytes", "time"
}

/** A refusal in the server's words (RFC 9457), or none: the server cannot be reached. */
export class Problem extends Error {
  constructor(
    readonly title: string, readonly hint = "", readonly position: { line: number; column: number } | null = null,
  ) {
    super(title);
  }
}

export const terms = (): Promise<Terms> => json("/terms");
export const queries = (): Promise<NamedQuery[]> => json("/queries");
export const search = (name: string, language: Language, signal: AbortSignal): Promise<Found[]> =>
  json(`/search?${new URLSearchParams({ q: name, limit: "8", language })}`, signal);

/** The answer in the first of these media types that the server has for it. */
export async function ask(asked: Asked, accept: string, signal: AbortSignal): Promise<Reply> {
  const headers = { Accept: accept };
  const response = "named" in asked
    ? await reach(`/queries/${encodeURIComponent(asked.named)}?${new URLSearchParams(asked.values)}`, { headers, signal })
    : await reach("/sparql", {
      method: "POST", headers: { ...headers, "Content-Type": "application/sparql-query" }, body: asked.query, signal,
    });
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0]!.trim();
  return { type, text: await response.text(), cut: response.headers.get("Biograph-Cut") };
}

async function json<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, { headers: { Accept: "application/json" }, ...(signal && { signal }) });
  return (await response.json()) as T;
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  const response = await fetch(path, options).catch((error: Error) => {
    throw error.name === "AbortError" ? error : new Problem("");
  });
  if (response.ok) return response;
  const told = await response.json().catch(() => ({})) as Record<string, unknown>;
  const { title, hint, line, column } = told;
  const position = typeof line === "number" && typeof column === "number" ? { line, column } : null;
  throw new Problem(String(title ?? `HTTP ${response.status}`), String(hint ?? ""), position);
}
