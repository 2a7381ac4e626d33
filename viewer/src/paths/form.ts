// The question for paths: two entities, how many paths, and which relations they may follow.

import type { App } from "../app.ts";
import { type Children, button, element, hidden, name } from "../dom.ts";
import { swatch } from "../graph/swatch.ts";
import { combobox } from "../search/combobox.ts";
import type { Index, Match } from "../search/index.ts";
import { MOST } from "./answer.ts";
import { ask, question } from "./commands.ts";
import { text } from "./words.ts";

export function form(app: App, index: Index): HTMLElement {
  const { from, to } = question(app);
  const swap = (): void => ask(app, { from: to, to: from });
  return element("div", { class: "path-form" },
    element("div", { class: "ends" }, end(app, index, "from"), end(app, index, "to"),
      button({ id: "path-swap", class: "icon-button", "aria-label": text(app.naming.language, "swap"), title: text(app.naming.language, "swap"), onclick: swap },
        hidden("⇅"))),
    counts(app), relations(app));
}

function end(app: App, index: Index, side: "from" | "to"): Children {
  const { language } = app.naming;
  const chosen = question(app)[side];
  const shown = chosen === null ? "" : app.naming.entity(chosen);
  const input = element("input", { id: `path-${side}`, type: "text", value: shown, placeholder: text(language, "hint") });
  const list = element("div", { id: `path-${side}-matches`, class: "matches", "aria-label": text(language, "matches") });
  const status = element("p", { class: "unseen", role: "status" });
  const choose = ({ entity }: Match): void => {
    ask(app, { [side]: entity });
    focusEmpty(app);
  };
  combobox<Match>(app, { input, list, status, find: (query) => index.find(query), choose });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => (input.value = shown)); // what was typed and not chosen is not the question
  return [
    element("label", { for: input.id }, text(language, side)),
    element("div", { class: "field" }, chosen === null ? null : swatch(app, app.data.entities[chosen]!.type), input, list, status),
  ];
}

/** Moves on to the field that is still empty, once it is drawn. */
export function focusEmpty(app: App): void {
  const { from, to } = question(app);
  const empty = from === null ? "path-from" : to === null ? "path-to" : null;
  if (empty) requestAnimationFrame(() => document.getElementById(empty)?.focus());
}

function counts(app: App): Children {
  const { language } = app.naming;
  const { count } = question(app);
  const choose = ({ target }: Event): void => ask(app, { count: Number((target as HTMLSelectElement).value) });
  const numbers = Array.from({ length: MOST }, (_, i) => i + 1);
  return element("div", { class: "count-row" }, element("label", { for: "path-count" }, text(language, "count")),
    element("select", { id: "path-count", onchange: choose },
      numbers.map((n) => element("option", { value: n, selected: n === count }, text(language, "paths", { count: n })))));
}

let unfolded = false; // whether the list of relations stands open: not worth a place in a link

function relations(app: App): HTMLElement {
  const { language } = app.naming;
  const facts = counted(app);
  const without = new Set(question(app).without);
  const all = [...facts.keys()];
  const chosen = all.filter((relation) => !without.has(relation)).length;
  const box = (relation: string): HTMLElement => {
    const toggle = (): void => ask(app, { without: all.filter((other) => without.has(other) !== (other === relation)) });
    return element("label", {}, element("input", { type: "checkbox", id: `path-by-${relation}`, checked: !without.has(relation), onchange: toggle }),
      name(app.naming.predicate(relation)), element("span", { class: "count" }, app.naming.number(facts.get(relation)!)));
  };
  return element("details", { open: unfolded, ontoggle: ({ target }: Event) => (unfolded = (target as HTMLDetailsElement).open) },
    element("summary", { id: "path-relations" }, text(language, "relations"), " ",
      element("span", { class: "note" }, text(language, "chosenRelations", { count: chosen, all: all.length }))),
    element("div", { class: "both" },
      button({ id: "path-every", class: "link", onclick: () => ask(app, { without: [] }) }, text(language, "every")),
      button({ id: "path-none", class: "link", onclick: () => ask(app, { without: all }) }, text(language, "none"))),
    element("div", { class: "relations" }, all.map(box)));
}

/** How many facts state each relation, the most frequent first. */
function counted({ data }: App): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { predicate } of data.statements) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  return new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
