// The language of the page, and who must write anew when it changes.

import type { Language } from "../../viewer/src/data/types.ts";

export class Page {
  private readonly watchers: (() => void)[] = [];
  private spoken: Language = document.documentElement.lang === "en" ? "en" : "ko";

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
    // The server's other pages go by it, too.
    document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`;
    for (const write of this.watchers) write();
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.spoken, { maximumFractionDigits: digits }).format(value);
  }
}

/** Of texts by language, the one in the reader's, else in English, else any. */
export const inLanguage = (texts: Partial<Record<string, string>>, language: Language): string =>
  texts[language] ?? texts["en"] ?? Object.values(texts)[0] ?? "";
