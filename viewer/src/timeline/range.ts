// The range of dates as bins of the timeline, and what moves it.

import { stretch } from "../filter/dates.ts";
import type { Filter } from "../state/view.ts";
import { type Scale, bin, iso } from "./bins.ts";

/** First and last bin, both within. */
export type Range = readonly [from: number, to: number];
export type End = "from" | "to";

const last = (scale: Scale): number => scale.last - scale.first;

/** The bins that the filter lets through, in part at least; all where it has no dates. */
export function rangeOf(scale: Scale, { from, to }: Pick<Filter, "from" | "to">): Range {
  const [low, high] = [stretch(from ?? ""), stretch(to ?? "")];
  return [low ? bin(scale, low[0]) : 0, high ? bin(scale, high[1]) : last(scale)];
}

/** The dates of a range; an end at the edge of the timeline is none, as facts may lie beyond. */
export function datesOf(scale: Scale, [from, to]: Range): Pick<Filter, "from" | "to"> {
  return {
    from: from === 0 ? null : iso(scale.unit, scale.first + from),
    to: to === last(scale) ? null : iso(scale.unit, scale.first + to),
  };
}

/** With one end at a bin, as far as the other end and the timeline allow. */
export function resized(scale: Scale, [from, to]: Range, end: End, at: number): Range {
  return end === "from" ? [Math.min(Math.max(at, 0), to), to] : [from, Math.max(Math.min(at, last(scale)), from)];
}

/** As long as before, `by` bins further on, within the timeline. */
export function shifted(scale: Scale, [from, to]: Range, by: number): Range {
  const step = Math.min(Math.max(by, -from), last(scale) - to);
  return [from + step, to + step];
}

/** Between two bins, whichever is first. */
export const between = (a: number, b: number): Range => [Math.min(a, b), Math.max(a, b)];
