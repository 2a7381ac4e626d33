// What of a name counts in a search: letters and figures without case or marks, words apart by one blank.

import { INITIALS } from "./hangul.ts";

const SIMPLE = /^[\x00-\x7f가-힣]*$/; // most names: nothing to spell out
const LETTERS = /[ㄱ-ㆎ]+|[^ㄱ-ㆎ]+/g;

/** Full-width and bracketed forms are spelled out, accents dropped; single Hangul letters stay single. */
export function folded(value: string): string {
  const lower = value.toLowerCase();
  if (SIMPLE.test(lower)) return lower.replace(/[^a-z0-9가-힣]+/g, " ").trim();
  return lower.replace(LETTERS, spelled).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function spelled(run: string): string {
  if (/^[ㄱ-ㆎ]/.test(run)) return run; // compatibility decomposition would let them join into syllables
  return run.normalize("NFKD").replace(/\p{M}+/gu, "").normalize("NFC")
    .replace(/[\u1100-\u1112]/g, (initial) => INITIALS[initial.charCodeAt(0) - 0x1100]!);
}

/** The folded form with the place in the value, in UTF-16 units, that each of its characters comes from. */
export function traced(value: string): { key: string; from: number[] } {
  let key = "";
  const from: number[] = [];
  // A character with the marks that follow it, or a whole decomposed syllable, is folded as one.
  for (const { 0: cluster, index } of value.matchAll(/[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M}\p{M}*|\p{M}+/gu)) {
    const part = folded(cluster);
    const gap = part ? "" : " ";
    if (gap && (!key || key.endsWith(" "))) continue;
    key += part + gap;
    for (let i = 0; i < (part + gap).length; i++) from.push(index);
  }
  return { key, from };
}
