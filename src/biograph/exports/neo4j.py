"""Neo4j 5 and later: tables for the bulk import of its command, and Cypher for a server that runs.

Entities and documents are nodes. A fact is a relationship of its predicate's type that carries the quotes, and a
document NAMES entities. Nothing is defused as in CSV for spreadsheets: an apostrophe would become part of a name.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from biograph.exports import cypher
from biograph.exports.cypher import Literal
from biograph.exports.facts import DOCUMENT_FIELDS, EDGE_FIELDS, NODE_FIELDS, Facts, Row, Value, first_day, one_line

# https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
_TYPES = {str: "", tuple: ":string[]", int: ":long", float: ":double", datetime.date: ":date"}
_BETWEEN, _BETWEEN_CODE = "\x1f", "U+001F"  # the values of a list: `one_line` leaves this character in no text
_FACT: Mapping[str, type] = {"id": str, **EDGE_FIELDS, "since": datetime.date}
_IMPORT = f"""#!/bin/sh
# Makes a database of these files, which must not exist yet, while the server is stopped:
#   sh import.sh [DATABASE]
set -e
cd "$(dirname "$0")"
exec neo4j-admin database import full --array-delimiter={_BETWEEN_CODE} \\
  --nodes=entities.csv --nodes=documents.csv --relationships=facts.csv --relationships=names.csv "${{1:-neo4j}}"
"""
_CONSTRAINTS = """// Adds these facts to a database of a running server, as often as you like:
//   cypher-shell -f load.cypher
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
"""


def write(facts: Facts) -> Iterator[tuple[str, Iterable[str]]]:
    """Four tables with typed headers, the script that imports them, and Cypher that says the same.

    Relationships have besides the fields of edges `since`, the first day of their date.
    """
    yield (
        "entities.csv",
        _table(
            {"id:ID(Entity)": "id", **_headers(NODE_FIELDS), ":LABEL": "labels"},
            ({**node, "labels": ("Entity", _label(node))} for node in facts.nodes),
        ),
    )
    yield (
        "documents.csv",
        _table(
            {"id:ID(Document)": "id", **_headers(DOCUMENT_FIELDS), ":LABEL": "labels"},
            ({**document, "labels": "Document"} for document in facts.documents),
        ),
    )
    yield (
        "facts.csv",
        _table(
            {":START_ID(Entity)": "source", ":TYPE": "type", ":END_ID(Entity)": "target", **_headers(_FACT)},
            ({**edge, "type": _type(edge), "since": first_day(str(edge["date"]))} for edge in facts.edges),
        ),
    )
    yield (
        "names.csv",
        _table(
            {":START_ID(Document)": "source", ":TYPE": "type", ":END_ID(Entity)": "target", "times:long": "times"},
            ({**row, "type": "NAMES"} for row in facts.named),
        ),
    )
    yield "import.sh", [_IMPORT]
    yield "load.cypher", _load(facts)


def _load(facts: Facts) -> Iterator[str]:
    yield _CONSTRAINTS
    for label, nodes in groupby(sorted(facts.nodes, key=_label), _label):
        yield from cypher.batches(map(_clean, nodes), f"MERGE (n:Entity {{id: row.id}}) SET n += row, n:`{label}`")
    yield from cypher.batches(map(_clean, facts.documents), "MERGE (n:Document {id: row.id}) SET n += row")
    ends = "MATCH (a:{} {{id: row.source}}) MATCH (b:Entity {{id: row.target}})"
    for type_, edges in groupby(sorted(facts.edges, key=_type), _type):
        merge = f"MERGE (a)-[r:`{type_}` {{id: row.fact.id}}]->(b) SET r += row.fact"
        yield from cypher.batches(map(_relationship, edges), f"{ends.format('Entity')}\n{merge}")
    merge = "MERGE (a)-[r:NAMES]->(b) SET r.times = row.times"
    yield from cypher.batches(map(_clean, facts.named), f"{ends.format('Document')}\n{merge}")


def _headers(fields: Mapping[str, type]) -> dict[str, str]:
    return {f"{name}{_TYPES[type_]}": name for name, type_ in fields.items()}


def _table(columns: Mapping[str, str], rows: Iterable[Row]) -> Iterator[str]:
    """CSV with a header, by which field of a row stands below it."""
    yield _line(columns)
    for row in rows:
        clean = _clean({field: row[field] for field in columns.values()})
        yield _line(_BETWEEN.join(cell) if isinstance(cell, tuple) else cell for cell in clean.values())


def _line(cells: Iterable[str | int | float]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _clean(row: Row) -> dict[str, Value]:
    """A row whose texts are of one line each: the import takes no other."""
    return {
        name: tuple(map(one_line, v)) if isinstance(v, tuple) else one_line(v) if isinstance(v, str) else v
        for name, v in row.items()
    }


def _relationship(edge: Row) -> dict[str, Literal]:
    fact: dict[str, Literal] = {**_clean({name: edge[name] for name in ("id", *EDGE_FIELDS)})}
    if day := first_day(str(edge["date"])):
        fact["since"] = datetime.date.fromisoformat(day)
    return {"source": edge["source"], "target": edge["target"], "fact": fact}


def _label(node: Row) -> str:
    return cypher.name(str(node["type"]))


def _type(edge: Row) -> str:
    """The predicate as relationships are called: partnersWith is PARTNERS_WITH."""
    return cypher.name(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", str(edge["predicate"]))).upper()
