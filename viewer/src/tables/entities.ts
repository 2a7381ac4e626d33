// The entities as a table, with what the shown facts say of each.

import type { App } from "../app.ts";
import { name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { entityButton } from "../graph/swatch.ts";
import { alphabet } from "./alphabet.ts";
import { rankingColumns } from "./ranking.ts";
import type { Column, Sheet } from "./sheet.ts";
import { narrowed, tally } from "./tally.ts";
import { type Key, text } from "./words.ts";

const FILED: readonly string[] = ["from", "to", "verdict"]; // columns without figures that stand in the file as in the table

/** All entities with a shown fact; those that no fact mentions, too, while the filter asks for nothing. */
export function entitySheet(app: App): Sheet {
  const { data, store } = app;
  const { facts } = tally(app);
  const loose = !narrowed(store.view.filter);
  const place = alphabet(app);
  const rows = data.entities.map((_, n) => n).filter((n) => facts[n]! > 0 || (loose && !data.factsOf[n]!.length));
  rows.sort((a, b) => place[a]! - place[b]!);
  const shown = columns(app);
  return {
    table: "entities", rows, total: data.entities.length, columns: shown, first: { column: "ties", descending: true },
    words: (n) => [...names(app, n), kind(app, n), ...groups(app, n)].join("\n"),
    marks: () => null,
    chosen: (n) => store.view.selection?.kind === "entity" && store.view.selection.entity === n,
    texts: () => [],
    fields: [
      field(app, "id", (n) => data.entities[n]!.id),
      field(app, "name", (n) => app.naming.entity(n)),
      field(app, "typeId", (n) => data.entities[n]!.type),
      field(app, "type", (n) => kind(app, n)),
      field(app, "groups", (n) => groups(app, n).join("; ")),
      field(app, "aliases", (n) => others(app, n).join("; ")),
      field(app, "sameAs", (n) => data.entities[n]!.sameAs.join("; ")),
      ...shown.filter(({ figure, key }) => figure || FILED.includes(key)),
    ],
    lines: () => 1,
  };
}

const field = ({ naming }: App, key: Key, value: (n: Position) => string | number) => ({ heading: text(naming.language, key), value });

function columns(app: App): Column[] {
  const { data, naming } = app;
  const { facts, ties, from, to } = tally(app);
  const place = alphabet(app);
  const say = (key: Key): string => text(naming.language, key);
  const figure = (key: Key, value: (n: Position) => number): Column => ({ key, heading: say(key), figure: true, value, cell: value });
  const plain = (key: Key, value: (n: Position) => string): Column => ({ key, heading: say(key), value, cell: (n) => name(value(n)) });
  return [
    { key: "name", heading: say("name"), value: (n) => place[n]!, cell: (n) => entityButton(app, n) },
    plain("type", (n) => kind(app, n)),
    plain("groups", (n) => groups(app, n).join(", ")),
    plain("aliases", (n) => others(app, n).join(", ")),
    figure("ties", (n) => ties[n]!),
    figure("factCount", (n) => facts[n]!),
    figure("documentCount", (n) => data.namedIn[n]!.length),
    plain("from", (n) => from[n]!),
    plain("to", (n) => to[n]!),
    ...rankingColumns(app),
  ];
}

const kind = ({ data, naming }: App, n: Position): string => naming.label(data.entities[n]!.type);

const groups = ({ data, naming }: App, n: Position): string[] =>
  [...new Set(data.entities[n]!.groups.map(({ group }) => naming.group(group)))];

function names({ data, naming }: App, n: Position): string[] {
  const { name: written, names: preferred, aliases } = data.entities[n]!;
  return [...new Set([naming.entity(n), written, ...Object.values(preferred), ...aliases])];
}

const others = (app: App, n: Position): string[] => names(app, n).slice(1);
