// Entering the broker view: its data are read, groups stand apart, and the whole is in sight.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { type Canvas } from "../graph/canvas.ts";
import { scene } from "../graph/scene.ts";
import { brokersLamp } from "./lamp.ts";

const ROOM = 90; // at least, around what is lit, for labels

export function showBrokers(app: App, canvas: Canvas): void {
  const { data, store } = app;
  let page = store.view.page;
  let apart = page === "brokers"; // a link that opens here keeps to the arrangement that it names
  store.watch(["page", "size"], () => {
    const wanted = ["brokers", "tables"].includes(store.view.page) || store.view.size !== "degree";
    if (wanted && data.brokers === undefined) void data.ranked().then(() => store.redraw(["broker", "size"]));
    if (page === store.view.page) return;
    const crossed = page === "brokers" || store.view.page === "brokers"; // the canvas changes its width
    page = store.view.page;
    if (page === "brokers" && !apart) {
      apart = true;
      queueMicrotask(() => store.change({ arrangement: "grouped" }, { record: false }));
    }
    if (crossed) requestAnimationFrame(() => requestAnimationFrame(() => byId("fit").click()));
  });
  store.watch(["broker"], () => requestAnimationFrame(() => reveal(app, canvas)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && page === "brokers" && store.view.broker && !store.view.selection) store.change({ broker: null });
  });
}

/** Moves to what a broker lights where part of it lies outside, or all of it is small. */
function reveal(app: App, canvas: Canvas): void {
  const light = brokersLamp(app);
  if (!light) return;
  const { place } = scene(app);
  const places = [...light.nodes].map((n) => app.data.nodeOf.get(n)).filter((node) => node !== undefined)
    .map(place);
  if (!places.length) return;
  const { width, height } = canvas.size;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const room = (along: number[]): number => Math.max(ROOM, (Math.max(...along) - Math.min(...along)) * 0.12);
  const [side, above] = [room(xs), room(ys)];
  const box = { left: Math.min(...xs) - side, right: Math.max(...xs) + side, top: Math.min(...ys) - above, bottom: Math.max(...ys) + above };
  const outside = places.map(([x, y]) => canvas.pixel(x, y)).some(({ x, y }) => x < 20 || y < 20 || x > width - 20 || y > height - 20);
  if (outside || canvas.fitting(box).scale > 1.5 * canvas.network.getScale()) canvas.fit(box);
}
