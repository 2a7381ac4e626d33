// The order of rows by one column: numbers by size, then texts by the reader's alphabet; rows without a value always last.

import type { Row, Term } from "./answer.ts";

export interface Order {
  variable: string;
  descending: boolean;
}

const NUMBER = /XMLSchema#(?:integer|decimal|double|float|int|long|short|byte|(?:non)?(?:positive|negative)Integer|unsigned\w+)$/;

export const isNumber = ({ datatype = "" }: Term): boolean => NUMBER.test(datatype);

/** `shown` is the text by which a term is known to the reader. */
export function sorted(rows: readonly Row[], { variable, descending }: Order, shown: (term: Term) => string, language: string): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => {
    const term = row[variable];
    return { row, term, number: term && isNumber(term) ? Number(term.value) : null, text: term ? shown(term) : "" };
  });
  const sign = descending ? -1 : 1;
  return keyed.sort((a, b) => {
    if (!a.term || !b.term) return Number(!a.term) - Number(!b.term);
    if (a.number !== null && b.number !== null) return sign * (a.number - b.number);
    if (a.number !== null || b.number !== null) return sign * (a.number !== null ? -1 : 1);
    return sign * collator.compare(a.text, b.text);
  }).map(({ row }) => row);
}
