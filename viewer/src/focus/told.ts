// What a screen reader hears about a node or a cluster of the canvas.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { type Spot, clusterOf } from "../graph/bundles.ts";
import { groupName } from "../graph/groups.ts";
import { text as graphText } from "../graph/words.ts";
import { hiddenAround } from "./commands.ts";
import { ties } from "./ties.ts";
import { text } from "./words.ts";

export function told(app: App, spot: Spot | null): string {
  if (spot === null) return text(app.naming.language, "nothing");
  const cluster = clusterOf(spot);
  return cluster === null ? node(app, spot) : disc(app, cluster);
}

/** Its name, its type and its neighbours. */
function node(app: App, n: Position): string {
  const { data, naming, store } = app;
  const hidden = hiddenAround(app, n).length;
  return [
    naming.entity(n), naming.label(data.entities[n]!.type), text(naming.language, "ties", { count: ties(app).neighbours(n).length }),
    hidden ? text(naming.language, "hidden", { count: hidden }) : "", store.view.pins.has(n) ? text(naming.language, "pinned") : "",
  ].filter(Boolean).join(", ");
}

/** Its group, the best known in it, how many they are, and whether it stands open. */
function disc(app: App, cluster: Position): string {
  const { data, naming, store } = app;
  const { group, names, size } = data.graph.clusters[cluster]!;
  return [
    graphText(naming.language, "cluster", { group: groupName(app, group) }), ...names.slice(0, 2).map((n) => naming.entity(n)),
    graphText(naming.language, "members", { count: size }), text(naming.language, store.view.unfolded.has(cluster) ? "open" : "closed"),
  ].join(", ");
}
