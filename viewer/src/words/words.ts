// Texts of the page in both languages; each room keeps its own beside it.

import type { Language } from "../data/types.ts";

type Values = Record<string, string | number>;

/** The texts of a room. The type checker holds both languages to the same keys. */
export function words<K extends string>(texts: Record<Language, Record<K, string>>) {
  // {count} is the value, {count|fact|facts} the one word or the other by it.
  return (language: Language, key: K, values: Values = {}): string =>
    texts[language][key].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, value: string, one?: string, many?: string) =>
      String(one === undefined ? values[value] ?? "" : values[value] === 1 ? one : many));
}
