"""One HTML file that shows a corpus: opens offline, asks the network for nothing, treats all text as data."""

from __future__ import annotations

from pathlib import Path

from biograph.model import Corpus
from biograph.page import data, document, graph
from biograph.vocabulary import Ontology, load

__all__ = ["render", "write"]


def render(corpus: Corpus, language: str = "ko", *, title: str | None = None, ontology: Ontology | None = None) -> str:
    """The whole page as HTML, the same for the same arguments.

    `language` is the one it opens in ("ko" or "en"), `title` its heading, by default the only document's title.
    """
    ontology = ontology or load()
    content = data.build(corpus, ontology)
    core = content["core"]
    core["title"] = title or data.default_title(corpus)
    core["language"] = language
    core["graph"] = graph.build(content, ontology)
    return document.assemble(content, language=language, title=core["title"])


def write(
    corpus: Corpus, path: Path, language: str = "ko", *, title: str | None = None, ontology: Ontology | None = None
) -> None:
    """Write the page to a file in UTF-8 with LF; the arguments are those of `render`."""
    html = render(corpus, language, title=title, ontology=ontology)
    path.write_text(html, encoding="utf-8", newline="\n")
