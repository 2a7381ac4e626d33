"""Reports read back: of HTML its elements, of either the links and the places that they lead to."""

import re
from functools import cache
from html.parser import HTMLParser

from biograph import brokers
from biograph.brokers import Question, Ranking
from biograph.model import Corpus
from small_corpus import corpus, planted

QUICK = Question(nulls=("labels",), draws=99, bootstraps=40)
COUNTED = Question(nulls=(), bootstraps=0)
VOID = {"meta", "link", "br"}


@cache
def planted_ranking() -> tuple[Corpus, Ranking]:
    """The planted broker, tested and resampled."""
    found = planted()
    return found, brokers.rank(found, QUICK)


def counted(*texts: str) -> tuple[Corpus, Ranking]:
    """A corpus and its ranking without tests."""
    found = corpus(*texts)
    return found, brokers.rank(found, COUNTED)


class Page(HTMLParser):
    """The elements of an HTML text in order, each with its attributes and all text inside; fails on a wrong nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(text)
        assert not self._open, "not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place][2].append(data)

    def texts(self, *tags: str) -> list[str]:
        """The text of every element of these kinds."""
        return ["".join(text) for tag, _, text in self.elements if tag in tags]

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [str(attributes[attribute]) for _, attributes, _ in self.elements if attribute in attributes]


def markdown_links(text: str) -> tuple[list[str], list[str]]:
    """Where links lead, and where they can lead."""
    return re.findall(r"\]\(#([^)]+)\)", text), re.findall(r'<a id="([^"]+)"></a>', text)
