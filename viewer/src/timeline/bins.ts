// Cuts the time of the facts into bins of a day, a month or a year, whichever shows how they are spread.

export type Unit = "day" | "month" | "year";

/** The bins from `first` to `last`, both in units; the outermost take in what lies beyond where they are open. */
export interface Scale {
  unit: Unit;
  first: number;
  last: number;
  earlier: boolean;
  later: boolean;
}

const MOST = 96; // bins on the canvas of a telephone, 3 pixels each
const FAR = 0.04; // of the facts, those at either end that may lie beyond the bins
const PRECISE = 0.8; // of the facts, those whose date must be known to the unit
const DAYS = 62; // beyond, months say more

const DAY = 86_400_000; // milliseconds
const parts = (date: number): [year: number, month: number, day: number] =>
  [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];

/** The unit to which a first day (yyyymmdd, 00 for unknown) is known. */
export function precision(low: number): Unit {
  const [, month, day] = parts(low);
  return day ? "day" : month ? "month" : "year";
}

/** Whether a date of this precision falls into a single bin. */
export function fits(unit: Unit, low: number): boolean {
  const order: Unit[] = ["day", "month", "year"];
  return order.indexOf(precision(low)) <= order.indexOf(unit);
}

/** The number of the unit, since the year 0 or 1970, in which a day falls; 00 and 99 are the first and the last. */
export function index(unit: Unit, date: number): number {
  const [year, month, day] = parts(date);
  const within = Math.min(Math.max(month, 1), 12);
  if (unit !== "day") return unit === "year" ? year : year * 12 + within - 1;
  const start = new Date(0);
  start.setUTCFullYear(year, within, 0); // the last day of the month
  start.setUTCDate(Math.min(Math.max(day, 1), start.getUTCDate()));
  return Math.round(start.getTime() / DAY);
}

/** A unit by its number, as an ISO date. */
export function iso(unit: Unit, n: number): string {
  if (unit === "day") return new Date(n * DAY).toISOString().slice(0, 10);
  const year = String(unit === "year" ? n : Math.floor(n / 12)).padStart(4, "0");
  return unit === "year" ? year : `${year}-${String((n % 12) + 1).padStart(2, "0")}`;
}

/** The scale for these first days (0 for none); null where there is no date at all. */
export function scale(lows: Int32Array): Scale | null {
  const known = lows.filter((low) => low > 0).sort();
  if (!known.length) return null;
  const inside = (unit: Unit): Int32Array => known.filter((low) => fits(unit, low));
  const spread = (unit: Unit, share: number): [number, number] => {
    const all = inside(unit);
    const beyond = Math.floor((all.length - 1) * share);
    return [index(unit, all[beyond]!), index(unit, all[all.length - 1 - beyond]!)];
  };
  const suits = (unit: Unit, most: number): boolean => {
    if (inside(unit).length < known.length * PRECISE) return false;
    const [low, high] = spread(unit, FAR);
    return high - low < most;
  };
  const unit = suits("day", DAYS) ? "day" : suits("month", MOST) ? "month" : "year";
  const [low, high] = spread(unit, 0);
  let [first, last] = [low, high];
  if (high - low >= MOST) [first, last] = spread(unit, FAR);
  first = Math.max(first, last - MOST + 1);
  return { unit, first, last, earlier: low < first, later: high > last };
}

/** The bin of a day, from 0; the outermost take in what lies beyond. */
export const bin = ({ unit, first, last }: Scale, date: number): number =>
  Math.min(Math.max(index(unit, date), first), last) - first;
