// Dates as numbers that compare: a year or a month is the stretch of days that it may be.

import type { Data } from "../data/data.ts";

/** First and last day as the number yyyymmdd, with 00 and 99 for what is not known. */
type Stretch = readonly [low: number, high: number];

/** Of "2025", "2025-03" or a day; null for anything else. */
export function stretch(date: string): Stretch | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(date) ?? [];
  if (!year) return null;
  const number = (unknown: string): number => Number(year + (month ?? unknown) + (day ?? unknown));
  return [number("00"), number("99")];
}

/** What a person writes for a date, as an ISO date of the same precision; null where it is none. */
export function isoDate(written: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})(?:[-./년\s]+(\d{1,2})(?:[-./월\s]+(\d{1,2}))?)?[-./년월일\s]*$/.exec(written) ?? [];
  if (!year) return null;
  const given = new Date(0);
  given.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  // A day that the calendar does not have runs over into the next month.
  if (given.getUTCMonth() !== Number(month ?? 1) - 1 || given.getUTCDate() !== Number(day ?? 1)) return null;
  return given.toISOString().slice(0, day ? 10 : month ? 7 : 4);
}

/** First and last day of each statement; 0 where a statement has no date. */
interface Dated {
  low: Int32Array;
  high: Int32Array;
}

const found = new WeakMap<Data, Dated>();

export function dated(data: Data): Dated {
  let dates = found.get(data);
  if (!dates) {
    const all = data.statements.map((_, n) => stretch(data.date(n)));
    dates = { low: Int32Array.from(all, (one) => one?.[0] ?? 0), high: Int32Array.from(all, (one) => one?.[1] ?? 0) };
    found.set(data, dates);
  }
  return dates;
}
