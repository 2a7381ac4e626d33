// A table as a file: all rows that the filters and the search in the table leave, in their order, with the quotes in full.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { MARK, line } from "./csv.ts";
import type { Sheet } from "./sheet.ts";

/** Reads the texts that the rows quote, a block at a time, and tells after each how many of how many are read. */
export async function readTexts({ data }: App, sheet: Sheet, rows: readonly Position[], tell: (done: number, total: number) => void): Promise<void> {
  const blocks = new Map<number, Position>(); // with a document of each
  for (const n of sheet.texts(rows)) if (n !== null) blocks.set(data.documents[n]!.block, n);
  let done = 0;
  for (const document of blocks.values()) {
    await data.texted([document]);
    tell(++done, blocks.size);
  }
}

/** The rows as CSV, headings first; the texts that they quote must be ready. */
export function written({ fields, lines }: Sheet, rows: readonly Position[]): { parts: string[]; count: number } {
  const parts = [MARK + line(fields.map(({ heading }) => heading))];
  for (const n of rows) {
    for (let i = 0; i < lines(n); i++) parts.push(line(fields.map(({ value }) => value(n, i))));
  }
  return { parts, count: parts.length - 1 };
}

/** The name of the file, from the page's title and the table. */
export function fileName(title: string, table: string): string {
  const plain = title.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  return `${plain || "biograph"}-${table}.csv`;
}
