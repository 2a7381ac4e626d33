"""What queries are written with: the terms of the ontology, and the named queries, which can be run here."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from biograph import query
from biograph.errors import NotFoundError
from biograph.model import Status
from biograph.serve import caching, finding, protocol, reading
from biograph.serve.pages import language
from biograph.serve.service import service
from biograph.sparql import QUERY_PREFIXES, asking
from biograph.vocabulary import BG, Ontology

_QUALIFIERS = ("date", "amount", "role", "product")


async def terms(request: Request) -> Response:
    """The prefixes, and each class, property, status and qualifier with its labels."""
    tag = caching.entity_tag(request)
    if known := caching.kept(request, tag):
        return known
    ontology, base = service(request).settings.ontology, service(request).now.base
    content = {"base": base, "prefixes": QUERY_PREFIXES | {"id": base}, "terms": _terms(ontology)}
    return JSONResponse(content, headers=caching.headers(tag))


async def queries(request: Request) -> Response:
    """The named queries with their texts and parameters."""
    tag = caching.entity_tag(request)
    if known := caching.kept(request, tag):
        return known
    named = query.named(service(request).settings.ontology)
    return JSONResponse([asdict(one) for one in named], headers=caching.headers(tag))


async def named(request: Request) -> Response:
    """The answer of a named query, its parameters those of the address."""
    asked = query.find(request.path_params["name"], service(request).settings.ontology)
    given = reading.parameters(request)
    known = [parameter.name for parameter in asked.parameters]
    values = {name: reading.one(given, name) or "" for name, _ in given}
    if "language" in known:
        values.setdefault("language", language(request))
    bound = {name: ("literal", value, "", "") for name, value in asked.bindings(values).items()}
    table, triples = protocol.accepted(request, asked.text)
    wanted = asking.Request(asked.text, bound, table, triples, hidden=tuple(known))
    reply = await service(request).ask(wanted, on_behalf=request)
    if reply.form == "SELECT" and not reply.rows:
        await _expect_known(request, [bound[parameter.name][1] for parameter in asked.parameters if parameter.entity])
    return protocol.respond(reply)


async def _expect_known(request: Request, names: list[str]) -> None:
    """That nothing is said of somebody is an answer, that nobody bears the name is not."""
    for name in names:
        if not service(request).now.index.knows(name):
            raise NotFoundError(f"no entity named {name!r}", hint=await finding.nearest(request, name))


def _terms(ontology: Ontology) -> list[dict[str, object]]:
    found = [_term(ontology, name, "class", [], []) for name in sorted(ontology.parents)]
    for name, p in sorted(ontology.properties.items()):
        found.append(_term(ontology, name, "property", [f"bg:{c}" for c in p.domain], [f"bg:{c}" for c in p.range]))
    found += [_term(ontology, status, "status", [], []) for status in Status]
    return found + [_term(ontology, name, "qualifier", [], []) for name in _QUALIFIERS]


def _term(ontology: Ontology, name: str, kind: str, domain: list[str], range_: list[str]) -> dict[str, object]:
    labels = dict(ontology.labels.get(name, {}))
    return {
        "iri": str(BG[name]),
        "name": f"bg:{name}",
        "kind": kind,
        "labels": labels,
        "domain": domain,
        "range": range_,
    }
