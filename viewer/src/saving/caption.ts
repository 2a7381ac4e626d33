// What a picture or a print says of itself: the title, and the view in words.

import type { App } from "../app.ts";
import { visible } from "../filter/visible.ts";
import { text } from "./words.ts";

/** The title, then what is shown and when it was saved. */
export function caption(app: App): string[] {
  const { data, naming } = app;
  const shown = data.statements.reduce((count, _, n) => count + Number(visible(app)(n)), 0);
  const counted = text(naming.language, "shown", { shown: naming.number(shown), total: naming.number(data.statements.length) });
  const made = text(naming.language, "made", { date: today() });
  return [data.core.title, [counted, ...selected(app), made].join(" · ")];
}

function selected({ naming, store }: App): string[] {
  const { selection } = store.view;
  if (!selection || selection.kind === "cluster") return [];
  const name = selection.kind === "entity" ? naming.entity(selection.entity)
    : text(naming.language, "facts", { count: selection.statements.length });
  return [text(naming.language, "selected", { name })];
}

/** The reader's day, as in 2025-11-22. */
export const today = (): string => new Date().toLocaleDateString("sv-SE");
