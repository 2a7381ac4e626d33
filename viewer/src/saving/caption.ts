// What a picture or a print says of itself: the title, and the view in words.

import type { App } from "../app.ts";
import { active } from "../filter/choose.ts";
import { described } from "../filter/describe.ts";
import { visibleCount } from "../filter/visible.ts";
import { text as filterText } from "../filter/words.ts";
import { text } from "./words.ts";

/** The title, then what is shown and when it was saved, then the filters where there are any. */
export function caption(app: App): string[] {
  const { data, naming, store } = app;
  const shown = visibleCount(app);
  const counted = text(naming.language, "shown", { shown: naming.number(shown), total: naming.number(data.statements.length) });
  const filters = active(store.view.filter).map((part) => `${filterText(naming.language, part)}: ${described(app, part)}`);
  const made = text(naming.language, "made", { date: today() });
  return [data.core.title, [counted, ...selected(app), made].join(" · "), ...(filters.length ? [filters.join(" · ")] : [])];
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
