// How things of the data are called in the reader's language.

import type { Data } from "../data/data.ts";
import type { Language, Position } from "../data/types.ts";
import { words } from "./words.ts";

const text = words({
  ko: { predicate: "~{label}", untitled: "제목 없는 문서", unknown: "모름" },
  en: { predicate: "{label}", untitled: "Untitled document", unknown: "unknown" },
});

export class Naming {
  constructor(private readonly data: Data, private readonly chosen: () => Language) {}

  get language(): Language {
    return this.chosen();
  }

  /** Of a type, relation, status or qualifier. */
  label(name: string): string {
    return this.data.core.labels[this.language][name] ?? name;
  }

  predicate(name: string): string {
    return text(this.language, "predicate", { label: this.label(name) });
  }

  entity(n: Position): string {
    const { name, names } = this.data.entities[n]!;
    return names[this.language] ?? name;
  }

  document(n: Position): string {
    const { title, id } = this.data.documents[n]!;
    return title || id || text(this.language, "untitled");
  }

  /** Of a group of countries by its ISO 3166 code, or of a group by another name; "" is the unknown one. */
  group(group: string): string {
    if (!group) return text(this.language, "unknown");
    const known = this.data.core.groups[group]?.[this.language];
    // A code without a name stands as its own.
    if ((known && known !== group) || !/^[A-Z]{2}$/.test(group)) return known ?? group;
    return new Intl.DisplayNames([this.language], { type: "region" }).of(group) ?? group;
  }

  /** An amount of money such as "12000000 USD"; any other text as it is. */
  amount(value: string): string {
    const [, number, currency] = /^(\d+) ([A-Z]{3})$/.exec(value) ?? [];
    if (!currency) return value;
    const style = { style: "currency", currency, notation: "compact", maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.language, style).format(Number(number));
  }

  percent(value: number): string {
    return new Intl.NumberFormat(this.language, { style: "percent" }).format(value);
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: digits }).format(value);
  }

  compare = (a: string, b: string): number => this.collator.compare(a, b);

  private collators = new Map<Language, Intl.Collator>();
  private get collator(): Intl.Collator {
    let collator = this.collators.get(this.language);
    if (!collator) this.collators.set(this.language, (collator = new Intl.Collator(this.language, { numeric: true })));
    return collator;
  }
}
