// The menu that saves the current view.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import type { Canvas } from "../graph/canvas.ts";
import { type Item, menu } from "../toolbar/menu.ts";
import { caption, today } from "./caption.ts";
import { download } from "./download.ts";
import { points, picture, vectors } from "./picture.ts";
import { drawsGraph, followPrinting } from "./print.ts";
import { text } from "./words.ts";

export function showSaving(app: App, canvas: Canvas): void {
  const { data, naming, store } = app;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  const save = (ending: string, blob: Blob): void => {
    const name = `${data.core.title} ${today()}.${ending}`;
    download(name, blob);
    byId("announcement").textContent = say("saved", { name });
  };
  const png = (): void => {
    const failed = (): void => void (byId("announcement").textContent = say("failed"));
    points(picture(app, canvas, caption(app))).then((blob) => save("png", blob), failed);
  };
  const pictures = (): Item[] => [
    { label: say("png"), onclick: png },
    { label: say("svg"), onclick: () => save("svg", vectors(picture(app, canvas, caption(app)))) },
  ];
  menu(app, "save", {
    order: 42, icon: "save", label: () => say("save"),
    items: () => [
      ...(drawsGraph(store.view.page) ? pictures() : []),
      { label: say("print"), onclick: () => window.print() },
    ],
  });
  followPrinting(app, canvas);
}
