// The ways in which a reader changes the filter.

import type { Store } from "../state/store.ts";
import { type Filter, unfiltered } from "../state/view.ts";
import { PARTS, type Part } from "./barred.ts";
import type { Listed } from "./counts.ts";

export function choose(store: Store, patch: Partial<Filter>): void {
  store.change({ filter: { ...store.view.filter, ...patch } });
}

/** Adds an entry to a part of the filter, or takes it out. */
export function toggle(store: Store, part: Listed, key: string | number): void {
  const entries = new Set<string | number>(store.view.filter[part]);
  if (!entries.delete(key)) entries.add(key);
  choose(store, { [part]: entries });
}

/** The part as it is when nothing has been chosen. */
export function cleared(part: Part): Partial<Filter> {
  return part === "dates" ? { from: unfiltered.from, to: unfiltered.to } : { [part]: unfiltered[part] };
}

/** The parts in which a filter differs from the one at first. */
export function active(filter: Filter): Part[] {
  return PARTS.filter((part) => Object.entries(cleared(part)).some(([key, first]) => !equal(filter[key as keyof Filter], first)));
}

function equal(a: unknown, b: unknown): boolean {
  return a instanceof Set && b instanceof Set ? a.size === b.size && [...a].every((one) => b.has(one)) : a === b;
}

/** Changes of the filter by one movement of the hand: one step of history, drawn at most once a frame. */
export class Gesture {
  private patch: Partial<Filter> = {};
  private frame = 0;
  private begun = false;

  constructor(private readonly store: Store) {}

  move(patch: Partial<Filter>): void {
    Object.assign(this.patch, patch);
    this.frame ||= requestAnimationFrame(this.draw);
  }

  end(): void {
    this.draw();
    this.begun = false;
  }

  private draw = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { patch } = this;
    const { filter } = this.store.view;
    this.patch = {};
    if (!Object.entries(patch).some(([key, value]) => !equal(filter[key as keyof Filter], value))) return;
    this.store.change({ filter: { ...filter, ...patch } }, { record: !this.begun });
    this.begun = true;
  };
}
