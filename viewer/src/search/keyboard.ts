// What was meant where the keyboard was set to the other script (the Dubeolsik layout, KS X 5002).

import { FINALS, INITIALS, VOWELS, apart, parts, syllable } from "./hangul.ts";

const KEYS = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
const LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";
const longest = (list: readonly string[]): string => list.filter(Boolean).toSorted((a, b) => b.length - a.length).join("|");
// A consonant before a vowel is no final one: it begins the next syllable.
const SYLLABLE = new RegExp(`([${INITIALS}])(${longest(VOWELS)})((?:${longest(FINALS)})(?![ㅏ-ㅣ]))?`, "g");

/** The query as the other script gives it, or null where it holds nothing to retype. */
export function retyped(query: string): string | null {
  if (/[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(query.normalize("NFC"))) return latin(query.normalize("NFC"));
  return /[a-z]/i.test(query) ? hangul(query) : null;
}

function hangul(query: string): string {
  // A capital that has no letter of its own is typed as the small one: caps lock.
  const letter = (key: string): string => LETTERS[KEYS.indexOf(key)] ?? LETTERS[KEYS.indexOf(key.toLowerCase())] ?? key;
  return [...query].map(letter).join("").replace(SYLLABLE, (_, initial: string, vowel: string, final: string = "") =>
    syllable(INITIALS.indexOf(initial), VOWELS.indexOf(vowel), FINALS.indexOf(final)));
}

function latin(query: string): string {
  return [...apart(query)].flatMap((character) => {
    const found = parts(character);
    return found ? [...INITIALS[found.initial]! + VOWELS[found.vowel]! + FINALS[found.final]!] : [...vowels(character)];
  }).map((letter) => KEYS[LETTERS.indexOf(letter)] ?? letter).join("");
}

/** A vowel that stands alone as it was typed: ㅘ is ㅗㅏ. */
const vowels = (letter: string): string => (/[ㅏ-ㅣ]/.test(letter) ? VOWELS[letter.charCodeAt(0) - "ㅏ".charCodeAt(0)]! : letter);
