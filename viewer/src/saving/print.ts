// Printing: the graph as vectors in dark ink, the view in words over it; the style sheet does the rest.

import type { App } from "../app.ts";
import { byId, element } from "../dom.ts";
import type { Canvas } from "../graph/canvas.ts";
import type { Page, Theme } from "../state/view.ts";
import { caption } from "./caption.ts";
import { picture } from "./picture.ts";

export function followPrinting(app: App, canvas: Canvas): void {
  const { store } = app;
  let before: Theme | null = null;
  window.addEventListener("beforeprint", () => {
    before ??= store.view.theme;
    store.change({ theme: "light" }, { record: false });
    const [, view = ""] = caption(app);
    byId("printed").replaceChildren(element("p", {}, view), ...(drawsGraph(store.view.page) ? [picture(app, canvas, []).svg] : []));
  });
  window.addEventListener("afterprint", () => {
    if (before !== null) store.change({ theme: before }, { record: false });
    before = null;
    byId("printed").replaceChildren();
  });
}

export const drawsGraph = (page: Page): boolean => page === "graph" || page === "brokers";
