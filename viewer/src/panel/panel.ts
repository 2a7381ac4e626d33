// The panel at the side: what is selected, else the task at hand, else an overview.

import type { App } from "../app.ts";
import { type Children, button, byId, element, hidden, nodes } from "../dom.ts";
import type { View } from "../state/view.ts";
import { entityPanel } from "./entity.ts";
import { factsPanel } from "./facts.ts";
import { overviewPanel } from "./overview.ts";
import { text } from "./words.ts";

/** A task's own panel, or null where the view is not about it. */
export type TaskPanel = (app: App) => Promise<Children> | null;

export function showPanel(app: App, tasks: readonly TaskPanel[]): void {
  const { store } = app;
  const panel = byId("panel");
  let turn = 0;
  let before: View["selection"] = null;
  const draw = async (): Promise<void> => {
    const mine = ++turn;
    const { selection } = store.view;
    const content = await (selected(app) ?? tasks.reduce<Promise<Children> | null>((found, task) => found ?? task(app), null) ?? overviewPanel(app));
    if (mine !== turn) return; // the view has changed while texts were read
    const used = panel.contains(document.activeElement) ? document.activeElement!.id : "";
    panel.replaceChildren(...nodes(content));
    if (used) document.getElementById(used)?.focus({ preventScroll: true });
    panel.classList.toggle("sheet", selection !== null);
    if (selection === before) return;
    before = selection;
    panel.scrollTop = 0;
    if (selection) document.getElementById("panel-heading")?.focus({ preventScroll: true });
  };
  store.watch(["selection", "filter", "language", "page", "pathing", "path", "broker", "sorting"], () => void draw());
}

function selected(app: App): Promise<Children> | null {
  const { selection } = app.store.view;
  if (!selection || selection.kind === "cluster") return null;
  const content = selection.kind === "entity" ? entityPanel(app, selection.entity) : factsPanel(app, selection.statements);
  return content.then((parts) => [toolbar(app), parts]);
}

function toolbar({ store, naming }: App): HTMLElement {
  const close = (): void => store.change({ selection: null });
  return element("div", { class: "toolbar" }, element("span"),
    button({ class: "quiet", id: "close", onclick: close, title: "Esc" }, text(naming.language, "close"), hidden(" ✕")));
}
