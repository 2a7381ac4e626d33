"""Requests that the W3C's tests of protocols make, and what they expect of the responses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

from .manifests import DAWGT, MF, Case, Suite

HT, CNT = Namespace("http://www.w3.org/2011/http#"), Namespace("http://www.w3.org/2011/content#")
_STATUSES = {"OK": "200", "Created": "201", "NoContent": "204", "NotFound": "404", "BadRequest": "400"}


@dataclass(frozen=True)
class Exchange:
    """A request, and what is expected of the response: classes of status, a format, a truth, a graph as Turtle."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: tuple[str, ...]
    format: str
    truth: bool | None
    turtle: str

    @property
    def writes(self) -> bool:
        """Whether it is to change data."""
        return self.method in ("PUT", "DELETE", "PATCH") or (self.method == "POST" and self.path.startswith("/gsp"))


def exchanges(suite: Suite, folder: str) -> Iterator[tuple[Case, list[Exchange]]]:
    """The tests of the manifests in a folder, each with what it sends, in order."""
    for file in sorted((suite.root / folder).glob("manifest*.ttl")):
        found = suite.graph(file)
        for entries in found.objects(None, MF.entries):
            for entry in found.items(entries):
                suite_name, name = folder.removeprefix("sparql/"), str(entry).rpartition("#")[2]
                kind = str(found.value(entry, RDF.type)).rpartition("#")[2]
                approved = found.value(entry, DAWGT.approval) == DAWGT.Approved
                requests = found.items(found.value(found.value(entry, MF.action), HT.requests))
                yield Case(suite_name, name, kind, approved=approved), [_exchange(found, one) for one in requests]


def _exchange(found: Graph, request: Node) -> Exchange:
    response, body = found.value(request, HT.resp), found.value(request, HT.body)
    truth = found.value(response, MF.expectedBoolean)
    return Exchange(
        str(found.value(request, HT.methodName)),
        str(found.value(request, HT.absolutePath)),
        _headers(found, request),
        _text(found, body).encode(str(found.value(body, CNT.characterEncoding))) if body else None,
        tuple(_status(status) for status in found.objects(response, MF.expectedStatus)),
        str(found.value(response, MF.expectedFormat) or ""),
        None if truth is None else bool(truth.toPython()),
        _text(found, found.value(response, HT.body)),
    )


def _headers(found: Graph, message: Node) -> dict[str, str]:
    headers = found.value(message, HT.headers)
    fields = found.items(headers) if headers else ()
    return {str(found.value(field, HT.fieldName)): str(found.value(field, HT.fieldValue)) for field in fields}


def _text(found: Graph, body: Node | None) -> str:
    return str(found.value(body, CNT.chars)) if body else ""


def _status(status: Node) -> str:
    """How the numbers of this class begin: `StatusCode4xx` is 4, `NotFound` 404."""
    name = str(status).rpartition("#")[2]
    if name.startswith("StatusCode"):
        return name.removeprefix("StatusCode").rstrip("x")
    return _STATUSES[name]
