// How each part of a view is written in an address, and read from one that may be old, cut or made up.

import type { Data } from "../data/data.ts";
import { type Field, type Fields, flag, word } from "./field.ts";
import { filterField } from "./filter_field.ts";
import { Clusters, Ids } from "./ids.ts";
import { list, number, part, parts, unpart, whole } from "./parts.ts";

const TABLES = ["entities", "facts", "documents", "brokers"];
const FAR = 100_000; // no node stands further from the middle
const DEEPEST = 3;
const PATHS = 10;

/** All that may stand in an address of this page. */
export function fieldsOf(data: Data): Fields {
  const entities = new Ids(data.entities.map(({ id }) => id));
  const documents = new Ids(data.documents.map(({ id }) => id));
  const statements = new Ids(data.statements.map(({ id }) => id));
  const clusters = new Clusters(data, entities);
  return {
    page: word("page", "graph", "brokers", "tables", "texts"),
    language: word("lang", "ko", "en"),
    theme: word("theme", "system", "light", "dark", "contrast"),
    selection: selectionField(entities, statements, clusters),
    filter: filterField(documents),
    filtering: flag("filters"),
    timeline: flag("timeline"),
    arrangement: word("arrange", "free", "grouped"),
    size: { key: "size", write: part, read: (written) => unpart(written) || null },
    focus: focusField(entities),
    expanded: set("expand", entities),
    collapsed: set("collapse", entities),
    unfolded: unfoldedField(clusters),
    pins: pinsField(entities),
    pathing: flag("paths"),
    path: pathField(entities),
    broker: brokerField(entities),
    claimed: flag("claimed"),
    table: word("table", "entities", "facts", "documents"),
    tableFind: { key: "find", write: part, read: unpart },
    sorting: SORTING,
    reading: readingField(documents),
  };
}

const set = (key: string, ids: Ids) => ({ key, write: ids.write, read: (written: string) => new Set(ids.read(written)) });

function selectionField(entities: Ids, statements: Ids, clusters: Clusters): Field<"selection"> {
  return {
    key: "sel",
    write: (selection) => {
      if (selection?.kind === "entity") return `e,${part(entities.id(selection.entity))}`;
      if (selection?.kind === "facts") return `f,${statements.write(selection.statements)}`;
      return selection ? `c,${clusters.write(selection.cluster)}` : "";
    },
    read: (written) => {
      const [kind, ...rest] = written.split(",");
      const [first = ""] = rest;
      const entity = kind === "e" ? entities.known(unpart(first)) : null;
      if (entity !== null) return { kind: "entity", entity };
      const some = kind === "f" ? statements.read(rest.join(",")) : [];
      if (some.length) return { kind: "facts", statements: some };
      const cluster = kind === "c" ? clusters.read(first) : null;
      return cluster === null ? null : { kind: "cluster", cluster };
    },
  };
}

function focusField(entities: Ids): Field<"focus"> {
  return {
    key: "focus",
    write: (focus) => (focus ? `${focus.depth},${entities.write(focus.entities)}` : ""),
    read: (written) => {
      const [depth, ...ids] = written.split(",");
      const found = entities.read(ids.join(","));
      return found.length ? { entities: found, depth: whole(depth, 1, DEEPEST) ?? 1 } : null;
    },
  };
}

function unfoldedField(clusters: Clusters): Field<"unfolded"> {
  return {
    key: "unfold",
    write: (some) => [...some].map(clusters.write).join(","),
    read: (written) => new Set(written.split(",").map(clusters.read).filter((n) => n !== null)),
  };
}

function pinsField(entities: Ids): Field<"pins"> {
  return {
    key: "pin",
    write: (pins) => [...pins].map(([n, [x, y]]) => `${part(entities.id(n))}~${Math.round(x)}~${Math.round(y)}`).join(","),
    read: (written) => new Map(written.split(",").flatMap((pin) => {
      const [id, x, y] = pin.split("~");
      const [n, left, top] = [entities.known(unpart(id!)), number(x, -FAR, FAR), number(y, -FAR, FAR)];
      return n === null || left === null || top === null ? [] : [[n, [left, top] as const]];
    })),
  };
}

function pathField(entities: Ids): Field<"path"> {
  return {
    key: "path",
    write: (path) => {
      if (!path) return "";
      const ends = [path.from, path.to].map((n) => (n === null ? "" : entities.id(n)));
      return `${list(ends)},${path.count},${path.chosen ?? ""},${list(path.without)}`;
    },
    read: (written) => {
      const [from, to, count, chosen, ...without] = parts(written);
      return {
        from: entities.known(from), to: entities.known(to), count: whole(count, 1, PATHS) ?? 3, chosen: whole(chosen, 0, PATHS),
        without: without.filter(Boolean),
      };
    },
  };
}

function brokerField(entities: Ids): Field<"broker"> {
  return {
    key: "broker",
    write: (broker) => (broker ? list([entities.id(broker.entity), broker.role ?? ""]) : ""),
    read: (written) => {
      const [id, role] = parts(written);
      const entity = entities.known(id);
      return entity === null ? null : { entity, role: role || null };
    },
  };
}

const SORTING: Field<"sorting"> = {
  key: "sort",
  write: (sorting) => list(Object.entries(sorting).map(([table, by]) => `${table}:${by!.descending ? "-" : ""}${by!.column}`)),
  read: (written) => Object.fromEntries(parts(written).flatMap((one) => {
    const [table = "", column = ""] = one.split(":");
    if (!TABLES.includes(table) || !column) return [];
    return [[table, { column: column.replace(/^-/, ""), descending: column.startsWith("-") }]];
  })),
};

function readingField(documents: Ids): Field<"reading"> {
  return {
    key: "text",
    write: (place) => (place ? [part(documents.id(place.document)), place.start ?? "", place.end ?? ""].join(",") : ""),
    read: (written) => {
      const [id, start, end] = parts(written);
      const document = documents.known(id);
      if (document === null) return null;
      const [from, to] = [whole(start, 0), whole(end, 0)];
      return from !== null && to !== null && from < to ? { document, start: from, end: to } : { document, start: null, end: null };
    },
  };
}
