"""How the figures come about and what they cannot tell: a paragraph to quote, and what was done in this report."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from biograph import verdict
from biograph.report.blocks import Items, Line, Paragraph, Section, fill
from biograph.report.material import Material
from biograph.verdict import Verdict
from biograph.vocabulary import load
from biograph.wording import number


def methods(material: Material) -> Section:
    """Methods, limits and references."""
    words = material.words
    text = words["method_text"].format(
        null=words["strictest"].format(null=material.null) if material.null else "",
        level=number(verdict.LEVEL),
        fewest_documents=verdict.FEWEST_DOCUMENTS,
        fewest_deals=verdict.FEWEST_DEALS,
        too_small=material.say["verdicts"][Verdict.TOO_SMALL.name],
    )
    references = Section(words["references"], "references", (Items(tuple((r,) for r in words["reference_list"])),))
    return Section(words["method"], "methods", (Paragraph((text,)), Items(tuple(_done(material))), references))


def _done(material: Material) -> Iterator[Line]:
    """The choices and settings, so that whoever has the dataset gets the same figures."""
    words, say, ranking = material.words["done"], material.say, material.ranking
    question, projection = ranking.question, ranking.question.projection
    label = load().label
    yield fill(
        words["projection"],
        statuses=", ".join(label(status, material.language) for status in projection.statuses),
        predicates=", ".join(label(p, material.language) for p in projection.predicates or ()) or words["all"],
        direction=words["directed" if projection.directed else "undirected"],
    )
    yield fill(words["facts"], confidence=number(projection.min_confidence), documents=str(projection.min_documents))
    yield fill(words["groups"], group=words["groupings"][material.grouping.kind])
    if material.ends:
        yield fill(words["between"], groups=material.ends_named)
    yield fill(words["by"], measure=say["columns"][question.by])
    yield fill(words["sources"], sources=str(ranking.sources), nodes=str(ranking.network.nodes))
    for null in ranking.nulls:
        yield fill(
            words["null"],
            null=say["nulls"][null.name],
            draws=str(null.draws),
            betweenness=str(null.betweenness_draws),
            acceptance=""
            if null.acceptance is None
            else words["acceptance"].format(rate=number(null.acceptance), proposals=null.proposals),
        )
    yield (words["correction" if ranking.nulls else "no_null"],)
    stable = [row.stability for row in ranking.rows if row.stability]
    if stable:
        yield fill(words["stability"], bootstraps=str(stable[0].bootstraps), left_out=str(stable[0].left_out))
    yield fill(words["seed"], seed=str(question.seed), version=version("biograph"))
