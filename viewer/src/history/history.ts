// The steps that led to the view, as a menu to go back and forth by; and the keys for undo and redo.

import type { App } from "../app.ts";
import type { Store } from "../state/store.ts";
import { menu } from "../toolbar/menu.ts";
import { described } from "./describe.ts";
import { text } from "./words.ts";

const LISTED = 12; // steps before and after the present one

export function showHistory(app: App): void {
  const { naming, store } = app;
  menu(app, "history", {
    order: 12, icon: "history", label: () => text(naming.language, "tool"),
    items: () => listed(store).map((step) => ({ label: label(app, step), chosen: step === store.step, onclick: () => store.go(step) })),
  });
  document.addEventListener("keydown", (event) => {
    const act = meant(event);
    if (!act || writes(event.target)) return;
    event.preventDefault();
    if (act === "undo") store.undo();
    else store.redo();
  });
}

/** The steps around the present one, the latest first. */
function listed({ step: now, steps }: Store): number[] {
  return Object.keys(steps).map(Number).filter((step) => Math.abs(step - now) <= LISTED).reverse();
}

function label(app: App, step: number): string {
  const [last, next] = [app.store.steps[step - 1], app.store.steps[step]];
  return last && next ? described(app, last, next) : text(app.naming.language, "first");
}

function meant({ code, key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = code === "KeyZ" || key.toLowerCase() === "z" ? "z" : code === "KeyY" ? "y" : "";
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/** A field has its own undo. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input:not([type=checkbox], [type=range]), textarea, [contenteditable]") !== null;
