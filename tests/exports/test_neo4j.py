"""Tables and Cypher for Neo4j, read back by other programs."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nasty_texts import NASTY, SHOWN

from biograph.exports import cypher, neo4j
from biograph.exports.facts import Facts
from biograph.exports.selection import Selection

READ = {
    "": str,
    "ID": str,
    "LABEL": lambda cell: cell.split("\x1f"),
    "string[]": lambda cell: cell.split("\x1f"),
    "long": int,
    "double": float,
    "date": datetime.date.fromisoformat,
}


def written(facts: Facts, folder: Path) -> Path:
    for name, chunks in neo4j.write(facts):
        (folder / name).write_text("".join(chunks), "utf-8")
    return folder


def imported(file: Path) -> list[dict[str, Any]]:
    """A table's rows as the import reads them: by the types in its header, empty cells left out; read by DuckDB."""
    duckdb: Any = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    found = duckdb.execute(
        "FROM read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"')", [str(file)]
    )
    header = [re.fullmatch(r"([^:]*):?([^(]*)(?:\(\w+\))?", column[0]).groups() for column in found.description]
    return [
        {name or type_: READ.get(type_, str)(cell) for (name, type_), cell in zip(header, row, strict=True) if cell}
        for row in found.fetchall()
    ]


def test_the_tables_hold_the_same_nodes_and_relationships(news: Selection, tmp_path: Path) -> None:
    folder = written(news.facts, tmp_path)
    entities, documents, facts, named = (
        imported(folder / f"{name}.csv") for name in ("entities", "documents", "facts", "names")
    )
    assert [(e["id"], e["LABEL"], e["label"]) for e in entities] == [
        (node["id"], ["Entity", node["type"]], node["label"]) for node in news.facts.nodes
    ]
    assert [document["id"] for document in documents] == ["en", "ko"]
    assert len(facts) == 11
    for row, edge in zip(facts, news.facts.edges, strict=True):
        assert (row["START_ID"], row["END_ID"], row["id"]) == (edge["source"], edge["target"], edge["id"])
        assert (row["quotes"], row["weight"]) == ([*edge["quotes"]], edge["weight"])
        assert row["TYPE"].replace("_", "").casefold() == edge["predicate"].casefold()
    assert {row["id"]: row["since"] for row in facts if "since" in row} == {
        "1664930167bca5893120": datetime.date(2024, 4, 1),
        next(e["id"] for e in news.facts.edges if e["predicate"] == "partnersWith"): datetime.date(2024, 3, 1),
    }
    (naming,) = named
    assert naming == {"START_ID": "ko", "TYPE": "NAMES", "END_ID": "Association/가교바이오협회", "times": 1}


def test_texts_in_the_tables_stay_whole_on_a_line(nasty: Facts, tmp_path: Path) -> None:
    folder = written(nasty, tmp_path)
    for name, count in (("entities", 2), ("facts", 2), ("documents", 1)):
        assert len((folder / f"{name}.csv").read_text("utf-8").splitlines()) == count + 1
        rows = imported(folder / f"{name}.csv")
        assert all(SHOWN in row.values() for row in rows)
        assert all(
            values == [SHOWN, "=2"] for row in rows for key, values in row.items() if key in ("aliases", "quotes")
        )


def test_the_script_names_every_table_and_the_delimiter_of_lists(news: Selection, tmp_path: Path) -> None:
    (tmp_path / "with blank").mkdir()
    folder = written(news.facts, tmp_path / "with blank")
    program = tmp_path / "neo4j-admin"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$PWD" "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    script = ["sh", str(folder / "import.sh"), "my graph"]
    where, *arguments = subprocess.check_output(script, env=environment, text=True).splitlines()
    assert where == str(folder)
    assert arguments[:3] == ["database", "import", "full"]
    assert arguments[-1] == "my graph"
    assert "--array-delimiter=U+001F" in arguments
    tables = {argument.split("=")[1] for argument in arguments if argument.endswith(".csv")}
    assert tables == {file.name for file in folder.glob("*.csv")}


def executed(statement: str) -> list[list[Any]]:
    """What another program finds when it runs a statement."""
    cypherast: Any = pytest.importorskip("cypherast", reason="cypherast is not installed: pip install cypherast")
    from cypherast.executor import Graph

    return list(cypherast.run(statement, graph=Graph()).rows)


def rows_of(text: str, clause: str) -> list[dict[str, Any]]:
    """The rows of the statements with a clause, as another program evaluates them."""
    found = [s for s in text.split(";\n") if clause in s]
    assert found
    heads = [re.sub(r"date\((.+?)\)", r"\1", statement.partition("] AS row\n")[0]) for statement in found]
    return [row for head in heads for (row,) in executed(f"{head}] AS row RETURN row")]


def test_cypher_holds_the_same_nodes_and_relationships(news: Selection, tmp_path: Path) -> None:
    text = (written(news.facts, tmp_path) / "load.cypher").read_text("utf-8")

    def full(row: dict[str, Any], names: Any) -> dict[str, Any]:
        return {
            name: list(row[name]) if isinstance(row[name], tuple) else row[name]
            for name in names
            if row[name] not in ("", ())
        }

    nodes = {row["id"]: row for row in rows_of(text, "MERGE (n:Entity")}
    assert nodes == {node["id"]: full(node, node) for node in news.facts.nodes}
    assert [row["id"] for row in rows_of(text, "MERGE (n:Document")] == ["en", "ko"]
    facts = {row["fact"]["id"]: row for row in rows_of(text, "SET r += row.fact")}
    assert len(facts) == 11
    for edge in news.facts.edges:
        row = facts[edge["id"]]
        row["fact"].pop("since", None)
        ends = {"source", "target"}
        assert row == {**{end: edge[end] for end in ends}, "fact": full(edge, edge.keys() - ends)}
    (naming,) = rows_of(text, "[r:NAMES]")
    assert naming["times"] == 1


def test_every_label_and_type_is_set_where_its_rows_are(news: Selection, tmp_path: Path) -> None:
    statements = (written(news.facts, tmp_path) / "load.cypher").read_text("utf-8").split(";\n")
    for node in news.facts.nodes:
        (statement,) = (s for s in statements if "SET n +=" in s and f"{{id: '{node['id']}'" in s)
        assert f"n:`{node['type']}`" in statement
    for edge in news.facts.edges:
        (statement,) = (s for s in statements if f"fact: {{id: '{edge['id']}'" in s)
        type_ = re.sub("([A-Z])", "_\\1", edge["predicate"]).upper()
        assert f"[r:`{type_}` {{id: row.fact.id}}]" in statement


@pytest.mark.parametrize("text", [NASTY, "'", "\\", "\\'", "\\u0027", "\\\\u0027 OR", "a'}] AS row //", "\\u005c'", ""])
def test_no_text_breaks_out_of_a_literal(text: str) -> None:
    assert executed(f"RETURN {cypher.literal(text)} AS x") == [[text]]
    assert executed(f"RETURN {cypher.literal((text, 'b'))} AS x") == [[[text, "b"]]]


@pytest.mark.parametrize("text", ["\\u0027", "\\\\u0027", "\\u005c\\u0027"])
def test_a_backslash_before_u_is_always_escaped(text: str) -> None:
    """Neo4j undoes an escape of Unicode anywhere in a query, unless its backslash is the second of a pair."""
    escapes = re.sub(r"\\\\|\\'", "", cypher.literal(text))
    assert "\\" not in escapes


def test_names_hold_nothing_that_ends_them() -> None:
    odd = "a`b\\u0060c`) DETACH DELETE n //한국"
    assert re.fullmatch(r"\w+", cypher.name(odd))
    assert cypher.name(odd).endswith("한국")


def test_batches_hold_every_row_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cypher, "_BATCH", 2)
    statements = [*cypher.batches(({"id": n} for n in range(5)), "RETURN row")]
    assert len(statements) == 3
    assert Counter(re.findall(r"id: (\d)", "".join(statements))) == Counter("01234")


@pytest.mark.slow
def test_neo4js_own_grammar_accepts_the_statements(
    news: Selection, nasty: Facts, node_packages: Callable[..., Any], tmp_path: Path
) -> None:
    script = """
    const { lintCypherQuery, parseStatementsStrs } = require('@neo4j-cypher/language-support');
    const text = require('fs').readFileSync(process.argv[1], 'utf8');
    const found = { wrong: lintCypherQuery(text, {}).diagnostics, statements: parseStatementsStrs(text).length };
    console.log(JSON.stringify(found));
    """
    file = tmp_path / "load.cypher"
    for facts in (news.facts, nasty):
        text = (written(facts, tmp_path) / file.name).read_text("utf-8")
        found = node_packages(script, str(file))
        assert found == {"wrong": [], "statements": text.count(";\n")}
