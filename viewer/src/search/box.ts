// The search box: a combobox over the index (WAI-ARIA Authoring Practices, "Combobox with list autocomplete").

import type { App } from "../app.ts";
import { byId, element, name } from "../dom.ts";
import { swatch } from "../graph/swatch.ts";
import type { Index, Match } from "./index.ts";
import { text } from "./words.ts";

const LIMIT = 12; // matches listed

export function showSearch(app: App, index: Index): void {
  const { naming, store } = app;
  const input = byId<HTMLInputElement>("search");
  const list = byId("matches");
  let active = -1;

  const open = (wide: boolean): void => {
    list.hidden = !wide;
    input.setAttribute("aria-expanded", String(wide));
    if (wide && active >= 0) input.setAttribute("aria-activedescendant", `match-${active}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const choose = (match: Match): void => {
    input.value = naming.entity(match.entity);
    open(false);
    const page = store.view.page === "texts" ? "graph" : store.view.page;
    store.change({ page, selection: { kind: "entity", entity: match.entity } });
  };
  const item = (match: Match, i: number): HTMLElement => {
    const { type } = app.data.entities[match.entity]!;
    return element("li", {
      id: `match-${i}`, role: "option", "data-entity": match.entity, "aria-selected": String(i === active),
      onmousedown: (event: Event) => event.preventDefault(), onclick: () => choose(match),
    }, swatch(app, type), name(naming.entity(match.entity)), match.via ? name(match.via, { class: "note" }) : null,
      element("span", { class: "note kind" }, naming.label(type)));
  };
  let found: Match[] = [];
  const show = (): void => {
    found = index.find(input.value);
    active = found.length ? 0 : -1;
    const none = element("li", { class: "note", role: "option", "aria-disabled": "true" }, text(naming.language, "none"));
    list.replaceChildren(...found.slice(0, LIMIT).map(item), ...(input.value && !found.length ? [none] : []));
    open(list.children.length > 0);
    byId("announcement").textContent = input.value ? text(naming.language, "matches", { count: found.length }) : "";
  };
  const move = (step: number): void => {
    const items = [...list.querySelectorAll("[data-entity]")];
    if (!items.length) return;
    active = (active + step + items.length) % items.length;
    items.forEach((one, i) => one.setAttribute("aria-selected", String(i === active)));
    items[active]!.scrollIntoView({ block: "nearest" });
    open(true);
  };

  input.addEventListener("input", show);
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter that ends a Hangul syllable is not a choice
    const match = found[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && match && !list.hidden) {
      choose(match);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      open(false);
    }
  });
  store.watch(["language"], () => {
    input.setAttribute("aria-label", text(naming.language, "search"));
    list.setAttribute("aria-label", text(naming.language, "search"));
    input.placeholder = text(naming.language, "hint");
  });
}
