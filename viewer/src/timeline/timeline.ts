// The timeline under the stage: facts by date, and a range of dates to filter them by.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { type Children, button, byId, element, hidden, nodes } from "../dom.ts";
import { bit } from "../filter/barred.ts";
import { Gesture, choose } from "../filter/choose.ts";
import { dated } from "../filter/dates.ts";
import { visibleBut } from "../filter/visible.ts";
import { tool } from "../toolbar/toolbar.ts";
import { type Scale, scale } from "./bins.ts";
import { type Brush, brush } from "./brush.ts";
import { binName, chart } from "./chart.ts";
import { type Range, datesOf, rangeOf } from "./range.ts";
import { KINDS, type Tally, tally } from "./tally.ts";
import { text } from "./words.ts";

export function showTimeline(app: App): void {
  const { naming, store } = app;
  const strip = byId("timeline");
  tool(app, "timing", {
    order: 22, icon: "timeline", label: () => text(naming.language, "timeline"), pressed: () => store.view.timeline,
    onclick: () => store.change({ timeline: !store.view.timeline }),
  });
  let draw: (() => void) | null = null;
  const update = (): void => {
    const { timeline, page } = store.view;
    strip.hidden = !timeline || page === "texts";
    strip.setAttribute("role", "region");
    strip.setAttribute("aria-label", text(naming.language, "timeline"));
    if (!strip.hidden) (draw ??= built(app, strip))();
  };
  store.watch(["timeline", "page", "filter", "selection", "language"], update);
  new ResizeObserver(() => strip.hidden || draw?.()).observe(strip);
}

/** Puts the timeline's parts into the strip, once; what it gives draws them. */
function built(app: App, strip: HTMLElement): () => void {
  const { low } = dated(app.data);
  const time = scale(low);
  if (!time) return () => strip.replaceChildren(element("p", { class: "note" }, text(app.naming.language, "none")));
  const head = element("div", { class: "time-head" });
  const drawing = element("div", { class: "bars" });
  const plot = element("div", { class: "plot" }, drawing);
  const handles = handling(app, time, plot);
  plot.append(...handles.handles);
  strip.replaceChildren(head, plot);
  return () => {
    const found = tally(app.data.statements, low, time, visibleBut(app, bit("dates")), lit(app));
    const range = rangeOf(time, app.store.view.filter);
    drawing.replaceChildren(chart(app.naming, time, found, chosen(app) ? range : null, plot.clientWidth));
    handles.place((["from", "to"] as const).map((end, i) => [text(app.naming.language, end), binName(app.naming, time, range[i]!)]));
    refill(head, headline(app, time, found, range));
  };
}

function handling({ store, ...app }: App, time: Scale, plot: HTMLElement): Brush {
  const gesture = new Gesture(store);
  return brush(plot, {
    scale: time,
    range: () => rangeOf(time, store.view.filter),
    chosen: () => chosen({ store, ...app }),
    move: (range) => gesture.move(datesOf(time, range)),
    end: () => gesture.end(),
    clear: () => choose(store, { from: null, to: null }),
  });
}

const chosen = ({ store }: App): boolean => store.view.filter.from !== null || store.view.filter.to !== null;

/** Whether a fact is one of those that the reader has selected. */
function lit({ data, store }: App): (n: Position) => boolean {
  const { selection } = store.view;
  if (!selection || selection.kind === "cluster") return () => false;
  const facts = new Set(selection.kind === "entity" ? data.factsOf[selection.entity] : selection.statements);
  return (n) => facts.has(n);
}

/** What the bars mean, what is in none of them, and the range. */
function headline(app: App, time: Scale, { bars, undated, coarse }: Tally, range: Range): Children {
  const { naming, store } = app;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const named = range.map((n) => binName(naming, time, n));
  const { from, to } = store.view.filter;
  const shown = chosen(app) ? [...new Set([from ?? named[0], to ?? named[1]])].join(" – ") : say("hint");
  const out = [coarse ? say(time.unit === "day" ? "coarseDay" : "coarseMonth", { count: coarse }) : "", undated ? say("undated", { count: undated }) : ""];
  return [
    ([...KINDS, "lit"] as const).filter((kind) => bars.some((bar) => bar[kind]))
      .map((kind) => element("span", { class: "time-key" }, element("span", { class: `block ${kind}`, "aria-hidden": "true" }), say(kind))),
    out.some(Boolean) ? element("span", { class: "out" }, `${say("note")}: ${out.filter(Boolean).join(" · ")}`) : null,
    element("span", { class: "time-choice" }, element("span", { class: "time-range" }, shown),
      chosen(app) ? button({ class: "quiet", id: "clear-range", onclick: () => choose(store, { from: null, to: null }) }, say("clear")) : null,
      button({ class: "quiet", "aria-label": say("close"), onclick: () => closed(app) }, hidden("✕"))),
  ];
}

function closed({ store }: App): void {
  store.change({ timeline: false });
  byId("timing").focus();
}

/** Replaces what an element holds; a focus in it goes on to its last button. */
function refill(holder: HTMLElement, content: Children): void {
  const focused = holder.contains(document.activeElement);
  holder.replaceChildren(...nodes(content));
  if (focused) [...holder.querySelectorAll("button")].at(-1)?.focus();
}
