// Which bins of the timeline bear a label, so that labels do not touch.

import { type Scale, type Unit, iso } from "./bins.ts";

const STEPS: Record<Unit, readonly number[]> = {
  day: [1, 2, 7, 14, 28], month: [1, 2, 3, 6, 12, 24, 60, 120], year: [1, 2, 5, 10, 20, 50, 100],
};
const LETTER = 6.6; // pixels of a digit at 11 pixels, with some air
const AIR = 18; // pixels between labels

interface Tick {
  bin: number;
  label: string;
}

/** Labels for a scale that is `width` pixels wide. Whole years are named as such. */
export function ticks({ unit, first, last }: Scale, width: number): Tick[] {
  const each = width / (last - first + 1);
  const label = (n: number, step: number): string => iso(unit, n).slice(0, unit === "month" && step % 12 === 0 ? 4 : undefined);
  const steps = STEPS[unit];
  const step = steps.find((one) => one * each >= label(last, one).length * LETTER + AIR) ?? steps.at(-1)!;
  const found: Tick[] = [];
  for (let n = Math.ceil(first / step) * step; n <= last; n += step) found.push({ bin: n - first, label: label(n, step) });
  return found.length ? found : [{ bin: 0, label: iso(unit, first) }];
}
