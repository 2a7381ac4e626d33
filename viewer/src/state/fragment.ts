// The view as the fragment of an address: only what differs from the first view, by ids that the next build has, too.

import type { Data } from "../data/data.ts";
import type { Position } from "../data/types.ts";
import type { Codec } from "./store.ts";
import { type Filter, type Selection, type View, initial, unfiltered } from "./view.ts";

/** One part of a view and how it is written; a part that reads as null is not there any more. */
interface Field<K extends keyof View> {
  key: string;
  write: (value: View[K]) => string;
  read: (written: string) => View[K] | null;
}
type Fields = { [K in keyof View]?: Field<K> };

const word = <T extends string>(key: string, ...known: T[]) => ({
  key, write: (value: T): string => value, read: (written: string) => known.find((value) => value === written) ?? null,
});
const flag = (key: string) => ({ key, write: (value: boolean): string => (value ? "1" : ""), read: (written: string): boolean => written === "1" });

// A comma and a tilde stand between parts; in a part they are escaped, like all that an address may not hold.
const part = (value: string): string => encodeURIComponent(value).replace(/~/g, "%7E");
const EMPTY = "?"; // an empty part, such as the unknown group; as a character of a part it is escaped
const list = (values: Iterable<string>): string => [...values].map((value) => part(value) || EMPTY).join(",");
const parts = (written: string): string[] => (written ? written.split(",").map((one) => (one === EMPTY ? "" : unpart(one))) : []);
function unpart(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // an address that somebody cut: what is not known is left out further on
  }
}
const number = (written: string | undefined): number | null => (written && /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null);
const day = (written: string | undefined): string | null => (written && /^\d{4}(-\d\d){0,2}$/.test(written) ? written : null);

class Ids {
  private readonly positions: Map<string, Position>;

  constructor(private readonly ids: readonly string[]) {
    this.positions = new Map(ids.map((id, n) => [id, n]));
  }

  id = (n: Position): string => this.ids[n] ?? "";
  known = (id: string | undefined): Position | null => (id === undefined ? null : this.positions.get(id) ?? null);
  write = (all: Iterable<Position>): string => list([...all].map(this.id));
  read = (written: string): Position[] => parts(written).map(this.known).filter((n) => n !== null);
}

export class Fragment implements Codec {
  private readonly entities: Ids;
  private readonly documents: Ids;
  private readonly statements: Ids;
  private readonly fields: Fields;
  private readonly first: View;

  constructor(private readonly data: Data) {
    this.entities = new Ids(data.entities.map(({ id }) => id));
    this.documents = new Ids(data.documents.map(({ id }) => id));
    this.statements = new Ids(data.statements.map(({ id }) => id));
    this.first = initial(data.core.language);
    this.fields = this.described();
  }

  encode(view: View): string {
    return Object.entries(this.fields)
      .map(([name, field]) => {
        const [value, first] = [view[name as keyof View], this.first[name as keyof View]];
        const writing = field as { key: string; write: (value: unknown) => string };
        const written = value === null || value === first ? "" : writing.write(value);
        // What differs only by being another object of the same content is not written either.
        return written && written !== (first === null ? "" : writing.write(first)) ? `${field.key}=${written}` : "";
      })
      .filter(Boolean).join("&");
  }

  decode(fragment: string): View {
    const written = new Map(fragment.split("&").map((pair) => [pair.split("=", 1)[0]!, pair.slice(pair.indexOf("=") + 1)]));
    const view: Record<string, unknown> = { ...this.first };
    for (const [name, field] of Object.entries(this.fields)) {
      const found = written.get(field.key);
      if (found !== undefined) view[name] = field.read(found) ?? this.first[name as keyof View];
    }
    return view as unknown as View;
  }

  private described(): Fields {
    const { entities, documents } = this;
    const set = (key: string, ids: Ids) => ({ key, write: ids.write, read: (written: string) => new Set(ids.read(written)) });
    return {
      page: word("page", "graph", "brokers", "tables", "texts"),
      language: word("lang", "ko", "en"),
      theme: word("theme", "system", "light", "dark", "contrast"),
      selection: { key: "sel", write: this.selected, read: this.selection },
      filter: { key: "filter", write: this.filtered, read: this.filter },
      filtering: flag("filters"),
      timeline: flag("timeline"),
      arrangement: word("arrange", "free", "grouped"),
      size: { key: "size", write: part, read: unpart },
      focus: {
        key: "focus",
        write: (focus) => (focus ? `${focus.depth},${entities.write(focus.entities)}` : ""),
        read: (written) => {
          const [depth, ...ids] = written.split(",");
          const found = entities.read(ids.join(","));
          return found.length ? { entities: found, depth: number(depth) ?? 1 } : null;
        },
      },
      expanded: set("expand", entities),
      collapsed: set("collapse", entities),
      unfolded: {
        key: "unfold",
        write: (clusters) => [...clusters].join(","),
        read: (written) => new Set(parts(written).map(Number).filter((n) => this.data.graph.clusters[n])),
      },
      pins: {
        key: "pin",
        write: (pins) => [...pins].map(([n, [x, y]]) => `${part(entities.id(n))}~${Math.round(x)}~${Math.round(y)}`).join(","),
        read: (written) => new Map(written.split(",").flatMap((pin) => {
          const [id, x, y] = pin.split("~");
          const [n, left, top] = [entities.known(unpart(id!)), number(x), number(y)];
          return n === null || left === null || top === null ? [] : [[n, [left, top] as const]];
        })),
      },
      pathing: flag("paths"),
      path: {
        key: "path",
        write: (path) => {
          if (!path) return "";
          const ends = [path.from, path.to].map((n) => (n === null ? "" : entities.id(n)));
          return `${list(ends)},${path.count},${path.chosen ?? ""},${list(path.without)}`;
        },
        read: (written) => {
          const [from, to, count, chosen, ...without] = parts(written);
          return { from: entities.known(from), to: entities.known(to), count: number(count) ?? 3, chosen: number(chosen), without: without.filter(Boolean) };
        },
      },
      broker: {
        key: "broker",
        write: (broker) => (broker ? list([entities.id(broker.entity), broker.role ?? ""]) : ""),
        read: (written) => {
          const [id, role] = parts(written);
          const entity = entities.known(id);
          return entity === null ? null : { entity, role: role || null };
        },
      },
      table: word("table", "entities", "facts", "documents"),
      sorting: {
        key: "sort",
        write: (sorting) => list(Object.entries(sorting).map(([table, by]) => `${table}:${by!.descending ? "-" : ""}${by!.column}`)),
        read: (written) => Object.fromEntries(parts(written).map((one) => {
          const [table, column = ""] = one.split(":");
          return [table, { column: column.replace(/^-/, ""), descending: column.startsWith("-") }];
        })),
      },
      reading: {
        key: "text",
        write: (place) => (place ? [part(documents.id(place.document)), place.start ?? "", place.end ?? ""].join(",") : ""),
        read: (written) => {
          const [id, start, end] = parts(written);
          const document = documents.known(id);
          return document === null ? null : { document, start: number(start), end: number(end) };
        },
      },
    };
  }

  private selected = (selection: Selection | null): string => {
    if (selection?.kind === "entity") return `e,${part(this.entities.id(selection.entity))}`;
    if (selection?.kind === "facts") return `f,${this.statements.write(selection.statements)}`;
    return selection ? `c,${selection.cluster}` : "";
  };

  private selection = (written: string): Selection | null => {
    const [kind, ...rest] = written.split(",");
    const [first] = rest;
    const entity = kind === "e" ? this.entities.known(unpart(first ?? "")) : null;
    if (entity !== null) return { kind: "entity", entity };
    const statements = kind === "f" ? this.statements.read(rest.join(",")) : [];
    if (statements.length) return { kind: "facts", statements };
    const cluster = kind === "c" ? number(first) : null;
    return cluster !== null && this.data.graph.clusters[cluster] ? { kind: "cluster", cluster } : null;
  };

  private filtered = (filter: Filter): string => [
    list(filter.types), list(filter.predicates), list(filter.statuses), list(filter.groups), this.documents.write(filter.documents),
    filter.from ?? "", filter.to ?? "", filter.confidence || "", filter.sources > 1 ? filter.sources : "",
  ].join("~");

  private filter = (written: string): Filter => {
    const [types, predicates, statuses, groups, documents, from, to, confidence, sources] = written.split("~");
    const names = (some: string | undefined): Set<string> => new Set(parts(some ?? ""));
    return {
      ...unfiltered, types: names(types), predicates: names(predicates), statuses: names(statuses), groups: names(groups),
      documents: new Set(this.documents.read(documents ?? "")), from: day(from), to: day(to),
      confidence: number(confidence) ?? 0, sources: number(sources) ?? 1,
    };
  };
}
