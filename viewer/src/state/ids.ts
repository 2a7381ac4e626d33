// What positions are called in an address: names that the next build has, too.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";
import { lineage } from "../graph/clusters.ts";
import { list, part, parts, unpart, whole } from "./parts.ts";

/** The ids of a list of the data. */
export class Ids {
  private readonly positions: Map<string, Position>;

  constructor(private readonly ids: readonly string[]) {
    this.positions = new Map(ids.map((id, n) => [id, n]));
  }

  id = (n: Position): string => this.ids[n] ?? "";
  known = (id: string | undefined): Position | null => (id === undefined ? null : this.positions.get(id) ?? null);
  write = (all: Iterable<Position>): string => list([...all].map(this.id));
  read = (written: string): Position[] => parts(written).map(this.known).filter((n) => n !== null);
}

/** A cluster is called by the best known entity in it, and how many clusters hold it: 0 is left out. */
export class Clusters {
  constructor(private readonly data: Data, private readonly entities: Ids) {}

  write = (cluster: Position): string => {
    const { graph } = this.data;
    const depth = lineage(graph, cluster).length - 1;
    const [known] = graph.clusters[cluster]!.names;
    return known === undefined ? "" : `${part(this.entities.id(known))}${depth ? `~${depth}` : ""}`;
  };

  /** The cluster in which the entity is now, as deep; null where there is none. */
  read = (written: string): Position | null => {
    const [id = "", depth = "0"] = written.split("~");
    const entity = this.entities.known(unpart(id));
    const inner = entity === null ? null : this.data.nodeOf.get(entity)?.cluster ?? null;
    const at = whole(depth, 0);
    return inner === null || at === null ? null : lineage(this.data.graph, inner)[at] ?? null;
  };
}
