"""A query put to any engine, with its values bound, and its answer as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from biograph.errors import NotFoundError
from biograph.model import normalise_name
from biograph.naming import nearest
from biograph.query.formats import media_types, rows, show
from biograph.query.named import NamedQuery
from biograph.sparql.asking import UNLIMITED, Engine, Reply, Request

_NAMES = "SELECT ?form ?name { ?e skos:prefLabel ?name ; skos:prefLabel|skos:altLabel ?form }"


def run(
    engine: Engine,
    query: NamedQuery | str,
    *,
    format: str | None = None,
    values: Mapping[str, str] | None = None,
    columns: int | None = None,
) -> str:
    """The answer to a query as text that ends in a line break; `ask` and then `show`.

    Raises what these raise.
    """
    return show(ask(engine, query, format=format, values=values), format, columns=columns)


def ask(
    engine: Engine, query: NamedQuery | str, *, format: str | None = None, values: Mapping[str, str] | None = None
) -> Reply:
    """The answer to a query, in the media type that `show` makes a format of.

    `values` are those of the query's parameters, whose own columns are left out. Raises QueryError when the query is
    wrong or lacks a value; NotFoundError, with the nearest names, when it is about nobody known.
    """
    request = request_of(query, format, values)
    reply = engine.ask(request)
    if reply.form == "SELECT" and not reply.rows and isinstance(query, NamedQuery):
        _expect_known(engine, [request.values[p.name][1] for p in query.parameters if p.entity])
    return reply


def request_of(query: NamedQuery | str, format: str | None = None, values: Mapping[str, str] | None = None) -> Request:
    """What is asked of an engine: values are bound as plain literals, never written into the text."""
    asked = NamedQuery.parse(query) if isinstance(query, str) else query
    bound = {name: ("literal", value, "", "") for name, value in asked.bindings(values or {}).items()}
    rows_as, triples_as = media_types(format)
    hidden = tuple(parameter.name for parameter in asked.parameters)
    return Request(asked.text, bound, rows_as, triples_as, hidden=hidden)


def _expect_known(engine: Engine, names: Sequence[str]) -> None:
    """That nothing is said of somebody is an answer, that nobody bears the name is not."""
    if not names:
        return
    reply = engine.ask(Request(_NAMES), UNLIMITED)
    if reply.cut:  # by an engine elsewhere, whose limits are its own: nobody knows who is not there
        return
    _, labels = rows(reply)
    forms = [(str(form), str(name)) for form, name in labels]
    known = {normalise_name(form) for form, _ in forms}
    for name in names:
        if not normalise_name(name) or normalise_name(name) not in known:
            near = nearest(name, forms)
            raise NotFoundError(f"no entity named {name!r}", hint=f"nearest: {', '.join(near)}" if near else "")
