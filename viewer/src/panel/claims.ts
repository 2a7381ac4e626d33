// Who is called a bridge, by which words: the founding question, before anything is computed.

import type { App } from "../app.ts";
import { button, element, name } from "../dom.ts";
import type { Evidence, Position } from "../data/types.ts";
import { visible } from "../filter/visible.ts";
import { growing } from "./growing.ts";
import { text } from "./words.ts";

const SHOWN = { first: 4, step: 12 };

/** One whom texts call a bridge: its sides, and the statements, the article's own words first. */
interface Claim {
  subject: Position;
  sides: Position[];
  statements: Position[];
  quote: Evidence;
}

export async function claims(app: App): Promise<HTMLElement | null> {
  const { data, naming } = app;
  const found = gathered(app);
  if (!found.length) return null;
  const make = async (some: readonly Claim[]): Promise<HTMLElement[]> => {
    await data.texted(some.map(({ quote }) => quote.document));
    return some.map((claim) => element("div", {}, item(app, claim)));
  };
  return element("section", { class: "claims" }, element("h2", {}, text(naming.language, "claims")),
    await growing(app, found, { ...SHOWN, make }, element("div")),
    element("p", { class: "note" }, text(naming.language, "claimsNote")));
}

/** Those of the most statements first. */
function gathered(app: App): Claim[] {
  const { data, naming } = app;
  const shown = visible(app);
  const bySubject = new Map<Position, { sides: Set<Position>; statements: Position[] }>();
  for (const edge of data.graph.edges) {
    const statements = edge.claim && edge.status === "asserted" ? edge.statements.filter((n) => data.isClaim(n) && shown(n)) : [];
    if (!statements.length) continue;
    const claim = bySubject.get(edge.from) ?? { sides: new Set(), statements: [] };
    bySubject.set(edge.from, claim);
    claim.sides.add(edge.to);
    claim.statements.push(...statements);
  }
  const spoken = (n: Position): number => Number(data.statements[n]!.speaker !== null);
  const native = ({ document: n }: Evidence): boolean => n !== null && data.documents[n]!.language === naming.language;
  return [...bySubject].map(([subject, { sides, statements }]) => {
    statements.sort((a, b) => spoken(a) - spoken(b) || a - b);
    const quotes = statements.flatMap((n) => data.statements[n]!.evidence);
    return { subject, sides: [...sides], statements, quote: quotes.find(native) ?? quotes[0]! };
  }).sort((a, b) => b.statements.length - a.statements.length || a.subject - b.subject);
}

function item({ data, naming, store }: App, { subject, sides, statements, quote }: Claim): HTMLElement {
  return button({ class: "claim", onclick: () => store.change({ selection: { kind: "facts", statements } }) },
    name(naming.entity(subject), { class: "who" }),
    element("span", { class: "sides" }, sides.map((side, i) => [i ? " · " : "", name(naming.entity(side))])),
    element("q", {}, data.quote(quote)));
}
