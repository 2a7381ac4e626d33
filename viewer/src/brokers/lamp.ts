// The chosen broker's two-paths on the graph: the broker, its contacts on them, and the ties between.

import type { App } from "../app.ts";
import type { Brokers, Role } from "../data/brokers.ts";
import { type Light, around } from "../graph/light.ts";
import { ACROSS, Network, ROLES } from "./two_paths.ts";

const networks = new WeakMap<Brokers, Network>();

/** The network behind a ranking, worked out once. */
export function networkOf({ data }: App, brokers: Brokers): Network {
  let found = networks.get(brokers);
  if (!found) {
    const documents = (statements: number[]): number => new Set(data.documentsOf(statements)).size;
    networks.set(brokers, (found = new Network(brokers, documents)));
  }
  return found;
}

/** The roles that the view keeps to: one, or all between groups. */
export function rolesAsked({ store }: App): ReadonlySet<Role> {
  const asked = ROLES.find((role) => role === store.view.broker?.role);
  return asked ? new Set([asked]) : ACROSS;
}

export function brokersLamp(app: App): Light | null {
  const { page, broker } = app.store.view;
  const { brokers } = app.data;
  if (page !== "brokers" || !broker || !brokers) return null;
  const contacts = networkOf(app, brokers).contacts(broker.entity, rolesAsked(app));
  return around(app, [...contacts.values()].flat(), new Set([broker.entity]));
}
