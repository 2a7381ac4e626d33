// Elements are built here and nowhere from markup: strings become text nodes.

type Child = Node | string | number | null | undefined | false;
export type Children = Child | Children[];
type Value = string | number | boolean | null | undefined | ((event: never) => void);

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, Value> = {}, ...children: Children[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...nodes(children));
  return made;
}

/** The children that there are, as the DOM takes them. */
export function nodes(children: Children): (Node | string)[] {
  if (Array.isArray(children)) return children.flatMap(nodes);
  if (children === null || children === undefined || children === false) return [];
  return [typeof children === "number" ? String(children) : children];
}

export const button = (attributes: Record<string, Value>, ...children: Children[]): HTMLButtonElement =>
  element("button", { type: "button", ...attributes }, ...children);

/** A name may be of another direction than the words around it: bdi finds out which. */
export const name = (value: string, attributes: Record<string, Value> = {}): HTMLElement => element("bdi", attributes, value);

export const hidden = (...children: Children[]): HTMLElement => element("span", { "aria-hidden": "true" }, ...children);

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as T;
}

/** Whether the reader asked for no motion. */
export const still = matchMedia("(prefers-reduced-motion: reduce)");
