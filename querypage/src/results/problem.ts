// What went wrong, in words, with the way to its place in the query.

import { button, element } from "../../../viewer/src/dom.ts";
import type { Page } from "../page.ts";
import { Problem } from "../server.ts";
import { text } from "./words.ts";

/** `go` moves the cursor to a line and column. */
export function problemBox(page: Page, problem: Problem, go: (line: number, column: number) => void): HTMLElement {
  const { language } = page;
  const { position } = problem;
  const link = position && button({ class: "link", onclick: () => go(position.line, position.column) }, text(language, "where", { ...position }));
  return element("div", { class: "caution", role: "alert" },
    element("h3", {}, text(language, "error")),
    element("p", {}, problem.title || text(language, "unreachable")),
    element("p", { class: "note" }, problem.title ? problem.hint : text(language, "again")),
    link);
}
