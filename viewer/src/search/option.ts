// How an answer looks in the list, the letters that answer marked.

import type { App } from "../app.ts";
import { type Children, element } from "../dom.ts";
import { swatch } from "../graph/swatch.ts";
import type { Found } from "./combobox.ts";
import { Question } from "./question.ts";

export function optionParts({ data, naming, ...app }: App, found: Found, query: string): Children {
  const question = new Question(query);
  if ("document" in found) {
    const { publisher, published } = data.documents[found.document]!;
    const known = [publisher, published].filter((value) => value !== null);
    return [marked(naming.document(found.document), question, "name"), element("span", { class: "note kind" }, known.join(" · "))];
  }
  const { type, name } = data.entities[found.entity]!;
  const shown = naming.entity(found.entity);
  // The name that answers may be neither the one that the reader's language shows nor an alias.
  const via = question.marks(shown).length ? null : found.via ?? name;
  return [
    swatch({ data, naming, ...app }, type),
    element("span", { class: "name" }, marked(shown, question), via === null ? null : [" ", marked(via, question, "note")]),
    element("span", { class: "note kind" }, naming.label(type)),
  ];
}

function marked(value: string, question: Question, classes: string | null = null): HTMLElement {
  const parts: Children[] = [];
  let at = 0;
  for (const [start, end] of question.marks(value)) {
    parts.push(value.slice(at, start), element("mark", {}, value.slice(start, end)));
    at = end;
  }
  return element("bdi", { class: classes }, parts, value.slice(at));
}
