"""Pajek (http://mrvar.fdv.si/pajek): a network, its vertices by type and by country, and their numbers of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from biograph.exports.facts import Facts, Value, one_line, plain

_MARK = "\ufeff"  # Pajek knows UTF-8 by this mark alone (http://mrvar2.fdv.si/pajek/Unicode-Pajek.htm)
_PARTITIONS = ("type", "country")


def write(facts: Facts) -> Iterator[tuple[str, Iterator[str]]]:
    """A network (.net), two partitions (.clu), what their numbers stand for, and a vector (.vec)."""
    yield "graph.net", _network(facts)
    classes = {name: _classes(node[name] for node in facts.nodes) for name in _PARTITIONS}
    for name, numbers in classes.items():
        yield f"{name}.clu", _vertices(numbers.get(plain(node[name]), 0) for node in facts.nodes)
    yield "classes.tsv", (f"{name}\t{n}\t{value}\n" for name in classes for value, n in classes[name].items())
    yield "documents.vec", _vertices(node["documents"] for node in facts.nodes)


def _network(facts: Facts) -> Iterator[str]:
    """Arcs are labelled with their relation. A name that several vertices have is told apart by the id."""
    bearers = Counter(node["label"] for node in facts.nodes)
    yield f"{_MARK}*Vertices {len(facts.nodes)}\n"
    for n, node in enumerate(facts.nodes, 1):
        name = node["label"] if bearers[node["label"]] == 1 else f"{node['label']} ({node['id']})"
        yield f"{n} {_quoted(name)}\n"
    number = {node["id"]: n for n, node in enumerate(facts.nodes, 1)}
    yield "*Arcs\n"
    for edge in facts.edges:
        ends = f"{number[edge['source']]} {number[edge['target']]}"
        yield f"{ends} {edge['weight']} l {_quoted(edge['predicate'])}\n"


def _classes(values: Iterable[Value]) -> dict[str | int | float, int]:
    """A number for each value, from 1, in alphabetical order; 0 is left for none."""
    return {value: n for n, value in enumerate(sorted({plain(v) for v in values} - {""}, key=str), 1)}


def _vertices(values: Iterable[Value]) -> Iterator[str]:
    numbers = [*values]
    yield f"*Vertices {len(numbers)}\n"
    yield from (f"{number}\n" for number in numbers)


def _quoted(value: Value) -> str:
    """The format has no escape: what would end a quotation is written with what looks like it."""
    return '"' + one_line(str(value)).replace('"', "”").replace("\\", "＼") + '"'
