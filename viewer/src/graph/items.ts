// Items of vis-network, of which only those are touched that have changed.

import { DataSet } from "vis-data/esnext";
import type { Position } from "../data/types.ts";

export interface Item {
  id: Position;
  x?: number;
  y?: number;
  size?: number;
}

export class Items {
  readonly set = new DataSet<Item>();
  private readonly known = new Map<Position, string>();

  get ids(): Iterable<Position> {
    return this.known.keys();
  }

  /** Takes out all but these. */
  keep(items: readonly Item[]): void {
    const kept = new Set(items.map(({ id }) => id));
    const gone = [...this.known.keys()].filter((id) => !kept.has(id));
    for (const id of gone) this.known.delete(id);
    if (gone.length) this.set.remove(gone);
  }

  /** Adds the new ones and updates those that are not what they were. */
  update(items: readonly Item[]): void {
    const changed = items.filter((item) => {
      const written = JSON.stringify(item);
      if (this.known.get(item.id) === written) return false;
      this.known.set(item.id, written);
      return true;
    });
    if (changed.length) this.set.update(changed);
  }
}
