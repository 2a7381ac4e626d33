// Focus, expanding, collapsing and pinning on the canvas, by mouse, finger and key.

import type { App } from "../app.ts";
import type { Canvas } from "../graph/canvas.ts";
import { refreshActions } from "./actions.ts";
import { showBar } from "./bar.ts";
import { expandOrCollapse, pin } from "./commands.ts";
import { Cursor, spotOf } from "./cursor.ts";
import { showKeys } from "./keys.ts";
import { showMarks } from "./marks.ts";

export function showFocus(app: App, canvas: Canvas): void {
  const { data, store } = app;
  const cursor = new Cursor(app, canvas);
  showBar(app);
  showKeys(app, canvas, cursor);
  showMarks(app, canvas, cursor);
  canvas.onDoubleClick((n) => data.nodeOf.has(n) && expandOrCollapse(app, n));
  canvas.onDragged((nodes) => {
    pin(app, new Map(nodes.filter((n) => data.nodeOf.has(n)).map((n) => {
      const { x, y } = canvas.where(n)!;
      return [n, [x, y]];
    })));
  });
  store.watch(["selection"], () => {
    const spot = spotOf(store.view.selection);
    if (spot !== null) cursor.moveTo(spot);
  });
  store.watch(["focus", "expanded", "collapsed", "pins", "filter"], () => refreshActions(app));
}
