"""What a paragraph of a page is for: prose, a short line of the article, or furniture around it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.sources import bylines
from biograph.sources.paragraphs import Paragraph, columns
from biograph.vocabulary import default_directory


class Kind(Enum):
    PROSE = auto()
    SHORT = auto()  # headline, subhead, list item: short, and no known furniture
    META = auto()  # byline, dates
    CAPTION = auto()
    LIST = auto()  # opens a list of other articles
    END = auto()  # the article is over: comments, rights, imprint
    FURNITURE = auto()


# Furniture is short; columns. Longer paragraphs are prose, whatever words they hold.
_SHORT_LINE, _TWO_ROWS, _CAPTION_LINE = 100, 160, 240
# A sentence of the article is seldom shorter, a headline seldom longer.
_SENTENCE, _LONG_SENTENCE = 16, 80
_POINTERS = "▲△◀◁▼▽"
_EDGES = " \t•·ㆍ▶▷►■□◆◇▲△●○※☞*-–—<>[]【】「」|:"
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://|\bwww\.")
_SEPARATOR = re.compile(r"\s{2,}|\t|\s*[|>›»┃│]\s*|\s+[·/•]\s+|\s*\u3000\s*")
_ABBREVIATION = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Cos|U\.S|U\.K|S\.A|N\.V|D\.C|Jr|Sr)\.$")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# A page addresses its reader (-습니다, -세요), an article reports (-했다, -한다): such a sentence may hold any word.
_REPORT = re.compile(r"[가-힣]{3,}.*(?<!니)다\.$")
_DECLARATIVE = re.compile(r"다[\"'”’]*$")


@dataclass(frozen=True)
class Words:
    """The furniture tables of an ontology folder, all languages together."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    lists: tuple[str, ...]
    ends: tuple[str, ...]
    rights: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    labels: bylines.Labels

    @cached_property
    def menu(self) -> re.Pattern[str]:
        """Matches a line (letters only) that is nothing but menu words."""
        words = sorted(
            {*self.words, *self.ends, *self.labels.published, *self.labels.updated}, key=lambda w: (-len(w), w)
        )
        cleaned = filter(None, (_letters(word) for word in words))
        return re.compile(rf"(?:(?:{'|'.join(map(re.escape, cleaned))})(?: |$))*")

    def is_menu(self, text: str) -> bool:
        return bool(self.menu.fullmatch(_letters(text)))


@lru_cache(maxsize=4)
def load(directory: Path | None = None) -> Words:
    """The tables in the `furniture` folder of an ontology, the packaged one by default.

    Raises OntologyError where one is missing or no TOML.
    """
    folder = (directory or default_directory()) / "furniture"
    tables: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise OntologyError(f"not TOML: {error}", where=str(path)) from error
        for key, entries in table.items():
            tables.setdefault(key, []).extend(entry.casefold() for entry in entries)
    try:
        labels = bylines.Labels(*(tuple(tables.pop(key)) for key in ("roles", "published", "updated")))
        return Words(**{key: tuple(entries) for key, entries in tables.items()}, labels=labels)
    except (KeyError, TypeError) as error:
        raise OntologyError(f"a furniture table is missing or unknown: {error}", where=str(folder)) from error


def judged(page: Sequence[Paragraph], words: Words) -> list[tuple[Paragraph, Kind]]:
    """The paragraphs of a page with what each of them is; its place on the page is judged in `article`."""
    marks = ["", *(p.text[0] if p.text[0] in _POINTERS else "" for p in page), ""]
    return [
        # A single line that points at something is a caption; several, or several signs in one line, are a list.
        (p, Kind.CAPTION if mark and mark not in (before, after) and _points(p, mark) else _kind(p, words))
        for p, before, mark, after in zip(page, marks, marks[1:], marks[2:], strict=False)
    ]


def _points(paragraph: Paragraph, mark: str) -> bool:
    return paragraph.width <= _CAPTION_LINE and paragraph.text.count(mark) == 1


def _kind(paragraph: Paragraph, words: Words) -> Kind:
    text, width = paragraph.text, paragraph.width
    folded = text.casefold()
    core = folded.strip(_EDGES)
    if width <= _CAPTION_LINE and (any(mark in folded for mark in words.captions) or folded.endswith(words.credits)):
        return Kind.CAPTION
    if width <= _TWO_ROWS and not _REPORT.search(text):
        if (
            core[:1] in "©ⓒ"
            or any(phrase in folded for phrase in words.rights)
            or _opens(folded.strip(), core, words.ends)
        ):
            return Kind.END
        if _opens(folded.strip(), core, words.lists) or _opens_list(core, width, words.lists):
            return Kind.LIST
        if words.is_menu(text) or any(phrase in folded for phrase in words.phrases) or _is_contact(paragraph):
            return Kind.FURNITURE
        if bylines.is_meta(text, words.labels, words.is_menu):
            return Kind.META
    if _is_prose(paragraph):
        return Kind.PROSE
    return Kind.FURNITURE if _is_row_of_links(paragraph) else Kind.SHORT


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def _opens(line: str, core: str, phrases: tuple[str, ...]) -> bool:
    """Whether a line is one of the phrases, alone or before a number or mark."""
    return (
        any(
            line == phrase
            or (core.startswith(phrase) and not re.match(r"\s*[^\W\d_]", core[len(phrase) :]) and phrase != "")
            for phrase in phrases
        )
        and columns(core) <= _SHORT_LINE
    )


def _opens_list(core: str, width: int, phrases: tuple[str, ...]) -> bool:
    """Whether a short line begins with a phrase of several words, as in `Most read in Business`."""
    return width <= 40 and any(" " in phrase and core.startswith(phrase + " ") for phrase in phrases)


def _is_contact(paragraph: Paragraph) -> bool:
    return bool(_CONTACT.search(paragraph.text)) and (paragraph.width <= _SHORT_LINE or not _is_prose(paragraph))


def _is_prose(paragraph: Paragraph) -> bool:
    text, width = paragraph.text, paragraph.width
    if width > _TWO_ROWS and not _is_row_of_links(paragraph):
        return True
    if _ABBREVIATION.search(text) and width <= _SHORT_LINE:
        return False
    if re.search(r"\.[\])\"'”’」』]*$", text):
        return width >= _SENTENCE
    return (width >= _LONG_SENTENCE and bool(_DECLARATIVE.search(text))) or (
        width >= _SHORT_LINE and paragraph.ends_sentence
    )


def _is_row_of_links(paragraph: Paragraph) -> bool:
    """Whether a line is a menu or path by its form: short pieces between bars, arrows or wide gaps."""
    if paragraph.ends_sentence:
        return False
    pieces = [piece for piece in _SEPARATOR.split(paragraph.text) if piece]
    longest = max(map(columns, pieces), default=0)
    return (len(pieces) >= 3 and longest <= 24) or (
        len(pieces) == 2 and longest <= 32 and bool(re.search(r"[|>›»]", paragraph.text))
    )
