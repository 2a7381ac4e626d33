// Facts by bin, apart by how they are presented and by whether they are lit.

import type { Position, Statement } from "../data/types.ts";
import { type Scale, bin, fits } from "./bins.ts";

/** What is said to be so, what may come or be, and what is denied or over. */
export const KINDS = ["asserted", "open", "denied"] as const;
export type Kind = (typeof KINDS)[number];

const KIND: Record<string, Kind> = {
  planned: "open", possible: "open", rumoured: "open", negated: "denied", ended: "denied",
};
export const kindOf = (status: string): Kind => KIND[status] ?? "asserted";

export type Bar = Record<Kind | "lit", number>;

export interface Tally {
  bars: Bar[];
  undated: number;
  coarse: number; // known only by a stretch longer than a bin: in no bar, though a range may reach them
}

export function tally(
  statements: readonly Statement[], lows: Int32Array, scale: Scale, counts: (n: Position) => boolean, lit: (n: Position) => boolean,
): Tally {
  const bars = Array.from({ length: scale.last - scale.first + 1 }, (): Bar => ({ asserted: 0, open: 0, denied: 0, lit: 0 }));
  const found: Tally = { bars, undated: 0, coarse: 0 };
  statements.forEach(({ status }, n) => {
    if (!counts(n)) return;
    const low = lows[n]!;
    if (!low) found.undated++;
    else if (!fits(scale.unit, low)) found.coarse++;
    else {
      const bar = bars[bin(scale, low)]!;
      bar[kindOf(status)]++;
      if (lit(n)) bar.lit++;
    }
  });
  return found;
}

/** All facts of a bar. */
export const height = ({ asserted, open, denied }: Bar): number => asserted + open + denied;
