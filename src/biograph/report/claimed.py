"""What the texts themselves claim, with quotes, and whether the network agrees."""

from __future__ import annotations

from collections.abc import Iterator

from biograph.brokers import claim_side
from biograph.report.blocks import Block, Items, Line, Link, Paragraph, Section, Strong, fill
from biograph.report.material import Material, anchors
from biograph.why import Quote
from biograph.wording import number


def stated(material: Material) -> Section:
    """Every claim that somebody is a bridge; claims of one sentence and one speaker stand together."""
    words = material.words
    lines = tuple(_claims(material))
    blocks: tuple[Block, ...] = (Paragraph((words["claims_note" if lines else "no_claims"],)),)
    return Section(words["claims"], "claims", (*blocks, Items(lines)) if lines else blocks)


def agreement(material: Material) -> Section:
    """For each body that is claimed to be a bridge, whether its paths join the countries that the claim names."""
    words, at = material.words, anchors(material.listed)
    lines = []
    for row in material.ranking.rows:
        if row.claims:
            text = "not_comparable" if row.claimed_paths is None else "agree" if row.claimed_paths else "disagree"
            name = Link(row.name, at[row.entity]) if row.entity in at else row.name
            decided = Strong(material.say["verdicts"][row.verdict.name])
            lines.append(fill(words[text], name=name, paths=number(row.claimed_paths), verdict=decided))
    block = Items(tuple(lines)) if lines else Paragraph((words["no_agreement"],))
    return Section(words["agreement"], "agreement", (block,))


def _claims(material: Material) -> Iterator[Line]:
    words = material.words
    for entity, its_claims in material.claims.items():
        alike: dict[tuple[str | None, tuple[Quote, ...]], list[str]] = {}
        for claim in its_claims:
            (fact,) = material.facts.of((claim.statement,))
            alike.setdefault((claim.speaker, fact.quotes), []).append(claim_side(claim, material.language))
        for (speaker, quotes), sides in alike.items():
            name, said_by = Strong(material.corpus.entities[entity].name), speaker or words["the_text"]
            line = fill(words["claim"], name=name, sides=", ".join(sides), speaker=said_by)
            first = quotes[0]
            yield (
                *line,
                f" “{' '.join(first.quote.split())}” — {material.document(first.document)} ",
                *material.marks(quotes),
            )
