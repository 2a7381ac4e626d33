// How many independent documents state a fact.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";

interface Stated {
  fact: Int32Array; // of each statement: the number of its fact
  facts: number;
}

const facts = new WeakMap<Data, Stated>();
const counted = new WeakMap<Data, { confidence: number; counts: Int32Array }>(); // of the last threshold asked for

/**
 * For each statement the independent documents behind its fact: a text stored twice counts once. A fact is a subject,
 * predicate, object and status, whatever date, amount or speaker; of a symmetric relation the ends may change places.
 * Statements less sure than `confidence` are no evidence; the same rule is `min_documents` of the network's projection.
 */
export function sources(data: Data, confidence = 0): Int32Array {
  let known = counted.get(data);
  if (known?.confidence !== confidence) counted.set(data, (known = { confidence, counts: count(data, confidence) }));
  return known.counts;
}

function count(data: Data, confidence: number): Int32Array {
  const { fact, facts } = stated(data);
  const documents: (Set<Position> | undefined)[] = new Array(facts);
  data.statements.forEach((statement, n) => {
    if (statement.confidence < confidence) return;
    const behind = (documents[fact[n]!] ??= new Set());
    // A quote whose text is missing stands for one document that nobody can tell from others.
    for (const { document } of statement.evidence) behind.add(document === null ? -1 : data.documents[document]!.original);
  });
  return Int32Array.from(fact, (one) => documents[one]?.size ?? 0);
}

function stated(data: Data): Stated {
  let found = facts.get(data);
  if (!found) {
    const symmetric = new Set(data.core.symmetric);
    const numbers = new Map<string, number>();
    const fact = Int32Array.from(data.statements, ({ subject, predicate, object, status }) => {
      const [a, b] = symmetric.has(predicate) && object < subject ? [object, subject] : [subject, object];
      const key = `${a} ${b} ${status} ${predicate}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
    facts.set(data, (found = { fact, facts: numbers.size }));
  }
  return found;
}
