// The panel of one tie or of a few facts.

import type { App } from "../app.ts";
import { type Children, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { type Fact, factsOf } from "../evidence/accounts.ts";
import { articles } from "../evidence/fact.ts";
import { visible } from "../filter/visible.ts";
import { growing } from "./growing.ts";
import { text } from "./words.ts";

const SHOWN = { first: 12, step: 25 };
const ENDS = 4; // names in the heading

/** What was chosen is shown, whether the filters let it through or not. */
export async function factsPanel(app: App, statements: Position[]): Promise<Children> {
  const { data, naming } = app;
  const facts = factsOf(data, statements, visible(app));
  const make = async (some: readonly Fact[]): Promise<HTMLElement[]> =>
    (await articles(app, some)).map((article, i) =>
      element("section", { class: data.isClaim(some[i]!.first) ? "relation accent" : "relation" }, article));
  return [
    heading(app, statements),
    element("p", { class: "note" }, text(naming.language, "facts", { count: statements.length })),
    await growing(app, facts, { ...SHOWN, make }, element("div")),
  ];
}

function heading({ data, naming }: App, statements: Position[]): HTMLElement {
  const ends = [...new Set(statements.flatMap((n) => [data.statements[n]!.subject, data.statements[n]!.object]))];
  const rest = ends.length - ENDS;
  return element("h2", { id: "panel-heading", tabindex: "-1", class: "tie" },
    ends.slice(0, ENDS).map((n, i) => [i ? " – " : "", name(naming.entity(n))]),
    rest > 0 ? ` ${text(naming.language, "andOthers", { count: rest })}` : null);
}
