"""The sections of a report in their order; whatever it is written in, this is what it says."""

from __future__ import annotations

from biograph.brokers import Ranking
from biograph.groups import Grouping
from biograph.model import Corpus
from biograph.report import answer, claimed, evidence, group_tables, methods, pictures, tables, ties
from biograph.report.blocks import Block, Paragraph, Report, Section
from biograph.report.material import Material
from biograph.wording import wording


def content(corpus: Corpus, ranking: Ranking | None, language: str, grouping: Grouping | None = None) -> Report:
    """The report; without a ranking, where a corpus names nobody to rank, a sentence that says so."""
    words = wording(language)["report"]
    if ranking is None:
        sections: tuple[Section, ...] = (Section(words["answer"], "answer", (Paragraph((words["nobody"],)),)),)
    else:
        sections = _sections(Material.of(corpus, ranking, language, grouping))
    return Report(language, words["title"], words["skip"], words["numbers"], sections)


def _sections(material: Material) -> tuple[Section, ...]:
    written = (
        answer.answer(material),
        claimed.stated(material),
        tables.brokers(material),
        pictures.pictures(material),
        group_tables.group_tables(material),
        claimed.agreement(material),
        evidence.evidence(material),
        ties.listing(material),
    )
    quotes: tuple[Block, ...] = material.quoted() or (Paragraph((material.words["no_quotes"],)),)
    return (*written, Section(material.words["quotes"], "quotes", quotes), methods.methods(material))
