// What the ranking of brokers says of an entity, as columns of the table of entities.

import type { App } from "../app.ts";
import { figure, wordsOf } from "../brokers/figures.ts";
import type { BrokerRow } from "../data/brokers.ts";
import type { Position } from "../data/types.ts";
import type { Column } from "./sheet.ts";

/** The package writes headings small, these tables large. */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Rank and verdict, which those have that were ranked; none where the page was made without a ranking or ranks nobody. */
export function rankingColumns(app: App): Column[] {
  const { data: { brokers }, naming } = app;
  if (!brokers?.rows.length) return [];
  const { columns, verdicts } = wordsOf(app, brokers);
  const rows = new Map<Position, BrokerRow>(brokers.rows.map((row) => [row.entity, row]));
  const verdict = (n: Position): string => {
    const name = rows.get(n)?.verdict ?? "";
    return verdicts[name] ?? name;
  };
  return [
    {
      key: "rank", heading: capital(columns["rank"] ?? "rank"), figure: true, least: true,
      value: (n) => rows.get(n)?.rank ?? "", cell: (n) => (rows.has(n) ? figure(naming, rows.get(n)!.rank) : null),
    },
    { key: "verdict", heading: capital(columns["verdict"] ?? "verdict"), value: verdict, cell: verdict },
  ];
}
