// A part of the filter in the drawer: a heading that folds, what is chosen in words, and the controls.

import type { App } from "../app.ts";
import { type Children, element } from "../dom.ts";
import type { Part } from "./barred.ts";
import { active } from "./choose.ts";
import { described } from "./describe.ts";
import { text } from "./words.ts";

/** Built once for a language; `update` brings it up to the filter without losing the focus. */
export interface Section {
  element: HTMLElement;
  update: () => void;
}

const OPEN: readonly Part[] = ["types", "statuses", "dates"];

export function section(app: App, part: Part, content: Children, update: () => void): Section {
  const state = element("span", { class: "note state" });
  const heading = element("h3", {}, text(app.naming.language, part));
  const made = element("details", { class: "part", "data-part": part, open: OPEN.includes(part) || isActive(app, part) },
    element("summary", {}, heading, state), element("div", { class: "controls" }, content));
  return {
    element: made,
    update: () => {
      state.textContent = isActive(app, part) ? described(app, part) : "";
      update();
    },
  };
}

const isActive = ({ store }: App, part: Part): boolean => active(store.view.filter).includes(part);
