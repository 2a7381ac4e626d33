// How Unicode makes Hangul syllables of letters (The Unicode Standard, 3.12): in order of initial, vowel, final.

export const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/** Vowels and final consonants as the letters that are typed for them. */
export const VOWELS = ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ",
  "ㅡㅣ", "ㅣ"];
export const FINALS = ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ",
  "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];
const PAIRS: Record<string, string> = {
  ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ",
};
const FIRST = "가".charCodeAt(0);

/** The syllable of these positions. */
export const syllable = (initial: number, vowel: number, final: number): string =>
  String.fromCharCode(FIRST + (initial * VOWELS.length + vowel) * FINALS.length + final);

/** The positions of a syllable's parts; null for any other character. */
export function parts(character: string): { initial: number; vowel: number; final: number } | null {
  const code = character.charCodeAt(0) - FIRST;
  if (code < 0 || code >= INITIALS.length * VOWELS.length * FINALS.length) return null;
  const open = Math.floor(code / FINALS.length);
  return { initial: Math.floor(open / VOWELS.length), vowel: open % VOWELS.length, final: code % FINALS.length };
}

/** Consonants that an input method has joined, as ㄱㅅ in ㄳ, one by one again. */
export const apart = (value: string): string => value.replace(/[ㄳ-ㅄ]/g, (pair) => PAIRS[pair] ?? pair);
