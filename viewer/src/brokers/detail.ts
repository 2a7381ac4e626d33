// One broker: what texts claim of it, its roles, the groups it joins, its two-paths, and how sure all that is.

import type { App } from "../app.ts";
import type { BrokerRow, Brokers, Role } from "../data/brokers.ts";
import { type Children, button, element, hidden, name } from "../dom.ts";
import { entityButton } from "../graph/swatch.ts";
import { certainty } from "./certainty.ts";
import { figure, groupName, groupsNamed, verdict, wordsOf } from "./figures.ts";
import { networkOf, rolesAsked } from "./lamp.ts";
import { pathList } from "./paths.ts";
import { ROLES } from "./two_paths.ts";
import { text } from "./words.ts";

const JOINED = 6; // pairs of groups

export function brokerDetail(app: App, brokers: Brokers, row: BrokerRow): Children {
  const { naming, store } = app;
  const close = (): void => store.change({ broker: null });
  return [
    element("div", { class: "toolbar" }, element("p", { class: "note" }, text(naming.language, "rankLine", { rank: figure(naming, row.rank) }),
      " · ", groupsNamed(app, brokers, row.entity)),
      button({ class: "quiet", "data-keep": "close-broker", onclick: close, title: "Esc" }, text(naming.language, "back"), hidden(" ✕"))),
    element("h3", { class: "broker", id: "broker-heading", tabindex: "-1" }, entityButton(app, row.entity)),
    element("p", { class: "judged" }, verdict(app, brokers, row)),
    claim(app, row),
    element("section", {}, element("h4", {}, text(naming.language, "roles")), roles(app, brokers, row),
      element("p", { class: "note" }, definition(app, brokers))),
    joined(app, brokers, row),
    element("section", {}, element("h4", {}, text(naming.language, "paths")), pathList(app, brokers, row)),
    element("section", {}, element("h4", {}, text(naming.language, "certainty")), certainty(app, brokers, row)),
  ];
}

/** What texts claim stands apart from what is counted. */
function claim(app: App, { claims, claimedPaths }: BrokerRow): HTMLElement | null {
  const { data, naming, store } = app;
  if (!claims.length) return null;
  const sides = [...new Set(claims.map((n) => {
    const { object, status } = data.statements[n]!;
    return status === "asserted" ? naming.entity(object) : `${naming.entity(object)} (${naming.label(status)})`;
  }))].join(", ");
  const open = (): void => store.change({ selection: { kind: "facts", statements: claims } });
  const agreement = claimedPaths === null ? "notComparable" : claimedPaths ? "agree" : "disagree";
  return element("aside", { class: "claimed" },
    element("h4", {}, text(naming.language, "claimsOf")),
    element("p", {}, text(naming.language, "claimSides", { sides }), " ",
      button({ class: "link", onclick: open }, text(naming.language, "claimQuotes", { count: claims.length }))),
    element("p", { class: "note" }, text(naming.language, "claimNote"), " ",
      text(naming.language, agreement, { paths: figure(naming, claimedPaths) })));
}

/** All between groups, and each role that is held: a press keeps graph and list to it. */
function roles(app: App, brokers: Brokers, row: BrokerRow): HTMLElement {
  const { naming, store } = app;
  const words = wordsOf(app, brokers);
  const asked = store.view.broker?.role ?? null;
  const one = (key: Role | null, label: string, title: string, count: number): HTMLElement =>
    button({
      class: "role", "aria-pressed": String(asked === key), disabled: count === 0 && key !== null, title, "data-role": key ?? "across",
      "data-keep": `role-${key ?? "across"}`, onclick: () => store.change({ broker: { entity: row.entity, role: key } }),
    }, label, element("span", { class: "count" }, figure(naming, count)));
  return element("div", { class: "roles", role: "group", "aria-label": text(naming.language, "roles") },
    one(null, text(naming.language, "across"), text(naming.language, "acrossDefinition"), row.across),
    ROLES.filter((role) => role !== "ungrouped" || row.roles.ungrouped)
      .map((role) => one(role, words.roles[role], words.definitions[role], row.roles[role])));
}

function definition(app: App, brokers: Brokers): string {
  const [role, ...more] = rolesAsked(app);
  return more.length ? text(app.naming.language, "acrossDefinition") : wordsOf(app, brokers).definitions[role!];
}

/** Which groups it joins, by how many two-paths. */
function joined(app: App, brokers: Brokers, row: BrokerRow): HTMLElement | null {
  const { naming } = app;
  const found = networkOf(app, brokers).joined(row.entity, rolesAsked(app));
  if (!found.length) return null;
  const most = found[0]!.count;
  const item = ({ groups, count }: (typeof found)[number]): HTMLElement => {
    const bar = element("span", { class: "amount", "aria-hidden": "true" });
    bar.style.width = `${(100 * count) / most}%`;
    const [a, b] = groups.map((group) => name(groupName(app, brokers, group)));
    return element("li", {}, element("span", { class: "between" }, a, " – ", b),
      element("span", { class: "length", "aria-hidden": "true" }, bar), element("span", { class: "count" }, figure(naming, count)));
  };
  const list = (items: typeof found): HTMLElement => element("ul", { class: "joined" }, items.map(item));
  const rest = found.length - JOINED;
  return element("section", {}, element("h4", {}, text(naming.language, "joins")), list(found.slice(0, JOINED)),
    rest > 0 ? element("details", {}, element("summary", {}, text(naming.language, "more", { count: rest })), list(found.slice(JOINED))) : null);
}
