// What the rooms of the page share.

import type { Data } from "./data/data.ts";
import type { Store } from "./state/store.ts";
import type { Naming } from "./words/naming.ts";

export interface App {
  readonly data: Data;
  readonly store: Store;
  readonly naming: Naming;
}
