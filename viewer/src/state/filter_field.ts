// The filter in an address: its parts in a fixed order, with a tilde between them.

import type { Field } from "./field.ts";
import type { Ids } from "./ids.ts";
import { day, list, number, parts, whole } from "./parts.ts";
import { type Filter, unfiltered } from "./view.ts";

export function filterField(documents: Ids): Field<"filter"> {
  return { key: "filter", write: (filter) => written(filter, documents), read: (fragment) => read(fragment, documents) };
}

const written = (filter: Filter, documents: Ids): string => [
  list(filter.types), list(filter.predicates), list(filter.statuses), list(filter.groups), documents.write(filter.documents),
  filter.from ?? "", filter.to ?? "", filter.confidence || "", filter.sources > 1 ? filter.sources : "",
].join("~");

function read(fragment: string, known: Ids): Filter {
  const [types, predicates, statuses, groups, documents, from, to, confidence, sources] = fragment.split("~");
  const names = (some: string | undefined): Set<string> => new Set(parts(some ?? ""));
  return {
    ...unfiltered, types: names(types), predicates: names(predicates), statuses: names(statuses), groups: names(groups),
    documents: new Set(known.read(documents ?? "")), from: day(from), to: day(to),
    confidence: number(confidence, 0, 1) ?? 0, sources: whole(sources, 1) ?? 1,
  };
}
