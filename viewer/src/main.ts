// Opens the page: reads the data, then lets each room show its part of the view.

import type { App } from "./app.ts";
import { showBrokers } from "./brokers/enter.ts";
import { brokersLamp } from "./brokers/lamp.ts";
import { brokersTask } from "./brokers/panel.ts";
import { Data } from "./data/data.ts";
import { byId } from "./dom.ts";
import { showCopying } from "./evidence/copying.ts";
import { showFilters } from "./filter/drawer.ts";
import { showFocus } from "./focus/focus.ts";
import { showGraph } from "./graph/graph.ts";
import { showLegend } from "./graph/legend.ts";
import { type Lamp, light } from "./graph/light.ts";
import { showSizes } from "./graph/measures.ts";
import { scene } from "./graph/scene.ts";
import { showHistory } from "./history/history.ts";
import { showPanel } from "./panel/panel.ts";
import { pathLamp } from "./paths/answer.ts";
import { pathPanel } from "./paths/panel.ts";
import { showPaths } from "./paths/paths.ts";
import { showReader } from "./reader/reader.ts";
import { showSaving } from "./saving/saving.ts";
import { showSearch } from "./search/box.ts";
import { Index } from "./search/index.ts";
import { showSheet } from "./sheet/sheet.ts";
import { Fragment } from "./state/fragment.ts";
import { Store } from "./state/store.ts";
import { showTables } from "./tables/tables.ts";
import { showTheme } from "./theme/theme.ts";
import { showTimeline } from "./timeline/timeline.ts";
import { Naming } from "./words/naming.ts";
import { showShell } from "./words/shell.ts";

const LAMPS: readonly Lamp[] = [pathLamp, brokersLamp];

async function open(): Promise<void> {
  const data = await Data.load();
  const store = new Store(new Fragment(data), window);
  const app: App = { data, store, naming: new Naming(data, () => store.view.language) };
  const index = new Index(data);
  showTheme(app);
  showShell(app);
  await painted();
  showLegend(app);
  showFilters(app);
  showTimeline(app);
  const canvas = showGraph(app, LAMPS);
  showFocus(app, canvas);
  showSearch(app, index);
  performance.mark("usable");
  showHistory(app);
  showPaths(app);
  showPanel(app, [pathPanel(index), brokersTask()]);
  showTables(app);
  showReader(app);
  showSheet(app);
  showSaving(app, canvas);
  showSizes(app);
  showBrokers(app, canvas);
  showCopying(app);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.view.selection) store.change({ selection: null });
  });
  performance.mark("loaded");
  // For the console, and for whoever measures the page.
  const find = (query: string) => index.find(query);
  const drawn = { scene: () => scene(app), light: () => light(app, LAMPS) };
  Object.assign(globalThis, { biograph: { ...app, ...drawn, canvas, network: canvas.network, find } });
}

/** Once the frame stands on the screen; a page in the background has none, and does not wait for it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

open().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  byId("summary").textContent =
    `이 파일을 열지 못했습니다. 파일이 온전한지, 브라우저가 최신인지 확인하세요. | This file could not be opened: is it whole, and the browser recent? (${reason})`;
  throw error;
});
