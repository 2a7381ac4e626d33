// The documents as a table; each opens its text.

import type { App } from "../app.ts";
import { button, name } from "../dom.ts";
import type { DocumentHead, Position } from "../data/types.ts";
import type { Column, Sheet } from "./sheet.ts";
import { narrowed, tally } from "./tally.ts";
import { type Key, text } from "./words.ts";

/** All documents with a shown fact; those that state nothing, too, while the filter asks for nothing. */
export function documentSheet(app: App): Sheet {
  const { data, naming, store } = app;
  const { documents } = tally(app);
  const loose = !narrowed(store.view.filter);
  const rows = data.documents.map((_, n) => n).filter((n) => documents[n]! > 0 || (loose && !data.quotesIn(n).length));
  const of = (n: Position): DocumentHead => data.documents[n]!;
  const field = (key: Key, value: (n: Position) => string | number | null) =>
    ({ heading: text(naming.language, key), value: (n: Position) => value(n) ?? "" });
  return {
    table: "documents", rows, total: data.documents.length, columns: columns(app), first: { column: "when", descending: true },
    words: (n) => [naming.document(n), of(n).publisher, of(n).author, of(n).published].filter(Boolean).join("\n"),
    marks: () => null,
    chosen: (n) => store.view.reading?.document === n,
    texts: () => [],
    fields: [
      field("id", (n) => of(n).id), field("title", (n) => of(n).title), field("publisher", (n) => of(n).publisher),
      field("author", (n) => of(n).author), field("published", (n) => of(n).published), field("language", (n) => of(n).language),
      field("source", (n) => of(n).source), field("nameCount", (n) => of(n).names.length), field("factCount", (n) => documents[n]!),
    ],
    lines: () => 1,
  };
}

function columns(app: App): Column[] {
  const { data, naming, store } = app;
  const { documents } = tally(app);
  const of = (n: Position): DocumentHead => data.documents[n]!;
  const say = (key: Key): string => text(naming.language, key);
  const figure = (key: Key, value: (n: Position) => number): Column => ({ key, heading: say(key), figure: true, value, cell: value });
  const plain = (key: Key, value: (n: Position) => string | null): Column =>
    ({ key, heading: say(key), value: (n) => value(n) ?? "", cell: (n) => name(value(n) ?? "") });
  const languages = new Intl.DisplayNames([naming.language], { type: "language" });
  const spoken = (code: string): string => (/^[a-z]{2,3}$/.test(code) ? languages.of(code) ?? code : code);
  const open = (n: Position) => (): void => store.change({ page: "texts", reading: { document: n, start: null, end: null } });
  return [
    {
      key: "title", heading: say("title"), value: (n) => naming.document(n),
      cell: (n) => button({ class: "entity", onclick: open(n) }, name(naming.document(n))),
    },
    plain("publisher", (n) => of(n).publisher),
    plain("author", (n) => of(n).author),
    plain("when", (n) => of(n).published),
    plain("language", (n) => spoken(of(n).language)),
    figure("nameCount", (n) => of(n).names.length),
    figure("factCount", (n) => documents[n]!),
  ];
}
