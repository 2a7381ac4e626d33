// The panel of one tie or of a few facts.

import type { App } from "../app.ts";
import { type Children, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { fact } from "../evidence/fact.ts";
import { text } from "./words.ts";

export async function factsPanel(app: App, facts: Position[]): Promise<Children> {
  const { data, naming } = app;
  await data.texted(data.documentsOf(facts));
  const ends = [...new Set(facts.flatMap((f) => [data.statements[f]!.subject, data.statements[f]!.object]))];
  return [
    element("h2", { id: "panel-heading", tabindex: "-1", class: "tie" }, ends.map((n, i) => [i ? " – " : "", name(naming.entity(n))])),
    element("p", { class: "note" }, text(naming.language, "facts", { count: facts.length })),
    facts.map((f) => element("section", { class: data.isClaim(f) ? "relation accent" : "relation" }, fact(app, f))),
  ];
}
