// The tools of the header: each a button with a drawing, a name and a tooltip, in the order of a number.

import type { App } from "../app.ts";
import { button, byId, element } from "../dom.ts";
import { type IconName, icon } from "../icons.ts";

interface Tool {
  order: number; // below 20: always in sight; from 20: tasks; from 40: the page's settings
  icon: IconName;
  label: () => string; // in the reader's language
  pressed?: () => boolean;
  disabled?: () => boolean;
  badge?: () => string; // a short word beside the drawing, such as a count; "" is none
  onclick: () => void;
}

/** Puts a button with this id among the tools; its name and state follow every change of the view. */
export function tool(app: App, id: string, { order, ...tool }: Tool): HTMLButtonElement {
  const label = element("span", { class: "label" });
  const badge = element("span", { class: "badge-count" });
  const made = button({ id, class: "tool", onclick: () => !tool.disabled?.() && tool.onclick() }, icon(tool.icon), label, badge);
  app.store.always(() => {
    label.textContent = made.title = tool.label();
    badge.textContent = tool.badge?.() ?? "";
    if (tool.pressed) made.setAttribute("aria-pressed", String(tool.pressed()));
    made.setAttribute("aria-disabled", String(tool.disabled?.() ?? false)); // it keeps the focus
  });
  place(made, order);
  return made;
}

/** Puts anything among the tools, such as a button with its menu. */
export function place(made: HTMLElement, order: number): void {
  made.dataset["order"] = String(order);
  const room = byId(order < 20 ? "steps" : "tools");
  const later = [...room.children].find((other) => Number((other as HTMLElement).dataset["order"]) > order);
  room.insertBefore(made, later ?? null);
}

/** On narrow screens the tools stand behind one button. */
export function showMore(): void {
  const more = byId("more");
  const room = byId("tools");
  const open = (wide: boolean): void => {
    more.setAttribute("aria-expanded", String(wide));
    room.classList.toggle("open", wide);
  };
  const isOpen = (): boolean => room.classList.contains("open");
  more.append(icon("more"));
  more.addEventListener("click", () => open(!isOpen()));
  room.addEventListener("click", ({ target }) => {
    const used = (target as Element).closest("button");
    if (isOpen() && used && !used.hasAttribute("aria-haspopup")) {
      open(false);
      more.focus();
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target as Element).closest(".tools")) open(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.stopPropagation();
    open(false);
    more.focus();
  }, { capture: true });
}
