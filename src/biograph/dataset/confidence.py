"""A dataset without the statements that it is not sure enough of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rdflib import RDF

from biograph.vocabulary import BG

if TYPE_CHECKING:
    from biograph.dataset.write import Quad
    from biograph.store import Store


def confident(store: Store, least: float) -> Iterator[Quad]:
    """The quads of a dataset without the statements of a confidence below `least`, 0 to 1.

    Their evidence goes with them where nothing else rests on it, and their direct triple where no asserted statement of
    the same graph makes it again. A statement that gives no confidence stays, as one that is certain.
    """
    quads = list(store.quads())
    doubted = {(s, g) for s, p, o, g in quads if p == BG.confidence and float(str(o)) < least}
    kept = [quad for quad in quads if (quad[0], quad[3]) not in doubted]
    gone = [quad for quad in quads if (quad[0], quad[3]) in doubted]
    evidence = {(o, g) for _, p, o, g in gone if p == BG.evidence} - {(o, g) for _, p, o, g in kept if p == BG.evidence}
    direct = direct_triples(gone) - direct_triples(kept)
    yield from (quad for quad in kept if (quad[0], quad[3]) not in evidence and quad not in direct)


def direct_triples(quads: Iterable[Quad]) -> set[Quad]:
    """The triples that asserted statements make, each in the graph of its statement."""
    parts: dict[object, dict[object, Quad]] = {}
    for quad in quads:
        if quad[1] in (RDF.subject, RDF.predicate, RDF.object, BG.status):
            parts.setdefault((quad[0], quad[3]), {})[quad[1]] = quad
    return {
        (of[RDF.subject][2], of[RDF.predicate][2], of[RDF.object][2], of[RDF.subject][3])  # type: ignore[misc]
        for of in parts.values()
        if len(of) == 4 and of[BG.status][2] == BG.asserted
    }
