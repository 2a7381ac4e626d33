"""What graphs hold elsewhere, and all of it, even where an engine gives no more than so many triples at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from biograph.errors import DatasetError
from biograph.progress import Progress, silent
from biograph.remote.engine import Remote

_COUNTED = 25  # graphs of one question; Virtuoso takes longer over more
_PART = 2000  # triples, on average, where a graph comes in parts


def counted(remote: Remote, graphs: Iterable[str], progress: Progress = silent) -> dict[str, int]:
    """How many triples each graph holds there, 0 where it is none."""
    asked = sorted(graphs)
    found = dict.fromkeys(asked, 0)
    for start in range(0, len(asked), _COUNTED):
        progress("counting", start, len(asked))
        each = (
            f"{{ SELECT (<{g}> AS ?g) (COUNT(*) AS ?n) {{ GRAPH <{g}> {{ ?s ?p ?o }} }} }}"
            for g in asked[start : start + _COUNTED]
        )
        query = f"SELECT ?g ?n {{ {' UNION '.join(each)} }}"
        found |= {row["g"]: int(row["n"]) for row in remote.rows(query)}
    return found


def triples(remote: Remote, graph: str, number: int) -> list[bytes]:
    """All triples of a graph that holds this number of them, as pieces of N-Triples.

    Virtuoso ends an answer at its ResultSetMaxRows, by default 10,000, without a word: what is missing is then asked
    for in parts, by the first digits of the MD5 of the subjects. Raises DatasetError where that does not help.
    """
    whole = remote.triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    if _lines(whole) >= number:
        return [whole]
    pieces = [remote.triples(query) for query in _parts(graph, number)]
    if (given := sum(map(_lines, pieces))) < number:
        hint = "raise the engine's limit on results (Virtuoso: ResultSetMaxRows)"
        raise DatasetError(f"gives {given} of its {number} triples", where=graph, hint=hint)
    return pieces


def _parts(graph: str, number: int) -> Iterator[str]:
    digits = 1
    while number > _PART * 16**digits:
        digits += 1
    for part in range(16**digits):
        key = f'IF(isBlank(?s), "{"0" * digits}", SUBSTR(MD5(STR(?s)), 1, {digits}))'
        yield (
            f'CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o FILTER({key} = "{part:0{digits}x}") }} }}'
        )


def _lines(ntriples: bytes) -> int:
    return sum(line[:1] in (b"<", b"_") for line in ntriples.splitlines())
