// A word as a pattern over folded names: initial letters stand for syllables, and the last syllable may be unfinished.

import { FINALS, INITIALS, VOWELS, apart, parts, syllable } from "./hangul.ts";

const LAST = { vowel: VOWELS.length - 1, final: FINALS.length - 1 };

/** The source of a regular expression for a folded word; `last` where the reader may still be typing it. */
export function pattern(word: string, last: boolean): string {
  const letters = [...apart(word)];
  // Blanks do not matter: neither those of the query nor those of the name.
  return letters.map((letter, n) => (last && n === letters.length - 1 ? unfinished(letter) : finished(letter))).join(" ?");
}

function finished(letter: string): string {
  const initial = INITIALS.indexOf(letter);
  return initial < 0 ? letter : among(letter, syllable(initial, 0, 0), syllable(initial, LAST.vowel, LAST.final));
}

/** A syllable whose vowel or final consonant may still grow, or whose final consonant may yet begin the next one. */
function unfinished(letter: string): string {
  const found = parts(letter);
  if (!found) return finished(letter);
  const { initial, vowel, final } = found;
  if (!final) return among("", letter, syllable(initial, grown(VOWELS, vowel).at(-1)!, LAST.final));
  const typed = FINALS[final]!;
  const before = syllable(initial, vowel, FINALS.indexOf(typed.slice(0, -1)));
  const same = grown(FINALS, final).map((n) => syllable(initial, vowel, n)).join("");
  return `(?:[${same}]|${before} ?${finished(typed.at(-1)!)})`;
}

/** The positions of what begins with the letters typed: ㅗ may become ㅘ. In the list these stand together. */
const grown = (list: readonly string[], n: number): number[] => list.flatMap((letters, m) => (letters.startsWith(list[n]!) ? [m] : []));

/** One of these letters, or one from the first to the last. */
const among = (letters: string, first: string, last: string): string => `[${letters}${first}-${last}]`;
