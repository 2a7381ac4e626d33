// The texts of the page's frame: attributes in the template name them.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { icon } from "../icons.ts";
import { showMore, tool } from "../toolbar/toolbar.ts";
import { words } from "./words.ts";

export const text = words({
  ko: {
    language: "English", views: "보기", viewGraph: "그래프", viewBrokers: "가교 분석",
    viewTables: "표", viewTexts: "원문", graph: "지식 그래프. 같은 내용을 ‘표’와 개체 목록에서 키보드로 읽을 수 있습니다.",
    tools: "도구", more: "더 보기", skip: "본문으로 건너뛰기", zoomIn: "확대", zoomOut: "축소", fit: "전체 보기", legend: "범례와 필터", panel: "자세히", undo: "되돌리기",
    redo: "다시 하기", summary: "문서 {documents}건 · 개체 {entities}개 · 사실 {statements}건",
  },
  en: {
    language: "한국어", views: "Views", viewGraph: "Graph", viewBrokers: "Brokers",
    viewTables: "Tables", viewTexts: "Texts", graph: "Knowledge graph. The tables and the list of entities say the same and work from the keyboard.",
    tools: "Tools", more: "More", skip: "Skip to the content", zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all", legend: "Legend and filters", panel: "Details", undo: "Undo",
    redo: "Redo",
    summary: "{documents} {documents|document|documents} · {entities} {entities|entity|entities} · {statements} {statements|fact|facts}",
  },
});

type Key = Parameters<typeof text>[1];

/** Writes the frame's texts, now and whenever the language changes. */
export function showShell(app: App): void {
  const { data, naming, store } = app;
  store.watch(["language"], () => {
    const { language } = naming;
    document.documentElement.lang = language;
    for (const e of document.querySelectorAll<HTMLElement>("[data-text]")) e.textContent = text(language, e.dataset["text"] as Key);
    for (const e of document.querySelectorAll<HTMLElement>("[data-label]")) {
      e.setAttribute("aria-label", text(language, e.dataset["label"] as Key));
      if (e.tagName === "BUTTON") e.title = text(language, e.dataset["label"] as Key);
    }
    byId("summary").textContent = text(language, "summary",
      { documents: data.documents.length, entities: data.entities.length, statements: data.statements.length });
  });
  showTools(app);
  showMore();
  // The address holds the view: the link moves the focus alone.
  document.querySelector(".skip")!.addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  byId("zoom-in").append(icon("plus"));
  byId("zoom-out").append(icon("minus"));
  byId("fit").append(icon("fit"));
  showTabs(app);
}

function showTabs({ store }: App): void {
  for (const tab of document.querySelectorAll<HTMLElement>("[data-page]")) {
    tab.addEventListener("click", () => store.change({ page: tab.dataset["page"] as typeof store.view.page }));
  }
  store.watch(["page"], () => {
    const { page } = store.view;
    document.body.dataset["page"] = page;
    const sections = { graph: page === "graph" || page === "brokers", tables: page === "tables", texts: page === "texts" };
    for (const [id, shown] of Object.entries(sections)) byId(id).hidden = !shown;
    byId("legend").hidden = page === "texts";
    for (const tab of document.querySelectorAll<HTMLElement>("[data-page]")) {
      if (tab === document.body) continue;
      if (tab.dataset["page"] === page) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
  });
}

function showTools(app: App): void {
  const { naming, store } = app;
  const say = (key: Key) => () => text(naming.language, key);
  tool(app, "undo", { order: 10, icon: "undo", label: say("undo"), disabled: () => !store.canUndo, onclick: store.undo });
  tool(app, "redo", { order: 11, icon: "redo", label: say("redo"), disabled: () => !store.canRedo, onclick: store.redo });
  const other = (): "ko" | "en" => (naming.language === "ko" ? "en" : "ko");
  const language = tool(app, "language", {
    order: 49, icon: "language", label: say("language"), onclick: () => store.change({ language: other() }),
  });
  store.watch(["language"], () => (language.lang = other())); // its label is in the language that it leads to
}
