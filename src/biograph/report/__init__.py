"""The report of a ranking for journalists: one content, as a self-contained HTML file with figures and as Markdown.

It keeps apart what the texts claim and what the network shows, and every number leads to the sentences it rests on.
"""

from __future__ import annotations

from biograph.brokers import Ranking
from biograph.groups import Grouping
from biograph.model import Corpus
from biograph.report import as_html, as_markdown
from biograph.report.content import content

__all__ = ["html", "markdown"]


def markdown(corpus: Corpus, ranking: Ranking | None, language: str = "ko", *, grouping: Grouping | None = None) -> str:
    """The report in Korean or English as GitHub-flavoured Markdown, the figures as tables.

    `ranking` is what `brokers.rank` says of this corpus, None where it finds nobody to rank; `grouping` is the one that
    it was given, if any. What comes from articles is escaped, so that it cannot become markup. Raises NotFoundError for
    another language.
    """
    return as_markdown.render(content(corpus, ranking, language, grouping))


def html(corpus: Corpus, ranking: Ranking | None, language: str = "ko", *, grouping: Grouping | None = None) -> str:
    """The same as one HTML file with the figures drawn, without scripts, that opens offline; see `markdown`."""
    return as_html.render(content(corpus, ranking, language, grouping))
