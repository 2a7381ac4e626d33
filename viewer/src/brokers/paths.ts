// The two-paths of a broker as a list, each of which opens to the facts and quotes behind its two ties.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers, Role } from "../data/brokers.ts";
import { type Children, button, element, name } from "../dom.ts";
import { fact } from "../evidence/fact.ts";
import { figure, groupsNamed } from "./figures.ts";
import { networkOf, rolesAsked } from "./lamp.ts";
import { ACROSS, type TwoPath } from "./two_paths.ts";
import { text } from "./words.ts";

const STEP = 50; // pairs listed at once

export function pathList(app: App, brokers: Brokers, row: BrokerRow): HTMLElement {
  const { naming } = app;
  const [network, roles] = [networkOf(app, brokers), rolesAsked(app)];
  const pairs = network.pairs(row.entity, roles);
  const [role] = roles;
  const count = roles === ACROSS ? row.across : row.roles[role!];
  const list = element("ol", { class: "two-paths" });
  const extend = (): void => {
    const there = list.children.length;
    list.append(...network.list(row.entity, roles, there + STEP).slice(there).map((path) => item(app, brokers, row, path)));
    more.hidden = list.children.length >= pairs;
    more.textContent = text(naming.language, "more", { count: Math.min(STEP, pairs - list.children.length) });
  };
  const more = button({ class: "link", onclick: extend });
  extend();
  return element("div", {},
    element("p", { class: "note" }, pairs
      ? text(naming.language, "pairs", { count: figure(naming, count), pairs }) + (Number.isInteger(count) ? "" : `. ${text(naming.language, "shares")}`)
      : text(naming.language, "noPaths")),
    list, more, unplaced(app, row, roles));
}

/** What could not be counted is told beside what was. */
function unplaced({ naming }: App, row: BrokerRow, roles: ReadonlySet<Role>): Children {
  if (!row.roles.unplaced || roles !== ACROSS) return null;
  return element("p", { class: "note" }, text(naming.language, "unplaced", { count: figure(naming, row.roles.unplaced) }));
}

function item(app: App, brokers: Brokers, row: BrokerRow, path: TwoPath): HTMLElement {
  const { naming } = app;
  const end = (n: number): HTMLElement[] => [name(naming.entity(n)), element("span", { class: "note" }, ` ${groupsNamed(app, brokers, n)}`)];
  const opened = (event: Event): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (details.open && details.children.length === 1) void evidence(app, path).then((facts) => details.append(...facts));
  };
  return element("li", {}, element("details", { ontoggle: opened, "data-path": `${path.from}-${path.to}` },
    element("summary", {}, end(path.from), element("span", { class: "over" }, " – ", name(naming.entity(row.entity)), " – "), end(path.to),
      Math.abs(path.share - Math.round(path.share)) > 1e-9 // thirds do not sum to whole numbers
        ? element("span", { class: "note" }, ` (${text(naming.language, "share", { share: figure(naming, path.share) })})`) : null)));
}

async function evidence(app: App, { statements }: TwoPath): Promise<HTMLElement[]> {
  await app.data.texted(app.data.documentsOf(statements.flat()));
  return statements.map((tie) => element("div", { class: "tie-facts" }, tie.map((n) => fact(app, n))));
}
