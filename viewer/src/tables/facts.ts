// The facts as a table; in the file each quote has a line of its own.

import type { App } from "../app.ts";
import { type Children, button, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { sources } from "../filter/sources.ts";
import { visible } from "../filter/visible.ts";
import { entityButton } from "../graph/swatch.ts";
import { alphabet } from "./alphabet.ts";
import type { Column, Field, Sheet } from "./sheet.ts";
import { type Key, text } from "./words.ts";

export function factSheet(app: App): Sheet {
  const { data, naming, store } = app;
  const rows = data.statements.map((_, n) => n).filter(visible(app));
  const place = alphabet(app);
  // Where nothing else decides, facts about one subject stand together, and of these those of one relation.
  const relations = [...new Set(data.statements.map(({ predicate }) => predicate))].sort((a, b) => naming.compare(naming.label(a), naming.label(b)));
  const relation = new Map(relations.map((predicate, i) => [predicate, i]));
  const keys = Float64Array.from(data.statements, ({ subject, predicate, object }) =>
    (place[subject]! * relations.length + relation.get(predicate)!) * place.length + place[object]!);
  rows.sort((a, b) => keys[a]! - keys[b]! || a - b);
  return {
    table: "facts", rows, total: data.statements.length, columns: columns(app), first: { column: "subject", descending: false },
    words: (n) => words(app, n),
    marks: (n) => data.statements[n]!.status,
    chosen: (n) => store.view.selection?.kind === "facts" && store.view.selection.statements.includes(n),
    texts: (some) => data.documentsOf(some),
    fields: fields(app),
    lines: (n) => Math.max(1, data.statements[n]!.evidence.length),
  };
}

function columns(app: App): Column[] {
  const { data, naming } = app;
  const place = alphabet(app);
  const order = reading(app);
  const of = (n: Position) => data.statements[n]!;
  const made: (Omit<Column, "heading"> & { key: Key })[] = [
    { key: "subject", value: (n) => place[of(n).subject]!, cell: (n) => entityButton(app, of(n).subject) },
    {
      key: "predicate", value: (n) => naming.label(of(n).predicate),
      cell: (n) => element("span", { class: data.isClaim(n) ? "accent" : null }, naming.predicate(of(n).predicate)),
    },
    { key: "object", value: (n) => place[of(n).object]!, cell: (n) => entityButton(app, of(n).object) },
    { key: "status", value: (n) => naming.label(of(n).status), cell: (n) => naming.label(of(n).status) },
    { key: "when", value: (n) => data.date(n), cell: (n) => data.date(n) },
    { key: "details", value: (n) => details(app, n).join(), cell: (n) => details(app, n).map((value) => name(value)) },
    {
      key: "speaker", value: (n) => (of(n).speaker === null ? "" : place[of(n).speaker!]!),
      cell: (n) => (of(n).speaker === null ? null : entityButton(app, of(n).speaker!)),
    },
    { key: "confidence", figure: true, value: (n) => of(n).confidence, cell: (n) => naming.percent(of(n).confidence) },
    { key: "sources", figure: true, value: (n) => sources(data)[n]!, cell: (n) => sources(data)[n]! },
    { key: "quote", value: (n) => order[n]!, cell: (n) => quote(app, n) },
  ];
  return made.map((column) => ({ ...column, heading: text(naming.language, column.key) }));
}

/** Quotes are sorted as one reads them: by title, and within a text by place. Their words need not be read for that. */
function reading({ data, naming }: App): Float64Array {
  const titles = data.documents.map((_, n) => n).sort((a, b) => naming.compare(naming.document(a), naming.document(b)) || a - b);
  const place = new Float64Array(titles.length);
  titles.forEach((n, i) => (place[n] = i * 2 ** 32));
  return Float64Array.from(data.statements, ({ evidence: [first] }) =>
    (first && first.document !== null ? place[first.document]! + first.start : NaN));
}

/** What qualifies a fact beside its date, such as an amount or a role. */
function details({ data, naming }: App, n: Position): string[] {
  return Object.entries(data.statements[n]!.qualifiers).filter(([key]) => key !== "date")
    .map(([key, value]) => (key === "amount" ? naming.amount(value) : value));
}

function quote(app: App, n: Position): Children {
  const { data, naming, store } = app;
  const [first] = data.statements[n]!.evidence;
  if (!first) return null;
  const open = (): void => store.change({ selection: { kind: "facts", statements: [n] } });
  return [
    button({ class: "excerpt", onclick: open }, name(data.quote(first))),
    first.document === null ? null : name(naming.document(first.document), { class: "source" }),
  ];
}

function words(app: App, n: Position): string {
  const { data, naming } = app;
  const { subject, predicate, object, status, speaker, qualifiers, evidence } = data.statements[n]!;
  const entities = [subject, object, ...(speaker === null ? [] : [speaker])].flatMap((e) => [naming.entity(e), ...data.entities[e]!.aliases]);
  const titles = evidence.map(({ document }) => (document === null ? "" : naming.document(document)));
  return [...entities, naming.label(predicate), naming.label(status), ...Object.values(qualifiers), ...titles].join("\n");
}

function fields({ data, naming }: App): Field[] {
  const say = (key: Parameters<typeof text>[1]): string => text(naming.language, key);
  const of = (n: Position) => data.statements[n]!;
  const id = (n: Position | null): string => (n === null ? "" : data.entities[n]!.id);
  const entity = (n: Position | null): string => (n === null ? "" : naming.entity(n));
  const evidence = (n: Position, i: number) => of(n).evidence[i];
  const head = (n: Position, i: number) => data.documents[evidence(n, i)?.document ?? -1];
  const qualifiers = [...new Set(data.statements.flatMap((statement) => Object.keys(statement.qualifiers)))].sort();
  return [
    { heading: say("id"), value: (n) => of(n).id },
    { heading: say("subjectId"), value: (n) => id(of(n).subject) },
    { heading: say("subject"), value: (n) => entity(of(n).subject) },
    { heading: say("predicateId"), value: (n) => of(n).predicate },
    { heading: say("predicate"), value: (n) => naming.label(of(n).predicate) },
    { heading: say("objectId"), value: (n) => id(of(n).object) },
    { heading: say("object"), value: (n) => entity(of(n).object) },
    { heading: say("statusId"), value: (n) => of(n).status },
    { heading: say("status"), value: (n) => naming.label(of(n).status) },
    ...qualifiers.map((key): Field => ({ heading: naming.label(key), value: (n) => of(n).qualifiers[key] ?? "" })),
    { heading: say("speakerId"), value: (n) => id(of(n).speaker) },
    { heading: say("speaker"), value: (n) => entity(of(n).speaker) },
    { heading: say("confidence"), value: (n) => of(n).confidence },
    { heading: say("sources"), value: (n) => sources(data)[n]! },
    { heading: say("documentId"), value: (n, i) => head(n, i)?.id ?? "" },
    { heading: say("document"), value: (n, i) => head(n, i)?.title ?? "" },
    { heading: say("publisher"), value: (n, i) => head(n, i)?.publisher ?? "" },
    { heading: say("published"), value: (n, i) => head(n, i)?.published ?? "" },
    { heading: say("start"), value: (n, i) => (head(n, i) ? evidence(n, i)!.start : "") },
    { heading: say("end"), value: (n, i) => (head(n, i) ? evidence(n, i)!.end : "") },
    { heading: say("quote"), value: (n, i) => (evidence(n, i) ? data.quote(evidence(n, i)!) : "") },
  ];
}
