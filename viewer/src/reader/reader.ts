// The text of a document with every name in it, and every sentence that states something, marked.

import type { App } from "../app.ts";
import { byId, element, name } from "../dom.ts";
import type { Place, Selection } from "../state/view.ts";
import { type Piece, pieces } from "./marking.ts";
import { text } from "./words.ts";

export function showReader(app: App): void {
  const { data, store } = app;
  let turn = 0;
  let there: Place | null = null;
  const draw = async (): Promise<void> => {
    const mine = ++turn;
    if (store.view.page !== "texts") return;
    const place = store.view.reading ?? { document: 0, start: null, end: null };
    if (!data.documents.length) return byId("texts").replaceChildren(element("p", { class: "empty" }, text(app.naming.language, "none")));
    await data.texted([place.document]);
    if (mine !== turn) return;
    byId("texts").replaceChildren(page(app, place));
    if (place === there) return;
    there = place;
    byId("panel").classList.remove("sheet");
    const target = byId("texts").querySelector<HTMLElement>(".here") ?? byId("texts").querySelector("h2");
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };
  store.watch(["page", "reading", "language"], () => void draw());
}

function page(app: App, place: Place): HTMLElement {
  const { data, naming, store } = app;
  const n = place.document;
  const { author, publisher, published, language } = data.documents[n]!;
  const open = (event: Event): void =>
    store.change({ reading: { document: Number((event.target as HTMLSelectElement).value), start: null, end: null } });
  const choose = element("select", { "aria-label": text(naming.language, "choose"), onchange: open },
    data.documents.map((_, m) => element("option", { value: m, selected: m === n }, naming.document(m))));
  const known = [publisher, author, published].filter((value) => value !== null);
  return element("div", { class: "page" },
    data.documents.length > 1 ? choose : null,
    element("h2", { tabindex: "-1" }, name(naming.document(n))),
    element("p", { class: "note" }, known.map((value, i) => [i ? " · " : "", name(value)])),
    element("p", { class: "note" }, text(naming.language, "hint")),
    element("div", { class: "text", lang: language, dir: "auto" }, marked(app, place)));
}

// A name opens what it names, the rest of a sentence the facts that it states. Names cut a sentence into many pieces: the
// first alone is a stop for keyboard and screen reader, all of them can be clicked.
function marked(app: App, { document: n, start, end }: Place): HTMLElement[] {
  const told = new Set<string>();
  return pieces(app.data, n).map((piece) => {
    const here = start !== null && end !== null && start <= piece.start && piece.end <= end;
    const words = app.data.slice(n, piece.start, piece.end);
    const classes = [piece.entity !== null && "mention", here && "here", !piece.facts.length && !piece.inBody && "furniture"];
    return markedPiece(app, piece, words, classes.filter(Boolean).join(" ") || null, told);
  });
}

function markedPiece(app: App, { facts, entity }: Piece, words: string, classes: string | null, told: Set<string>): HTMLElement {
  const { data, naming, store } = app;
  const tag = facts.length ? "mark" : "span";
  if (entity !== null) {
    const title = `${naming.entity(entity)} (${naming.label(data.entities[entity]!.type)})`;
    return opener(app, tag, classes, title, { kind: "entity", entity }, words);
  }
  const selection: Selection = { kind: "facts", statements: facts };
  const key = facts.join();
  if (facts.length && !told.has(key)) {
    told.add(key);
    return opener(app, tag, classes, text(naming.language, "facts", { count: facts.length }), selection, words);
  }
  return element(tag, { class: classes, onclick: facts.length ? () => store.change({ selection }) : null }, words);
}

/** Words of the running text that can be pressed; a button element would not break over lines. */
function opener(app: App, tag: "mark" | "span", classes: string | null, title: string, selection: Selection, words: string): HTMLElement {
  const onclick = (): void => app.store.change({ selection });
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onclick();
  };
  return element(tag, { class: classes, tabindex: "0", role: "button", title, onclick, onkeydown }, words);
}

