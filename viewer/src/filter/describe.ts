// What a part of the filter is, in words.

import type { App } from "../app.ts";
import type { Part } from "./barred.ts";
import { type Key, type Listed, totals } from "./counts.ts";
import { text } from "./words.ts";

const NAMED = 2; // entries that are named; more are counted

/** How an entry of a part is called. */
export function entryName({ naming }: App, part: Listed, key: Key): string {
  if (part === "documents") return naming.document(Number(key));
  if (part === "predicates") return naming.predicate(String(key));
  return part === "groups" ? naming.group(String(key)) : naming.label(String(key));
}

/** What the part lets through, where it is not as at first. */
export function described(app: App, part: Part): string {
  const { naming, store } = app;
  const { from, to, confidence, sources } = store.view.filter;
  const say = (key: Parameters<typeof text>[1], values = {}): string => text(naming.language, key, values);
  if (part === "confidence") return say("least", { value: naming.percent(confidence) });
  if (part === "sources") return say("atLeast", { count: sources });
  if (part !== "dates") return part === "documents" ? documents(app) : entries(app, part);
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? say("fromOnly", { from }) : say("toOnly", { to: to ?? "" });
}

function documents(app: App): string {
  const [first, ...rest] = app.store.view.filter.documents;
  return rest.length || first === undefined
    ? text(app.naming.language, "documentCount", { count: rest.length + 1 }) : app.naming.document(first);
}

function entries(app: App, part: Exclude<Listed, "documents">): string {
  const { data, naming, store } = app;
  const filter = store.view.filter[part];
  const keys = [...totals(data, part).keys()].map(String);
  const [out, left] = [keys.filter((key) => filter.has(key)), keys.filter((key) => !filter.has(key))];
  const named = (some: string[]): { names: string } => ({ names: some.map((key) => entryName(app, part, key)).join(", ") });
  if (!out.length) return text(naming.language, "all");
  if (!left.length) return text(naming.language, "none");
  if (left.length <= NAMED && left.length < out.length) return text(naming.language, "only", named(left));
  return out.length <= NAMED ? text(naming.language, "without", named(out)) : text(naming.language, "withoutCount", { count: out.length });
}
