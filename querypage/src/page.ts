// The language of the page, and who must write anew when it changes.

import type { Language } from "../../viewer/src/data/types.ts";
import { keep, recall } from "./kept.ts";

export class Page {
  private readonly watchers: (() => void)[] = [];
  private spoken: Language;

  constructor() {
    this.spoken = (recall("language") ?? document.documentElement.lang) === "en" ? "en" : "ko";
  }

  get language(): Language {
    return this.spoken;
  }

  get other(): Language {
    return this.spoken === "ko" ? "en" : "ko";
  }

  /** Calls at once, and whenever the language changes. */
  watch(write: () => void): void {
    this.watchers.push(write);
    write();
  }

  speak(language: Language): void {
    this.spoken = language;
    keep("language", language);
    for (const write of this.watchers) write();
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.spoken, { maximumFractionDigits: digits }).format(value);
  }
}

/** Of texts by language, the one in the reader's, else in English, else any. */
export const inLanguage = (texts: Partial<Record<string, string>>, language: Language): string =>
  texts[language] ?? texts["en"] ?? Object.values(texts)[0] ?? "";
