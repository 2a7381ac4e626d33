// How an IRI is shown and where its page is.

import type { Language } from "../../viewer/src/data/types.ts";
import { inLanguage } from "./page.ts";
import type { Term, Terms } from "./server.ts";

export class Names {
  readonly terms: readonly Term[];
  readonly prefixes: Readonly<Record<string, string>>;
  private readonly known: Map<string, Term>;
  private readonly namespaces: [prefix: string, namespace: string][];

  constructor(private readonly vocabulary: Terms) {
    this.terms = vocabulary.terms;
    this.prefixes = vocabulary.prefixes;
    this.known = new Map(vocabulary.terms.map((term) => [term.iri, term]));
    // The longest first: one namespace may lie in another.
    this.namespaces = Object.entries(vocabulary.prefixes).sort(([, a], [, b]) => b.length - a.length);
  }

  term(iri: string): Term | null {
    return this.known.get(iri) ?? null;
  }

  /** The label of a term of the ontology in a language, else the IRI with its prefix where it has one. */
  shown(iri: string, language: Language): string {
    const term = this.known.get(iri);
    const label = term && inLanguage(term.labels, language);
    return label ? (term.kind === "property" && language === "ko" ? `~${label}` : label) : this.brief(iri);
  }

  brief(iri: string): string {
    const [prefix, namespace] = this.namespaces.find(([, start]) => iri.startsWith(start) && iri !== start) ?? [];
    return namespace === undefined ? decoded(iri) : `${prefix}:${decoded(iri.slice(namespace.length))}`;
  }

  /** The address of an IRI's page: here for the dataset's own, there for others on the web, else null. */
  page(iri: string): string | null {
    const { base } = this.vocabulary;
    if (base && iri.startsWith(base) && iri !== base) return `/id/${iri.slice(base.length).replace(/[?#]/g, encodeURIComponent)}`;
    const named = this.namespaces.some(([, namespace]) => iri.startsWith(namespace));
    return !named && /^https?:\/\//.test(iri) ? iri : null;
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
