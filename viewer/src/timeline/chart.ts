// Draws the bars of the timeline as SVG.

import { shape } from "../icons.ts";
import type { Naming } from "../words/naming.ts";
import { type Scale, iso } from "./bins.ts";
import { type Bar, KINDS, type Tally, height } from "./tally.ts";
import { ticks } from "./ticks.ts";
import { text } from "./words.ts";

const BARS = 54; // pixels, without the axis
const AXIS = 17;
const PEAK = 13; // for the number over the tallest bar
const WIDEST = 26;
const LEAST = 1.5; // pixels of a bar that stands for anything at all

/** The bars on `width` pixels. `range` are the first and last bin that the filter lets through. */
export function chart(naming: Naming, scale: Scale, { bars }: Tally, range: readonly [number, number] | null, width: number): SVGElement {
  const each = width / bars.length;
  const most = Math.max(...bars.map(height), 1);
  const rise = (count: number): number => (count ? Math.max((count / most) * (BARS - PEAK), LEAST) : 0);
  const drawn = svg("svg", { width, height: BARS + AXIS, role: "img", "aria-label": summary(naming, scale, bars) });
  if (range) drawn.append(svg("rect", { class: "range", x: range[0] * each, width: (range[1] - range[0] + 1) * each, height: BARS }));
  bars.forEach((bar, n) => drawn.append(stack(naming, scale, bar, n, each, rise)));
  const peak = bars.findIndex((bar) => height(bar) === most);
  if (peak >= 0) drawn.append(label(String(most), (peak + 0.5) * each, BARS - rise(most) - 4, width));
  if (range) drawn.append(...shades(range, each, width));
  drawn.append(svg("path", { class: "axis", d: `M0 ${BARS + 0.5}H${width}` }));
  for (const tick of ticks(scale, width)) drawn.append(label(tick.label, (tick.bin + 0.5) * each, BARS + AXIS - 4, width));
  return drawn;
}

function stack(naming: Naming, scale: Scale, bar: Bar, n: number, each: number, rise: (count: number) => number): SVGElement {
  const width = Math.max(Math.min(each - Math.min(each / 4, 3), WIDEST), 1);
  const x = (n + 0.5) * each - width / 2;
  const group = svg("g", { class: bar.lit ? "some lit" : "some" }, svg("title", {}, title(naming, scale, bar, n)),
    svg("rect", { class: "air", x: n * each, width: each, height: BARS }));
  let below = 0;
  for (const kind of KINDS) {
    if (!bar[kind]) continue;
    const [top, bottom] = [rise(below + bar[kind]), rise(below)];
    group.append(svg("rect", { class: kind, x, y: BARS - top, width, height: top - bottom }));
    below += bar[kind];
  }
  if (bar.lit) group.append(svg("rect", { class: "chosen", x, y: BARS - rise(bar.lit), width, height: rise(bar.lit) }));
  return group;
}

/** What lies outside of the range is veiled. */
function shades([from, to]: readonly [number, number], each: number, width: number): SVGElement[] {
  const end = (to + 1) * each;
  return [svg("rect", { class: "veil", width: from * each, height: BARS }), svg("rect", { class: "veil", x: end, width: width - end, height: BARS })];
}

/** A word at a place, kept within the drawing. */
function label(words: string, x: number, y: number, width: number): SVGElement {
  const half = words.length * 3.3;
  const anchor = x < half ? "start" : x > width - half ? "end" : "middle";
  return svg("text", { x: Math.min(Math.max(x, anchor === "start" ? 0 : x), anchor === "end" ? width : x), y, "text-anchor": anchor }, words);
}

/** The name of a bin: what it takes in. */
export function binName({ language }: Naming, { unit, first, last, earlier, later }: Scale, n: number): string {
  const date = iso(unit, first + n);
  if (n === 0 && earlier) return text(language, "earlier", { date });
  return n === last - first && later ? text(language, "later", { date }) : date;
}

function title(naming: Naming, scale: Scale, bar: Bar, n: number): string {
  const parts = ([...KINDS, "lit"] as const).filter((kind) => bar[kind])
    .map((kind) => text(naming.language, "part", { name: text(naming.language, kind), count: naming.number(bar[kind]) }));
  return text(naming.language, "bin", { date: binName(naming, scale, n), parts: parts.join(" · ") || "0" });
}

function summary(naming: Naming, scale: Scale, bars: readonly Bar[]): string {
  const peak = bars.reduce((best, bar, n) => (height(bar) > height(bars[best]!) ? n : best), 0);
  const named = (n: number): string => binName(naming, scale, n);
  return text(naming.language, "chart",
    { from: named(0), to: named(bars.length - 1), peak: named(peak), count: naming.number(height(bars[peak]!)) });
}

function svg(tag: keyof SVGElementTagNameMap, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const made = shape(tag, attributes);
  made.append(...children);
  return made;
}
