// Cuts a text into pieces wherever a name, a piece of evidence or the body begins or ends; evidence may overlap.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";

export interface Piece {
  start: number;
  end: number;
  facts: Position[]; // whose evidence covers it
  entity: Position | null; // that it names
  inBody: boolean; // else it is page furniture
}

/** The whole text of a document as pieces; its text must be ready. */
export function pieces(data: Data, document: Position): Piece[] {
  const { body, mentions } = data.text(document);
  const quotes = data.quotesIn(document);
  const cuts = new Set([0, data.length(document), ...body.flat(), ...quotes.flatMap(({ start, end }) => [start, end]),
    ...mentions.flatMap(([start, end]) => [start, end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1]!;
    const covers = (from: number, to: number): boolean => from <= start && end <= to;
    const names = mentions.filter(([from, to]) => covers(from, to));
    // Of a name within a name, such as a body in its branch's, the inner one.
    const inner = names.sort(([a, b], [c, d]) => b - a - (d - c))[0];
    return {
      start, end, entity: inner?.[2] ?? null,
      facts: [...new Set(quotes.filter((quote) => covers(quote.start, quote.end)).map(({ statement }) => statement))],
      inBody: body.some(([from, to]) => covers(from, to)),
    };
  });
}
