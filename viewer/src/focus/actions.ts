// The buttons of an entity: what can be done to its neighbourhood on the canvas.

import type { App } from "../app.ts";
import { button, element, hidden } from "../dom.ts";
import type { Position } from "../data/types.ts";
import { openPaths } from "../paths/commands.ts";
import { addToFocus, collapse, expand, focusOn, foldable, hiddenAround, removeFromFocus, unpin } from "./commands.ts";
import { text } from "./words.ts";

/** A row of buttons that keeps up with the view; an entity that no fact mentions has none. */
export function entityActions(app: App, n: Position): HTMLElement {
  const label = text(app.naming.language, "actions", { name: app.naming.entity(n) });
  return element("div", { class: "entity-actions", role: "group", "aria-label": label, "data-of": n }, buttons(app, n));
}

/** Draws the rows anew; the button that was used keeps the focus, or hands it to the first. */
export function refreshActions(app: App): void {
  for (const row of document.querySelectorAll<HTMLElement>(".entity-actions")) {
    const used = row.contains(document.activeElement) ? document.activeElement!.id : null;
    row.replaceChildren(...buttons(app, Number(row.dataset["of"])));
    if (used !== null) (document.getElementById(used) ?? row.querySelector("button"))?.focus({ preventScroll: true });
  }
}

function buttons(app: App, n: Position): HTMLElement[] {
  if (!app.data.nodeOf.has(n)) return [];
  const { focus, pins } = app.store.view;
  const centre = focus?.entities.includes(n) ?? false;
  const [more, fewer] = [hiddenAround(app, n).length, foldable(app, n).length];
  const say = (key: Parameters<typeof text>[1], count = 0): string => text(app.naming.language, key, { count });
  const action = (key: "only" | "add" | "expand" | "collapse" | "path" | "unpin", act: () => void, pressed: boolean | null = null, count = 0): HTMLElement =>
    button({ id: `action-${key}`, class: "action", "aria-pressed": pressed === null ? null : String(pressed), onclick: act,
      title: key === "expand" || key === "collapse" ? say(`${key}Title`, count) : null },
    say(key), count ? hidden(element("span", { class: "count" }, key === "expand" ? `+${count}` : `−${count}`)) : null);
  return [
    action("only", () => (centre ? removeFromFocus(app, n) : focusOn(app, n)), centre),
    focus && !centre ? action("add", () => addToFocus(app, n)) : null,
    more ? action("expand", () => expand(app, n), null, more) : null,
    fewer ? action("collapse", () => collapse(app, n), null, fewer) : null,
    action("path", () => openPaths(app, n)),
    pins.has(n) ? action("unpin", () => unpin(app, n)) : null,
  ].filter((made) => made !== null);
}
