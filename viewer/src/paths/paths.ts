// Opens the form for paths by a tool of the header, and closes it by Escape.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { tool } from "../toolbar/toolbar.ts";
import { closePaths, openPaths } from "./commands.ts";
import { focusEmpty } from "./form.ts";
import { text } from "./words.ts";

export function showPaths(app: App): void {
  const { naming, store } = app;
  const opener = tool(app, "paths", {
    order: 24, icon: "path", label: () => text(naming.language, "tool"), pressed: () => store.view.pathing,
    onclick: () => (store.view.pathing && !store.view.selection ? closePaths(app) : openPaths(app, selected(app))),
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || store.view.selection || !store.view.pathing) return;
    closePaths(app);
    opener.focus();
  });
  let open = store.view.pathing; // a link may have opened it: then nothing takes the focus
  store.watch(["pathing"], () => {
    if (store.view.pathing && !open) focusEmpty(app);
    open = store.view.pathing;
  });
}

function selected({ store }: App): Position | null {
  const { selection } = store.view;
  return selection?.kind === "entity" ? selection.entity : null;
}
