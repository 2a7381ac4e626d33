// The panel of paths: the question, and the paths with the facts of each step.

import type { App } from "../app.ts";
import { type Children, button, element, hidden, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { fact } from "../evidence/fact.ts";
import type { TaskPanel } from "../panel/panel.ts";
import type { Index } from "../search/index.ts";
import { unfiltered } from "../state/view.ts";
import { answer, obstacle, steps } from "./answer.ts";
import { ask, closePaths, question } from "./commands.ts";
import { form } from "./form.ts";
import type { Path } from "./shortest.ts";
import { text } from "./words.ts";

const FIRST = 3; // facts of a step that are shown at once

export const pathPanel = (index: Index): TaskPanel => (app) => {
  const { pathing, page } = app.store.view;
  return pathing && page !== "brokers" ? content(app, index) : null;
};

async function content(app: App, index: Index): Promise<Children> {
  const { language } = app.naming;
  const paths = answer(app);
  const { chosen } = question(app);
  const open = chosen === null ? undefined : paths?.[chosen];
  const facts = open ? steps(app, open) : [];
  await app.data.texted(app.data.documentsOf(facts.flatMap((some) => some.slice(0, FIRST))));
  return [
    element("div", { class: "toolbar" }, element("span"),
      button({ class: "quiet", id: "path-close", title: "Esc", onclick: () => closePaths(app) }, text(language, "close"), hidden(" ✕"))),
    element("h2", { id: "panel-heading", tabindex: "-1" }, text(language, "heading")),
    form(app, index),
    element("div", { class: "path-answer" }, element("p", { id: "path-status", class: "note", role: "status" }, said(app, paths)),
      paths && !paths.length ? remedy(app) : null),
    paths?.length ? element("ol", { class: "paths" }, paths.map((path, n) => item(app, path, n, n === chosen ? facts : null))) : null,
  ];
}

function said(app: App, paths: Path[] | null): string {
  const { language } = app.naming;
  const { from, to } = question(app);
  if (!paths) return text(language, "ask");
  if (from === to) return text(language, "same");
  if (paths.length) return text(language, "found", { count: paths.length, steps: paths[0]!.nodes.length - 1 });
  return text(language, `${obstacle(app)}Bar`);
}

/** Where filters or relations stand in the way: a button that sets them aside. */
function remedy(app: App): HTMLElement | null {
  const { language } = app.naming;
  const { from, to } = question(app);
  const bar = from === to ? "texts" : obstacle(app);
  if (bar === "texts") return null;
  const all = (): void => {
    const filter = { ...unfiltered, statuses: new Set<string>() };
    app.store.change({ filter: bar === "filters" ? filter : app.store.view.filter, path: { ...question(app), without: [], chosen: null } });
  };
  return button({ id: "path-remedy", class: "action", onclick: all }, text(language, bar === "filters" ? "useAll" : "useRelations"));
}

/** A path as a button that shows it alone; while it does, the facts of its steps. */
function item(app: App, { nodes }: Path, n: number, facts: Position[][] | null): HTMLElement {
  const { language } = app.naming;
  const choose = (): void => ask(app, { chosen: facts ? null : n });
  return element("li", { class: facts ? "chosen" : null },
    button({ id: `path-${n}`, class: "path", "aria-expanded": String(facts !== null), onclick: choose },
      element("span", { class: "line-up" }, nodes.map((entity, i) =>
        element("span", { class: "hop" }, i ? tie(app, nodes[i - 1]!, entity) : null, name(app.naming.entity(entity))))),
      element("span", { class: "note" }, text(language, "steps", { count: nodes.length - 1 }))),
    facts?.map((some) => step(app, some)));
}

function step(app: App, facts: Position[]): HTMLElement {
  const shown = facts.slice(0, FIRST).map((n) => fact(app, n));
  const left = facts.slice(FIRST);
  const room = element("section", { class: "step" }, shown);
  if (left.length) room.append(more(app, room, left));
  return room;
}

function more(app: App, room: HTMLElement, left: Position[]): HTMLElement {
  const show = async (): Promise<void> => {
    await app.data.texted(app.data.documentsOf(left));
    made.replaceWith(...left.map((n) => fact(app, n)));
    room.querySelectorAll<HTMLElement>("button.entity")[0]?.focus();
  };
  const made = button({ class: "link", onclick: () => void show() }, text(app.naming.language, "more", { count: left.length }));
  return made;
}

/** The relation of a tie in the direction in which it is stated, and how many more there are. */
function tie(app: App, a: Position, b: Position): HTMLElement {
  const { data, naming } = app;
  const stated = steps(app, { nodes: [a, b], doubt: 0 })[0]!.map((n) => data.statements[n]!);
  const { predicate, subject } = stated[0]!;
  const rest = new Set(stated.map((statement) => statement.predicate)).size - 1;
  const words = `${naming.label(predicate)}${rest ? ` +${rest}` : ""}`;
  return element("span", { class: "tie-words" }, subject === a ? `–${words}→` : `←${words}–`);
}
