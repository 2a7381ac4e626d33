"""The tests that a manifest lists (https://www.w3.org/2001/sw/DataAccess/tests/README.html)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
DAWGT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SITE = "https://w3c.github.io/rdf-tests/"  # where the files have their addresses


@dataclass(frozen=True)
class Case:
    """One test: the folder it is in, its name, the kind of test, and its files.

    `data` make up the default graph, each of `graphs` is a named graph by its own address. `approved` are those that
    a working group has voted on. Where `lax`, duplicates among the rows may be left out.
    """

    suite: str
    name: str
    kind: str
    query: Path | None = None
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None
    approved: bool = False
    lax: bool = False

    @property
    def text(self) -> str:
        """The query."""
        return self.query.read_bytes().decode() if self.query else ""


class Suite:
    """A copy of the W3C's rdf-tests in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def address(self, file: Path) -> str:
        """The address that a file has on the web, which is the base of what is in it."""
        return SITE + file.relative_to(self.root).as_posix()

    def file(self, address: Node) -> Path:
        """The file at an address; the inverse of `address`."""
        return self.root / str(address).removeprefix(SITE)

    def graph(self, file: Path) -> Graph:
        """What a file of RDF says. Raises FileNotFoundError where there is none."""
        return Graph().parse(file, publicID=self.address(file))

    def cases(self, manifest: str) -> Iterator[Case]:
        """The tests of a manifest and of those that it includes, in their order."""
        file = self.root / manifest
        found = self.graph(file)
        for entries in found.objects(None, MF.entries):
            for entry in found.items(entries):
                yield self._case(found, entry, file.parent.relative_to(self.root / "sparql").as_posix())
        for others in found.objects(None, MF.include):
            for other in found.items(others):
                yield from self.cases(str(other).removeprefix(SITE))

    def _case(self, found: Graph, entry: Node, folder: str) -> Case:
        action, result = found.value(entry, MF.action), found.value(entry, MF.result)
        asked = found.value(action, QT.query) or found.value(action, UT.request)
        query = asked or (action if isinstance(action, URIRef) else None)
        return Case(
            folder,
            str(entry).rpartition("#")[2],
            str(found.value(entry, RDF.type)).rpartition("#")[2],
            self.file(query) if query is not None else None,
            tuple(sorted(self.file(data) for data in found.objects(action, QT.data))),
            tuple(
                sorted(self.file(found.value(data, UT.graph) or data) for data in found.objects(action, QT.graphData))
            ),
            self.file(result) if isinstance(result, URIRef) else None,
            found.value(entry, DAWGT.approval) == DAWGT.Approved,
            found.value(entry, MF.resultCardinality) == MF.LaxCardinality,
        )
