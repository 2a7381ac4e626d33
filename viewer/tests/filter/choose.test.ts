import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Gesture, active, choose, cleared, toggle } from "../../src/filter/choose.ts";
import type { Store } from "../../src/state/store.ts";
import { type Filter, type View, unfiltered } from "../../src/state/view.ts";

let steps: boolean[] = []; // whether each change was recorded
let frames: (() => void)[] = [];
const first = { filter: unfiltered } as View;
const held = {
  view: first,
  change: (patch: Partial<View>, { record = true } = {}): void => {
    held.view = { ...held.view, ...patch };
    steps.push(record);
  },
};
const store = held as unknown as Store;

beforeEach(() => {
  held.view = first;
  [steps, frames] = [[], []];
  Object.assign(globalThis, { requestAnimationFrame: (draw: () => void) => frames.push(draw), cancelAnimationFrame: () => (frames = []) });
});

test("a part is active where it differs from the first view, whatever the object", () => {
  const same: Filter = { ...unfiltered, statuses: new Set(["negated"]), types: new Set() };
  assert.deepEqual(active(same), []);
  assert.deepEqual(active({ ...same, statuses: new Set(), to: "2025" }), ["statuses", "dates"]);
});

test("an entry goes in and out, and a cleared part is as at first", () => {
  toggle(store, "types", "Person");
  assert.deepEqual([...store.view.filter.types], ["Person"]);
  toggle(store, "types", "Person");
  assert.equal(store.view.filter.types.size, 0);
  assert.equal(unfiltered.types.size, 0);
  choose(store, { from: "2025", to: "2026", sources: 2 });
  choose(store, cleared("dates"));
  assert.deepEqual(active(store.view.filter), ["sources"]);
});

test("a movement is one step of history, and a frame draws only where it has come to", () => {
  const gesture = new Gesture(store);
  for (const from of ["2021", "2022"]) gesture.move({ from });
  assert.deepEqual([steps, frames.length], [[], 1]);
  frames.pop()!();
  gesture.move({ from: "2023" });
  gesture.end();
  assert.deepEqual(steps, [true, false]);
  assert.equal(store.view.filter.from, "2023");
  gesture.move({ from: "2024" });
  gesture.end();
  assert.deepEqual(steps, [true, false, true]);
});

test("a movement that changes nothing leaves history alone", () => {
  const gesture = new Gesture(store);
  gesture.move({ from: null });
  gesture.end();
  gesture.move({ to: "2025" });
  gesture.end();
  assert.deepEqual(steps, [true]);
});
