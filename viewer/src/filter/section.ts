// A part of the filter in the drawer: a heading that folds, what is chosen in words, and the controls.

import type { App } from "../app.ts";
import { type Children, element, nodes } from "../dom.ts";
import type { Part } from "./barred.ts";
import { active } from "./choose.ts";
import { described } from "./describe.ts";
import { text } from "./words.ts";

/** `update` brings it up to the filter without losing the focus. */
export interface Section {
  element: HTMLElement;
  update: () => void;
}

/** The controls of a section, made when it is first open. */
export interface Controls {
  content: Children;
  update: () => void;
}

const OPEN: readonly Part[] = ["types", "statuses", "dates"];

export function section(app: App, part: Part, make: () => Controls): Section {
  const state = element("span", { class: "note state" });
  const body = element("div", { class: "controls" });
  let controls: Controls | null = null;
  const isActive = (): boolean => active(app.store.view.filter).includes(part);
  const update = (): void => {
    state.textContent = isActive() ? described(app, part) : "";
    if (!made.open) return;
    if (!controls) {
      controls = make();
      body.append(...nodes(controls.content));
    }
    controls.update();
  };
  const made = element("details", { class: "part", "data-part": part, open: OPEN.includes(part) || isActive(), ontoggle: update },
    element("summary", {}, element("h3", {}, text(app.naming.language, part)), state), body);
  return { element: made, update };
}
