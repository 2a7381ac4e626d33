// Moves the range by hand: new by dragging over the bars, shifted by dragging within it, resized by its handles.

import { element } from "../dom.ts";
import type { Scale } from "./bins.ts";
import { type End, type Range, between, resized, shifted } from "./range.ts";

/** What the brush acts on. */
interface Brushed {
  scale: Scale;
  range: () => Range;
  chosen: () => boolean; // whether there is a range at all
  move: (range: Range) => void;
  end: () => void; // of a movement
  clear: () => void;
}

/** The two handles; `place` moves them to a range and names it. */
export interface Brush {
  handles: readonly HTMLElement[];
  place: (names: readonly [label: string, value: string][]) => void;
}

const ENDS: readonly End[] = ["from", "to"];

export function brush(plot: HTMLElement, on: Brushed): Brush {
  const bins = on.scale.last - on.scale.first + 1;
  const handles = ENDS.map((end) => element("div", {
    class: "handle", role: "slider", tabindex: 0, "data-end": end, "aria-valuemin": 0, "aria-valuemax": bins - 1,
    onkeydown: (event: KeyboardEvent) => press(event, end, on), onkeyup: on.end, onblur: on.end,
  }));
  drag(plot, bins, on);
  plot.addEventListener("dblclick", on.clear);
  return {
    handles,
    place: (names) => handles.forEach((handle, i) => {
      const at = on.range()[i]!;
      handle.style.insetInlineStart = `${((at + i) / bins) * 100}%`;
      handle.setAttribute("aria-valuenow", String(at));
      handle.setAttribute("aria-label", names[i]![0]);
      handle.setAttribute("aria-valuetext", names[i]![1]);
    }),
  };
}

/** Arrows move an end by a bin, with Shift the whole range; Page keys by a tenth; Home and End as far as it goes. */
function press(event: KeyboardEvent, end: End, { scale, range, chosen, move, clear }: Brushed): void {
  const all = scale.last - scale.first;
  const page = Math.max(Math.round(all / 10), 1);
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -all, End: all,
  };
  const step = steps[event.key];
  const now = range();
  if (event.key === "Escape" && chosen()) clear();
  else if (step === undefined) return;
  else move(event.shiftKey ? shifted(scale, now, step) : resized(scale, now, end, now[end === "from" ? 0 : 1] + step));
  event.preventDefault();
  event.stopPropagation();
}

const CLICK = 4; // pixels that a hand may move in a click

function drag(plot: HTMLElement, bins: number, on: Brushed): void {
  let start: PointerEvent | null = null;
  let moving: (at: number) => Range = () => on.range();
  let moved = false;
  const at = ({ clientX }: PointerEvent): number => {
    const { left, width } = plot.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((clientX - left) / width) * bins), 0), bins - 1);
  };
  const stop = (): void => {
    start = null;
    on.end();
  };
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    plot.setPointerCapture(event.pointerId);
    [start, moved, moving] = [event, false, movement(event.target as Element, at(event), bins, on)];
  });
  plot.addEventListener("pointermove", (event) => {
    if (!start) return;
    moved ||= Math.abs(event.clientX - start.clientX) > CLICK;
    if (moved) on.move(moving(at(event)));
  });
  plot.addEventListener("pointerup", (event) => {
    if (start && !moved && !(start.target as Element).closest(".handle")) on.move([at(event), at(event)]);
    stop();
  });
  plot.addEventListener("pointercancel", stop);
}

/** What a drag that begins at a bin does to the range. */
function movement(target: Element, begin: number, bins: number, { scale, range, chosen }: Brushed): (at: number) => Range {
  const before = range();
  const end = target.closest<HTMLElement>(".handle")?.dataset["end"] as End | undefined;
  if (end) return (at) => resized(scale, before, end, before[end === "from" ? 0 : 1] + at - begin);
  const [from, to] = before;
  const within = chosen() && from <= begin && begin <= to && to - from < bins - 1;
  return within ? (at) => shifted(scale, before, at - begin) : (at) => between(begin, at);
}
