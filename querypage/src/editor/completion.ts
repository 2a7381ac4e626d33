// What can follow at the cursor: variables of the query, terms of the ontology, prefixes, keywords, and names in the dataset.

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { Language } from "../../../viewer/src/data/types.ts";
import { Question } from "../../../viewer/src/search/question.ts";
import type { Names } from "../names.ts";
import type { Page } from "../page.ts";
import type { Found, Term } from "../server.ts";
import { KEYWORDS } from "./keywords.ts";
import { ranked } from "./ranking.ts";

const WORD = /[?$][\p{L}\p{N}_]*|[\p{L}\p{N}_][\p{L}\p{N}_:-]*/u;
const CLASS_FOLLOWS = /(?:^|\s)(?:a|rdf:type)\s+$/;
const CLOSED = new Set(["Comment", "String", "IriRef"]);
const [LISTED, SHORTEST] = [40, 2];

/** Words of the language, the query and the ontology. */
export const wordSource = (page: Page, names: Names) => (context: CompletionContext): CompletionResult | null => {
  const word = typed(context);
  if (!word) return null;
  if (/^[?$]/.test(word.text)) return { from: word.from, options: variables(context, word.from), validFor: /^[?$][\p{L}\p{N}_]*$/u };
  const before = context.state.sliceDoc(Math.max(0, word.from - 40), word.from);
  const found = ranked(names.terms, word.text).slice(0, LISTED);
  // After `a` stands a class; anywhere else a relation is the likelier.
  const classesFirst = (term: Term): number => Number((term.kind === "class") !== CLASS_FOLLOWS.test(before));
  const options = [...found.toSorted((a, b) => classesFirst(a) - classesFirst(b)).map(termOption(page, names)), ...words(word.text, names)];
  return options.length ? { from: word.from, options, filter: false, getMatch: marks(word.text) } : null;
};

/** Names in the dataset, which become IRIs. */
export const nameSource = (page: Page, find: (name: string, language: Language, signal: AbortSignal) => Promise<Found[]>) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = typed(context);
    if (!word || word.text.length < SHORTEST || /[:?$]/.test(word.text) || (!context.explicit && isKeyword(word.text))) return null;
    const outdated = new AbortController();
    context.addEventListener("abort", () => outdated.abort());
    const found = await find(word.text, page.language, outdated.signal).catch(() => []);
    const options = found.map(({ name, iri, label_of_type }): Completion => ({
      label: `<${iri}>`, displayLabel: name, detail: label_of_type, type: "entity",
    }));
    return options.length ? { from: word.from, options, filter: false, getMatch: marks(word.text) } : null;
  };

function typed(context: CompletionContext): { from: number; text: string } | null {
  if (CLOSED.has(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
  return context.matchBefore(WORD);
}

function variables({ state }: CompletionContext, at: number): Completion[] {
  const found = new Set<string>();
  syntaxTree(state).iterate({ enter: ({ name, from, to }) => void (name === "Var" && from !== at && found.add(state.sliceDoc(from, to))) });
  return [...found].sort().map((label) => ({ label, type: "variable" }));
}

const termOption = (page: Page, names: Names) => ({ name, iri, kind }: Term): Completion => {
  const shown = [names.shown(iri, page.language), names.shown(iri, page.other)];
  return { label: name, detail: [...new Set(shown)].join(" · "), type: kind };
};

function words(text: string, { prefixes }: Names): Completion[] {
  const starts = (word: string): boolean => word.toLowerCase().startsWith(text.toLowerCase());
  return [
    ...Object.keys(prefixes).map((prefix) => `${prefix}:`).filter(starts).map((label) => ({ label, type: "namespace" })),
    ...KEYWORDS.filter(starts).map((label) => ({ label, type: "keyword" })),
  ];
}

const isKeyword = (text: string): boolean => KEYWORDS.some((word) => word.toLowerCase().startsWith(text.toLowerCase()));

const marks = (text: string) => ({ displayLabel, label }: Completion): number[] => new Question(text).marks(displayLabel ?? label).flat();
