// A small corpus by hand: documents of a few words, and statements that quote them.

import { Data } from "../../src/data/data.ts";
import type { Conflict, Core, Evidence, Statement, Text } from "../../src/data/types.ts";
import { Naming } from "../../src/words/naming.ts";

export const NAMES = ["Alder", "Birch", "Cedar"];

export interface Article {
  text: string;
  published?: string | null;
  mentions?: [number, number, number][];
  body?: [number, number][];
}

/** Alder acquires Birch, unless it says otherwise; a quote stands at [document, start, end]. */
export function statement(given: Partial<Omit<Statement, "evidence">> & { at?: [number, number, number][] } = {}): Statement {
  const { at = [[0, 0, 5]], ...rest } = given;
  const evidence: Evidence[] = at.map(([document, start, end]) => ({ document, start, end }));
  return {
    id: "s", subject: 0, predicate: "acquires", object: 1, status: "asserted", qualifiers: {}, speaker: null, confidence: 0.9, evidence, ...rest,
  };
}

export async function made(articles: Article[], statements: Statement[], conflicts: Conflict[] = [], symmetric: string[] = []): Promise<Data> {
  const core = {
    format: "", title: "", language: "en", statuses: ["asserted", "planned", "negated", "possible", "rumoured", "ended"],
    labels: { ko: { asserted: "사실", acquires: "을 인수한다", amount: "금액" }, en: { asserted: "asserted", acquires: "acquires", amount: "amount" } },
    groups: {},
    symmetric,
    documents: articles.map(({ published = null }, n) => ({
      id: `d${n}`, title: `Title ${n}`, language: "en", published, author: "A. Writer", publisher: "The Daily", source: "https://example.org/a_b",
      block: 0, names: [], original: n,
    })),
    entities: NAMES.map((name) => ({ id: name, type: "Company", name, names: {}, aliases: [], sameAs: [], groups: [] })),
    graph: { nodes: [], edges: [], bands: [], clusters: [], claim: "bridges" },
  } as Core;
  const data = new Data(core, { statements, conflicts });
  const texts = articles.map(({ text, mentions = [], body = [[0, text.length]] }): Text => ({ text, body, mentions }));
  const block = { textContent: JSON.stringify(Object.fromEntries(texts.entries())), dataset: {}, remove: () => undefined };
  Object.assign(globalThis, { document: { getElementById: () => block } });
  await data.texted(articles.map((_, n) => n));
  return data;
}

export const naming = (data: Data, language: "ko" | "en" = "en"): Naming => new Naming(data, () => language);
