// Where each entity stands in the order of names, worked out once for each language.

import type { App } from "../app.ts";
import type { Language } from "../data/types.ts";

const known = new WeakMap<App, Map<Language, Uint32Array>>();

/** The place of each entity in the order of names, equal names by position. */
export function alphabet(app: App): Uint32Array {
  const { data, naming } = app;
  const places = known.get(app) ?? new Map<Language, Uint32Array>();
  known.set(app, places);
  let found = places.get(naming.language);
  if (!found) {
    const names = data.entities.map((_, n) => naming.entity(n));
    places.set(naming.language, (found = new Uint32Array(names.length)));
    names.map((_, n) => n).sort((a, b) => naming.compare(names[a]!, names[b]!) || a - b).forEach((n, place) => (found![n] = place));
  }
  return found;
}
