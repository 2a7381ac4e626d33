// The sign of a type, as the legend and the lists show it.

import type { App } from "../app.ts";
import { button, element, name } from "../dom.ts";
import type { Position } from "../data/types.ts";

const shapes = new WeakMap<App, Map<string, string>>();

function shapeOf(app: App, type: string): string {
  let found = shapes.get(app);
  if (!found) {
    found = new Map(app.data.graph.nodes.map((node) => [app.data.entities[node.id]!.type, node.shape]));
    shapes.set(app, found);
  }
  return found.get(type) ?? "dot";
}

/** A small shape in the colour of the type; the style sheet knows the colours by name. */
export function swatch(app: App, type: string): HTMLElement {
  const made = element("span", { class: `swatch ${shapeOf(app, type)}`, "aria-hidden": "true" });
  made.style.backgroundColor = `var(--type-${CSS.escape(type)}, var(--type-other))`;
  return made;
}

/** A button with the name of an entity, which selects it. */
export function entityButton(app: App, n: Position, attributes: Record<string, string> = {}): HTMLButtonElement {
  const choose = (): void => app.store.change({ selection: { kind: "entity", entity: n } });
  return button({ class: "entity", "data-entity": n, onclick: choose, ...attributes },
    swatch(app, app.data.entities[n]!.type), name(app.naming.entity(n)));
}
