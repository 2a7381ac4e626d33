// A quote with its source and the fact it states, as text to be pasted elsewhere.

import type { Data } from "../data/data.ts";
import type { Naming } from "../words/naming.ts";
import type { Sighting } from "./accounts.ts";
import { text } from "./words.ts";

export type Form = "plain" | "markdown";

/** The texts of its document must be ready (see `Data.texted`). */
export function citation(data: Data, naming: Naming, sighting: Sighting, form: Form): string {
  const quote = data.quote(sighting.evidence).replace(/\s+/g, " ").trim();
  const { title, rest } = source(data, naming, sighting);
  const fact = factLine(data, naming, sighting);
  if (form === "plain") return `“${quote}”${title ? ` — ${[title, ...rest].join(", ")}` : ""}\n${fact}\n`;
  const origin = title ? `>\n> — ${[markdown(title), ...rest.map(markdown)].join(", ")}\n` : "";
  return `> ${markdown(quote)}\n${origin}\n${markdown(fact)}\n`;
}

function source(data: Data, naming: Naming, { evidence: { document } }: Sighting): { title: string; rest: string[] } {
  if (document === null) return { title: "", rest: [] };
  const { publisher, author, published, source: from } = data.documents[document]!;
  return { title: naming.document(document), rest: [publisher, author, published, from].filter((known) => known !== null) };
}

function factLine(data: Data, naming: Naming, { statement: n }: Sighting): string {
  const { id, subject, predicate, object, status, qualifiers, speaker } = data.statements[n]!;
  const triple = [naming.entity(subject), naming.predicate(predicate), naming.entity(object)].join(" → ");
  const details = [
    naming.label(status),
    ...Object.entries(qualifiers).map(([key, value]) => `${naming.label(key)} ${key === "amount" ? naming.amount(value) : value}`),
    ...(speaker === null ? [] : [text(naming.language, "says", { name: naming.entity(speaker) })]),
  ];
  return `[${triple} (${details.join(", ")}) · ${text(naming.language, "statement", { id })}]`;
}

/** Text in which nothing is a sign of Markdown or of HTML. */
const markdown = (plain: string): string => plain.replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
