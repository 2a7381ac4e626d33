"""Answers to SPARQL and the description of a dataset as text."""

from __future__ import annotations

from biograph.agents.text.quoting import quoted, seen
from biograph.agents.values import Description, Found, NamedQuery


def row(cells: dict[str, str]) -> str:
    """A row of an answer as one JSON object on one line."""
    return "{" + ", ".join(f"{quoted(name)}: {quoted(cell)}" for name, cell in cells.items()) + "}"


def found(result: Found) -> str:
    """An answer to SPARQL: rows as JSON objects, triples as N-Triples, and whether it was cut."""
    if result.truth is not None:
        return f"{result.truth}\n".lower()
    lines = [row(cells) for cells in result.rows] or [seen(line) for line in result.triples]
    whole = f"{len(lines)} rows, all there are" if result.rows else f"{len(lines)} found, all there are"
    cut = f"CUT by {result.cut} after {len(lines)}: narrow the query, or go on with ORDER BY … LIMIT … OFFSET …"
    return "".join(f"{line}\n" for line in [*lines, cut if result.cut else whole])


def description(found: Description) -> str:
    """What is there, how it is modelled, and how to ask."""
    classes = ", ".join(f"bg:{c.name} ({c.label_ko}) {c.count}" for c in found.classes)
    properties = ", ".join(f"bg:{p.name} ({p.label_ko} / {p.label_en}) {p.count}" for p in found.properties)
    languages = ", ".join(f"{count} {language}" for language, count in found.languages.items())
    lines = [
        f"{found.documents} documents ({languages}), {found.first_date} to {found.last_date}; {found.quads} quads.",
        f"Statements: {', '.join(f'{count} {status}' for status, count in found.statements.items())}.",
        f"Classes, with entities: {classes}.",
        f"Relations, with statements: {properties}.",
        f"Model: {found.model}",
        "Graphs: " + "; ".join(f"<{address}> {holds}" for address, holds in found.graphs.items()),
        "Prefixes that need no declaration: " + ", ".join(f"{p}: <{a}>" for p, a in found.prefixes.items()),
        "Named queries: " + "; ".join(map(_query, found.named_queries)),
        *(f"Example, {example.question}\n  {example.sparql}" for example in found.examples),
    ]
    return "".join(f"{line}\n" for line in lines)


def _query(named_query: NamedQuery) -> str:
    of = [name if default is None else f"{name}={default!r}" for name, default in named_query.parameters.items()]
    return f"{named_query.name}({', '.join(of)}): {named_query.title}"
