// The query page: examples and history at the side, the desk with the editor, and the answer below it.

import { button, byId, element } from "../../viewer/src/dom.ts";
import type { Asked } from "./asked.ts";
import { Desk } from "./desk.ts";
import { nameSource, wordSource } from "./editor/completion.ts";
import { Examples } from "./examples/list.ts";
import { showHeader } from "./frame/header.ts";
import { Names } from "./names.ts";
import { inLanguage, Page } from "./page.ts";
import { Recent } from "./recent/recent.ts";
import { Results } from "./results/results.ts";
import { type NamedQuery, queries, search, type Terms, terms } from "./server.ts";
import { text } from "./words.ts";

const NO_TERMS: Terms = { base: "", prefixes: {}, terms: [] };

const page = new Page();
showHeader(page);
const [vocabulary, named] = await Promise.allSettled([terms(), queries()]);
start(vocabulary.status === "fulfilled" ? vocabulary.value : NO_TERMS, named.status === "fulfilled" ? named.value : []);

function start(vocabulary: Terms, named: NamedQuery[]): void {
  const names = new Names(vocabulary);
  const results = new Results(page, names, (line, column) => desk.go(line, column));
  const title = (name: string): string => inLanguage(named.find((query) => query.name === name)?.titles ?? {}, page.language) || name;
  const choose = (asked: Asked): void => {
    desk.put(asked);
    void desk.run();
  };
  const examples = new Examples(page, named, ({ name }) => choose({ named: name, values: {} }));
  const recent = new Recent(page, title, choose);
  const side = sideRoom(examples.element, recent.element);
  const desk: Desk = new Desk(page, {
    queries: named, sources: [wordSource(page, names), nameSource(page, search)], results,
    shown: (query) => examples.mark(query), ran: (asked) => recent.add(asked),
  });
  byId("app").replaceChildren(side, element("div", { class: "work" }, desk.element, results.element));
  desk.restore();
}

/** On narrow screens it stands behind one button. */
function sideRoom(...rooms: HTMLElement[]): HTMLElement {
  const side = element("aside", { id: "side" }, element("div", { class: "rooms" }, rooms));
  const opener = button({ class: "action opener", "aria-expanded": "false", onclick: () => open(!side.classList.contains("open")) });
  const open = (wanted: boolean): void => {
    side.classList.toggle("open", wanted);
    opener.setAttribute("aria-expanded", String(wanted));
  };
  side.prepend(opener);
  side.addEventListener("click", ({ target }) => (target as Element).closest(".example") && open(false));
  page.watch(() => {
    side.setAttribute("aria-label", text(page.language, "side"));
    opener.textContent = text(page.language, "side");
  });
  return side;
}
