// A long list that shows its beginning, and more of it at the press of a button.

import type { App } from "../app.ts";
import { button, element } from "../dom.ts";
import { text } from "./words.ts";

interface Growth<T> {
  first: number; // items shown at once
  step: number; // items that the button adds
  make: (some: readonly T[]) => HTMLElement[] | Promise<HTMLElement[]>;
}

/** The items in a list of their own; focus goes to the first of those that were added. */
export async function growing<T>(app: App, items: readonly T[], { first, step, make }: Growth<T>, room: HTMLElement): Promise<HTMLElement[]> {
  const all = items.length <= first * 1.5; // a button for two or three is more to read than they are
  let shown = all ? items.length : first;
  room.append(...(await make(items.slice(0, shown))));
  if (all) return [room];
  const next = (): number => Math.min(step, items.length - shown);
  const label = (): string => text(app.naming.language, "more", { count: next() });
  const grow = async (): Promise<void> => {
    const added = await make(items.slice(shown, shown + next()));
    shown += added.length;
    room.append(...added);
    added[0]?.querySelector<HTMLElement>("button")?.focus();
    if (shown < items.length) more.textContent = label();
    else more.remove();
  };
  const more = button({ class: "quiet grow", onclick: () => void grow() }, label());
  return [room, more];
}

export const list = (): HTMLElement => element("ul", { class: "list" });
