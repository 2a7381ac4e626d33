// Documents in the order in which a reader of news looks for them.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";

/** These documents, the newest first, undated ones last. */
export function newest({ documents }: Data, some: readonly Position[]): Position[] {
  const date = (n: Position): string => documents[n]!.published ?? "";
  return [...some].sort((a, b) => (date(a) > date(b) ? -1 : date(a) < date(b) ? 1 : a - b));
}
