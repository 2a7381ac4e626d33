// The texts: a list of documents, and one of them with all that was found in it.

import type { App } from "../app.ts";
import { byId, button, element, hidden, name } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Place } from "../state/view.ts";
import { newest } from "../panel/newest.ts";
import { Article } from "./article.ts";
import { Library } from "./library.ts";
import { type Stop, beside, index, stops } from "./stops.ts";
import { text } from "./words.ts";

/** What is drawn: one document in one language. */
interface Drawn {
  document: Position;
  language: string;
  article: Article;
  stops: Stop[];
  page: HTMLElement;
}

export function showReader(app: App): void {
  const { data, store } = app;
  const room = byId("texts");
  let turn = 0;
  let drawn: Drawn | undefined;
  let library: Library | undefined;
  let there: Place | null = null;
  const start = (): Place => {
    const { documents } = store.view.filter;
    return { document: newest(data, documents.size ? [...documents] : data.documents.map((_, n) => n))[0] ?? 0, start: null, end: null };
  };
  let first: Place | undefined;

  const draw = async (): Promise<void> => {
    const mine = ++turn;
    if (store.view.page !== "texts") return;
    if (!data.documents.length) return room.replaceChildren(element("p", { class: "empty" }, text(app.naming.language, "none")));
    const place = store.view.reading ?? (first ??= start());
    await data.texted([place.document]);
    if (mine !== turn) return;
    const { language } = app.naming;
    if (drawn?.language !== language) library = data.documents.length > 1 ? new Library(app, place.document) : undefined;
    if (drawn?.document !== place.document || drawn.language !== language) {
      drawn = opened(app, place.document, library);
      room.replaceChildren(...[library?.element, drawn.page].filter((part) => part !== undefined));
    }
    library?.point(place.document);
    if (place !== there) library?.open(false);
    show(app, drawn, place, place !== there);
    there = place;
  };
  store.watch(["page", "reading", "language"], () => void draw());
  store.watch(["filter"], () => library?.follow());
  store.watch(["selection"], () => drawn?.article.choose(store.view.selection));
  room.addEventListener("keydown", (event) => {
    const direction = event.key === "n" ? 1 : event.key === "p" ? -1 : 0;
    const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
    if (direction && !typing && drawn) step(app, drawn, direction);
  });
}

/** Points at the place, and goes there where it is new. */
function show(app: App, drawn: Drawn, place: Place, moved: boolean): void {
  const here = drawn.article.point(place);
  drawn.article.choose(app.store.view.selection);
  const at = index(drawn.stops, place);
  drawn.page.querySelector(".at")!.textContent = `${Number.isInteger(at) ? app.naming.number(at + 1) : "–"} / ${app.naming.number(drawn.stops.length)}`;
  for (const [id, direction] of [["earlier", -1], ["later", 1]] as const) {
    byId<HTMLButtonElement>(id).disabled = beside(drawn.stops, place, direction) === undefined;
  }
  if (!moved) return;
  const target = here ?? drawn.page.querySelector<HTMLElement>("h2")!;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  if (here) here.scrollIntoView({ block: "center" });
  else drawn.page.scrollTop = 0;
  target.focus({ preventScroll: true });
}

/** Goes to a neighbouring sentence and shows what it states. */
function step({ store }: App, { document, stops: all }: Drawn, direction: 1 | -1): void {
  const place = store.view.reading ?? { document, start: null, end: null };
  const stop = beside(all, place, direction);
  if (!stop) return;
  const { start, end, statements } = stop;
  store.change({ reading: { document, start, end }, selection: { kind: "facts", statements } });
}

function opened(app: App, document: Position, library: Library | undefined): Drawn {
  const { data, naming } = app;
  const article = new Article(app, document);
  const drawn: Drawn = { document, language: naming.language, article, stops: stops(data, document), page: element("div", { class: "page" }) };
  drawn.page.append(bar(app, drawn, library), element("div", { class: "column" }, head(app, drawn), article.element));
  return drawn;
}

function bar(app: App, drawn: Drawn, library: Library | undefined): HTMLElement {
  const say = (key: Parameters<typeof text>[1]): string => text(app.naming.language, key);
  return element("div", { class: "stepping", role: "group", "aria-label": say("steps") },
    library?.opener ?? null,
    button({ id: "earlier", class: "quiet", title: "p", onclick: () => step(app, drawn, -1) }, hidden("↑ "), say("earlier")),
    element("span", { class: "at note" }),
    button({ id: "later", class: "quiet", title: "n", onclick: () => step(app, drawn, 1) }, say("later"), hidden(" ↓")));
}

function head({ data, naming }: App, { document, stops: all }: Drawn): HTMLElement {
  const { author, publisher, published, source, names } = data.documents[document]!;
  const known = [publisher, author, published, source].filter((value) => value !== null);
  const facts = new Set(all.flatMap(({ statements }) => statements)).size;
  return element("header", {},
    element("h2", { tabindex: "-1" }, name(naming.document(document))),
    element("p", { class: "note" }, known.map((value, i) => [i ? " · " : "", name(value)])),
    element("p", { class: "note" }, text(naming.language, "counts", { facts, names: names.length })),
    element("p", { class: "note" }, text(naming.language, "hint")));
}
