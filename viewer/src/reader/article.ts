// The text of a document, in which every name and every sentence that states something is marked and can be chosen.

import type { App } from "../app.ts";
import { element } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Place, Selection } from "../state/view.ts";
import { type Piece, pieces } from "./marking.ts";
import { text } from "./words.ts";

interface Marked {
  piece: Piece;
  shown: HTMLElement;
}

export class Article {
  readonly element: HTMLElement;
  private readonly marked: Marked[];
  private readonly met = { entities: new Set<Position>(), facts: new Set<string>() };

  /** The text of the document must be ready. */
  constructor(private readonly app: App, document: Position) {
    this.marked = pieces(app.data, document)
      .map((piece) => ({ piece, shown: this.drawn(piece, app.data.slice(document, piece.start, piece.end)) }));
    this.element = element("div", { class: "text", lang: app.data.documents[document]!.language, dir: "auto" },
      this.marked.map(({ shown }) => shown));
  }

  /** Marks the place that is read; gives the first piece of it. */
  point({ start, end }: Place): HTMLElement | undefined {
    let first: HTMLElement | undefined;
    for (const { piece, shown } of this.marked) {
      const here = start !== null && end !== null && start <= piece.start && piece.end <= end;
      shown.classList.toggle("here", here);
      if (here) first ??= shown;
    }
    return first;
  }

  /** Marks what is chosen. */
  choose(selection: Selection | null): void {
    const facts = new Set(selection?.kind === "facts" ? selection.statements : []);
    const entity = selection?.kind === "entity" ? selection.entity : null;
    for (const { piece, shown } of this.marked) {
      shown.classList.toggle("chosen", piece.facts.some((n) => facts.has(n)) || (entity !== null && piece.entity === entity));
    }
  }

  // Names cut a sentence into many pieces, and a text repeats its names. Of a sentence, and of each name, the first piece
  // alone is a stop for the keyboard; all of them can be clicked.
  private drawn(piece: Piece, words: string): HTMLElement {
    const { data, naming } = this.app;
    const { facts, entity } = piece;
    const tag = facts.length ? "mark" : "span";
    if (entity !== null) {
      const title = `${naming.entity(entity)} (${naming.label(data.entities[entity]!.type)})`;
      const stop = { title, role: "button", tabindex: first(this.met.entities, entity) ? "0" : "-1" };
      return element(tag, { class: `mention ${manner(data, facts)}`, ...stop, ...this.opening({ kind: "entity", entity }) }, words);
    }
    if (!facts.length) return element(tag, { class: piece.inBody ? null : "furniture" }, words);
    const title = text(naming.language, "facts", { count: facts.length });
    const stop = first(this.met.facts, facts.join()) ? { title, role: "button", tabindex: "0" } : {};
    return element(tag, { class: manner(data, facts) || null, ...stop, ...this.opening({ kind: "facts", statements: facts }) }, words);
  }

  private opening(selection: Selection): Record<string, (event: never) => void> {
    const choose = (): void => this.app.store.change({ selection });
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    };
    return { onclick: choose, onkeydown: pressed };
  }
}

/** Whether a value is met for the first time; it is known from then on. */
function first<T>(met: Set<T>, value: T): boolean {
  const known = met.has(value);
  met.add(value);
  return !known;
}

/** A sentence that asserts nothing, but plans or denies, is marked otherwise. */
function manner(data: App["data"], facts: readonly Position[]): string {
  return facts.length && facts.every((n) => data.statements[n]!.status !== "asserted") ? "unasserted" : "";
}
