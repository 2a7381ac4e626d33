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

/** A part of the text and what it is marked as. */
interface Mark<T> {
  start: number;
  end: number;
  value: T;
}

/** The whole text of a document as pieces; its text must be ready. */
export function pieces(data: Data, document: Position): Piece[] {
  const { body, mentions } = data.text(document);
  const length = data.length(document);
  const quotes = new Sweep(data.quotesIn(document).map(({ start, end, statement }) => ({ start, end, value: statement })));
  const names = new Sweep(mentions.map(([start, end, entity]) => ({ start, end, value: entity })));
  const article = new Sweep(body.map(([start, end]) => ({ start, end, value: true })));
  const cuts = new Set([0, length, ...quotes.cuts, ...names.cuts, ...article.cuts]);
  const edges = [...cuts].filter((cut) => cut <= length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => ({
    start, end: edges[i + 1]!, entity: shortest(names.at(start)),
    facts: [...new Set(quotes.at(start).map(({ value }) => value))], inBody: article.at(start).length > 0,
  }));
}

/** Of a name within a name, such as a body in its branch's, the inner one. */
function shortest(names: readonly Mark<Position>[]): Position | null {
  return names.reduce<Mark<Position> | null>(
    (inner, name) => (inner && inner.end - inner.start <= name.end - name.start ? inner : name), null)?.value ?? null;
}

/** Goes through marks from the start of the text to its end, and knows which of them cover a place. */
class Sweep<T> {
  private readonly marks: Mark<T>[];
  private open: Mark<T>[] = [];
  private next = 0;

  constructor(marks: Mark<T>[]) {
    this.marks = marks.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  get cuts(): number[] {
    return this.marks.flatMap(({ start, end }) => [start, end]);
  }

  /** The marks that cover a place; places must be asked for in their order. */
  at(place: number): readonly Mark<T>[] {
    while (this.next < this.marks.length && this.marks[this.next]!.start <= place) this.open.push(this.marks[this.next++]!);
    this.open = this.open.filter(({ end }) => end > place);
    return this.open;
  }
}
