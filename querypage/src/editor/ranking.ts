// How well a term of the ontology answers what is typed: its name, or its label in either language.

import { folded } from "../../../viewer/src/search/folding.ts";
import { Question } from "../../../viewer/src/search/question.ts";
import type { Term } from "../server.ts";

/** The terms that answer, best first, equals in the order of their names. */
export function ranked(terms: readonly Term[], typed: string): Term[] {
  const question = new Question(typed);
  const best = ({ name, labels }: Term): number => {
    const ranks = [name, name.slice(name.indexOf(":") + 1), ...Object.values(labels)].map((one) => question.rank(folded(one)));
    return Math.min(...ranks.map((rank) => rank ?? Infinity));
  };
  return terms.map((term) => ({ term, rank: best(term) })).filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.term.name < b.term.name ? -1 : 1)).map(({ term }) => term);
}
