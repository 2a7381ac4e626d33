// The parts of the filter that are a range or a least value.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { element } from "../dom.ts";
import { bit } from "./barred.ts";
import { Gesture, choose } from "./choose.ts";
import { dated, isoDate, stretch } from "./dates.ts";
import { type Controls, type Section, section } from "./section.ts";
import { sources } from "./sources.ts";
import { visibleBut } from "./visible.ts";
import { text } from "./words.ts";

/** Facts that a range of dates leaves out only because they have no date. */
export function undated(app: App): number {
  const { from, to } = app.store.view.filter;
  if (from === null && to === null) return 0;
  const { low } = dated(app.data);
  const otherwise = visibleBut(app, bit("dates"));
  return low.reduce((sum, day, n: Position) => sum + (day === 0 && otherwise(n) ? 1 : 0), 0);
}

export const ranges = (app: App): Section[] => [
  section(app, "dates", () => dateControls(app)), section(app, "confidence", () => confidenceControls(app)),
  section(app, "sources", () => sourcesControls(app)),
];

function dateControls(app: App): Controls {
  const { naming, store } = app;
  const problem = element("p", { class: "problem", id: "date-problem", role: "alert" });
  const left = element("p", { class: "note" });
  const read = (): void => {
    const [from, to] = inputs.map(({ value }) => isoDate(value)) as [string | null, string | null];
    const bad = inputs.map(({ value }, i) => value.trim() !== "" && [from, to][i] === null);
    const turned = from !== null && to !== null && stretch(from)![0] > stretch(to)![1];
    inputs.forEach((input, i) => input.setAttribute("aria-invalid", String(turned || bad[i])));
    problem.textContent = bad.includes(true) ? text(naming.language, "badDate") : turned ? text(naming.language, "badRange") : "";
    if (!problem.textContent) choose(store, { from, to });
  };
  const inputs = (["from", "to"] as const).map((end) => dateInput(end, read));
  const fields = inputs.map((input, i) => element("label", {}, text(naming.language, i ? "to" : "from"), input));
  const hint = element("p", { class: "note", id: "date-hint" }, text(naming.language, "dateHint"));
  const update = (): void => {
    const { from, to } = store.view.filter;
    inputs.forEach((input, i) => {
      const end = i ? to : from;
      if (isoDate(input.value) !== end) input.value = end ?? ""; // not what is being corrected
    });
    const count = undated(app);
    left.textContent = count ? text(naming.language, "undated", { count }) : "";
  };
  return { content: [element("div", { class: "bounds" }, fields), hint, problem, left], update };
}

const dateInput = (end: string, onchange: () => void): HTMLInputElement => element("input", {
  type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 14, "data-end": end,
  "aria-describedby": "date-hint date-problem", onchange,
});

function confidenceControls(app: App): Controls {
  const { naming, store } = app;
  const gesture = new Gesture(store);
  const slider = element("input", {
    type: "range", min: 0, max: 100, "aria-label": text(naming.language, "confidence"),
    oninput: () => gesture.move({ confidence: Number(slider.value) / 100 }), onchange: () => gesture.end(),
  });
  const value = element("output", {});
  const update = (): void => {
    const least = store.view.filter.confidence;
    const words = least ? text(naming.language, "least", { value: naming.percent(least) }) : text(naming.language, "any");
    slider.value = String(Math.round(least * 100));
    slider.setAttribute("aria-valuetext", words);
    value.textContent = words;
  };
  return { content: element("div", { class: "slider" }, slider, value), update };
}

function sourcesControls(app: App): Controls {
  const { data, naming, store } = app;
  const most = sources(data).reduce((a, b) => Math.max(a, b), 1);
  const set = (): void => {
    choose(store, { sources: Math.min(Math.max(Math.round(Number(input.value)) || 1, 1), most) });
    input.value = String(store.view.filter.sources);
  };
  const input = element("input", { type: "number", min: 1, max: most, "aria-describedby": "sources-note", onchange: set });
  const label = element("label", { class: "least" }, text(naming.language, "sourcesLabel"), input);
  const note = element("p", { class: "note", id: "sources-note" }, text(naming.language, "sourcesNote"));
  const update = (): void => {
    input.value = String(store.view.filter.sources);
  };
  return { content: [label, note], update };
}
