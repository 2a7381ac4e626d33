"""One HTML file that shows a corpus: opens offline, asks the network for nothing, treats all text as data."""

from __future__ import annotations

from pathlib import Path

from biograph.brokers import Ranking
from biograph.model import Corpus
from biograph.page import brokerage, data, document, graph
from biograph.vocabulary import Ontology, load

__all__ = ["render", "write"]


def render(
    corpus: Corpus,
    language: str = "ko",
    *,
    title: str | None = None,
    ontology: Ontology | None = None,
    ranking: Ranking | None = None,
) -> str:
    """The whole page as HTML, the same for the same arguments.

    `language` is the one it opens in ("ko" or "en"), `title` its heading, by default the only document's title.
    `ranking` is what the broker view shows (`brokers.rank` of the same corpus, also where its names are in another
    language); without it the view says how to get one.
    """
    ontology = ontology or load()
    content = data.build(corpus, ontology)
    core = content["core"]
    core["title"] = title or data.default_title(corpus)
    core["language"] = language
    core["graph"] = graph.build(content, ontology)
    content["brokers"] = brokerage.build(content, corpus, ranking, ontology) if ranking is not None else None
    return document.assemble(content, language=language, title=core["title"])


def write(
    corpus: Corpus,
    path: Path,
    language: str = "ko",
    *,
    title: str | None = None,
    ontology: Ontology | None = None,
    ranking: Ranking | None = None,
) -> None:
    """Write the page to a file in UTF-8 with LF; the arguments are those of `render`."""
    html = render(corpus, language, title=title, ontology=ontology, ranking=ranking)
    path.write_text(html, encoding="utf-8", newline="\n")
