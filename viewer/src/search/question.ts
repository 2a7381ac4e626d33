// What a reader asks for: the query's words, in any order, and how well a name answers.

import { folded, traced } from "./folding.ts";
import { pattern } from "./pattern.ts";

/** How a name answers, best first. */
const [EXACT, PREFIX, WORD, WITHIN, SCATTERED] = [0, 1, 2, 3, 4];
const GUESSED = 0.5; // what an unfinished syllable or an initial letter stands for comes after what is written so

export class Question {
  /** The word that a name must hold to be looked at: the longest. */
  readonly rarest: string;
  private readonly words: RegExp[];
  private readonly whole: RegExp;
  private readonly begun: RegExp;
  private readonly literal: string;

  constructor(query: string) {
    const words = folded(query).split(" ").filter(Boolean);
    const sources = words.map((word, n) => pattern(word, n === words.length - 1));
    this.literal = words.join("");
    const whole = sources.join(" ?");
    this.rarest = sources[words.reduce((best, word, n) => (word.length > words[best]!.length ? n : best), 0)] ?? "";
    this.words = sources.map((source) => new RegExp(source));
    this.whole = new RegExp(whole);
    this.begun = new RegExp(`(?:^| )${whole}`);
  }

  /** A rank of a folded name, lower is better; null where it does not answer. */
  rank(key: string): number | null {
    const found = this.whole.exec(key);
    if (!found) return this.words.every((word) => word.test(key)) ? SCATTERED : null;
    const place = found.index > 0 ? (this.begun.test(key) ? WORD : WITHIN) : found[0].length === key.length ? EXACT : PREFIX;
    return place + (found[0].replaceAll(" ", "") === this.literal ? 0 : GUESSED);
  }

  /** The parts of a name that answer: half-open, in UTF-16 units, in order. */
  marks(value: string): [start: number, end: number][] {
    const { key, from } = traced(value);
    const at = (n: number): number => from[n] ?? value.length;
    const span = ({ index, 0: part }: RegExpExecArray): [number, number] => [at(index), at(index + part.length)];
    const whole = this.whole.exec(key);
    if (whole) return [span(whole)];
    const parts = this.words.map((word) => word.exec(key));
    if (!parts.every((part) => part !== null)) return [];
    return parts.map(span).sort(([a], [b]) => a - b).filter(([start], n, all) => n === 0 || start >= all[n - 1]![1]);
  }
}
