// A button among the tools that opens a menu (WAI-ARIA Authoring Practices, "Menu Button").

import type { App } from "../app.ts";
import { button, element } from "../dom.ts";
import { type IconName, icon } from "../icons.ts";
import { place } from "./toolbar.ts";

export interface Item {
  label: string;
  chosen?: boolean; // of items of which one holds
  onclick: () => void;
}

interface Menu {
  order: number;
  icon: IconName;
  label: () => string;
  items: () => Item[]; // asked for when the menu opens
}

/** Puts a menu with this id among the tools. */
export function menu(app: App, id: string, { order, ...menu }: Menu): HTMLButtonElement {
  const label = element("span", { class: "label" });
  const list = element("div", { id: `${id}-menu`, class: "menu", role: "menu", hidden: true });
  const opener = button({ id, class: "tool", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": list.id },
    icon(menu.icon), label);
  const room = element("div", { class: "with-menu" }, opener, list);
  const show = (open: boolean): void => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) list.replaceChildren(...menu.items().map(entry(() => { opener.focus(); show(false); })));
  };
  opener.addEventListener("click", () => {
    show(list.hidden !== false);
    (list.querySelector<HTMLElement>("[aria-checked=true]") ?? list.querySelector("button"))?.focus();
  });
  room.addEventListener("focusout", ({ relatedTarget }) => {
    if (!room.contains(relatedTarget as Node | null)) show(false);
  });
  room.addEventListener("keydown", (event) => keys(event, list, opener, show));
  app.store.always(() => {
    label.textContent = opener.title = menu.label();
    list.setAttribute("aria-label", menu.label());
  });
  place(room, order);
  return opener;
}

const entry = (close: () => void) => ({ label, chosen, onclick }: Item): HTMLElement => {
  const role = chosen === undefined ? "menuitem" : "menuitemradio";
  const choose = (): void => {
    close();
    onclick();
  };
  return button({ role, tabindex: "-1", "aria-checked": chosen === undefined ? null : String(chosen), onclick: choose }, label);
};

function keys(event: KeyboardEvent, list: HTMLElement, opener: HTMLElement, show: (open: boolean) => void): void {
  if (list.hidden && event.key !== "ArrowDown") return;
  const items = [...list.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const to: Record<string, () => void> = {
    ArrowDown: () => (list.hidden ? opener.click() : items[(at + 1) % items.length]?.focus()),
    ArrowUp: () => items.at(at - 1 < 0 ? -1 : at - 1)?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    Escape: () => {
      opener.focus();
      show(false);
    },
  };
  const move = to[event.key];
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}
