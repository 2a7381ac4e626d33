// A quote in its context: the sentence before, the rest of its own, and the sentence after.

import type { Data } from "../data/data.ts";

const REACH = 240; // code points looked at on either side
const END = /[.!?…。！？]["'”’」』)\]]*(?=\s)|\n/gu;
const CLOSED = /[.!?…。！？]["'”’」』)\]]*$/u;

interface Context {
  before: string;
  after: string;
}

/** What stands around a span of a document, within its body. */
export function context(data: Data, document: number, start: number, end: number): Context {
  const body = data.text(document).body.find(([from, to]) => from <= start && end <= to) ?? [0, data.length(document)];
  const before = data.slice(document, Math.max(body[0], start - REACH), start);
  const after = data.slice(document, end, Math.min(body[1], end + REACH));
  return { before: lastSentences(before), after: firstSentences(after, data.slice(document, start, end)) };
}

const endsOf = (text: string): number[] => [...text.matchAll(END)].map((match) => match.index + match[0].length);

/** The last whole sentence of a text and what follows it unfinished. */
export function lastSentences(before: string): string {
  const paragraph = before.slice(before.lastIndexOf("\n") + 1);
  const ends = endsOf(paragraph);
  const closed = paragraph.trim() === "" || ends.at(-1) === paragraph.trimEnd().length;
  const from = closed ? ends.at(-2) : ends.at(-2) ?? ends.at(-1);
  return paragraph.slice(from ?? 0).trimStart();
}

/** The rest of a quote's sentence, where the quote is not closed, and the sentence after it. */
export function firstSentences(after: string, quote: string): string {
  const paragraph = after.split("\n", 1)[0]!;
  const ends = endsOf(`${paragraph} `);
  const to = CLOSED.test(quote.trimEnd()) ? ends[0] : ends[1] ?? ends[0];
  return paragraph.slice(0, to ?? paragraph.length).trimEnd();
}
