// The search box of the header: names select what they name, titles open their text.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { type Found, combobox } from "./combobox.ts";
import type { Index } from "./index.ts";
import { text } from "./words.ts";

export function showSearch(app: App, index: Index): void {
  const { naming, store } = app;
  const input = byId<HTMLInputElement>("search");
  const list = byId("matches");
  const choose = (found: Found): void => {
    if ("document" in found) {
      input.value = naming.document(found.document);
      store.change({ page: "texts", reading: { document: found.document, start: null, end: null } });
    } else {
      input.value = naming.entity(found.entity);
      const page = store.view.page === "texts" ? "graph" : store.view.page;
      store.change({ page, selection: { kind: "entity", entity: found.entity } });
    }
  };
  combobox<Found>(app, {
    input, list, status: byId("announcement"), choose,
    find: (query) => [...index.find(query), ...index.titled(query)],
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  requestIdleCallback(() => index.prepare());
  store.watch(["language"], () => {
    input.setAttribute("aria-label", text(naming.language, "search"));
    list.setAttribute("aria-label", text(naming.language, "search"));
    input.placeholder = text(naming.language, "hint");
  });
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
