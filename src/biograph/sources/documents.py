"""One source's text or HTML becomes a Document: article, metadata, language."""

from __future__ import annotations

import re
from dataclasses import replace

from biograph.errors import SourceError
from biograph.model import Document, Span
from biograph.sources import article, bylines, decoding, furniture, html, publishers
from biograph.sources.furniture import Kind, Words
from biograph.sources.paragraphs import Paragraph, paragraphs
from biograph.vocabulary import Ontology

# Korean articles quote English names; below this share of Hangul among the letters the text itself is not Korean.
_KOREAN_SHARE = 0.2
_SENTENCE = re.compile(r"[.!?][\"”’']?\s")
_META_LINE, _ARTICLE = 160, 1000  # columns


def from_text(text: str, *, id: str, source: str | None = None, ontology: Ontology | None = None) -> Document:
    """A document out of plain text; offsets index the text in NFC with LF line ends.

    The furniture tables are those of `ontology`, by default the packaged ones. Raises SourceError where there is no
    text.
    """
    text = decoding.normalised(text)
    words = furniture.load(ontology.directory if ontology else None)
    page = furniture.judged(paragraphs(text), words)
    return _document(text, page, html.Metadata(), words, id=id, source=source)


def from_html(data: bytes, *, id: str, source: str | None = None, ontology: Ontology | None = None) -> Document:
    """A document out of an HTML page; its text is the page's visible text, one block a paragraph.

    The furniture tables are those of `ontology`, by default the packaged ones. Raises SourceError where the bytes
    cannot be decoded or the page shows no text.
    """
    where = source or id
    rendered = html.render(decoding.text_of(data, where=where, html=True), where=where)
    words = furniture.load(ontology.directory if ontology else None)
    judged = furniture.judged(paragraphs(rendered.text), words)
    page = [(p, Kind.FURNITURE if rendered.is_marked(p) else kind) for p, kind in judged]
    main = [(p, kind if rendered.is_main(p) or kind is not Kind.PROSE else Kind.FURNITURE) for p, kind in page]
    # The extractor is trusted only where it found an article's worth of text, or most of what there is.
    if _prose(main) >= min(_prose(page) / 2, _ARTICLE):
        page = main
    known = rendered.metadata
    if known.author:
        known = replace(known, author=bylines.author([known.author], words.labels) or known.author)
    return _document(rendered.text, page, known, words, id=id, source=source)


def _prose(page: list[tuple[Paragraph, Kind]]) -> int:
    return sum(p.width for p, kind in page if kind is Kind.PROSE)


def _document(
    text: str, page: list[tuple[Paragraph, Kind]], known: html.Metadata, words: Words, *, id: str, source: str | None
) -> Document:
    if not page:
        raise SourceError("empty, nothing to read", where=source or id)
    found = article.find(page, known.title)
    body, signed = _trim(found.paragraphs, words.labels)
    around = _meta_lines(found, page)
    headline = " ".join(found.headline.text.split()) if found.headline else None
    return Document(
        id=id,
        text=text,
        language=_language(text, body),
        body=body,
        title=headline or known.title,
        published=known.published or signed.published or bylines.published(around, words.labels),
        author=known.author or bylines.author(around, words.labels) or signed.author,
        publisher=known.publisher or publishers.publisher(found, words, signed.publisher),
        source=source,
    )


def _trim(found: tuple[Paragraph, ...], labels: bylines.Labels) -> tuple[tuple[Span, ...], html.Metadata]:
    """The spans of the article without datelines and signatures, and what these say."""
    spans: list[Span] = []
    signed = html.Metadata()
    for paragraph in found:
        length, author, outlet, day = bylines.dateline(paragraph.text, labels)
        end = bylines.signature(paragraph.text, labels)
        if end < len(paragraph.text) and paragraph is not found[-1] and not _SENTENCE.search(paragraph.text[:end]):
            continue  # one sentence and a name, with the article going on: a photographer's caption
        author = author or bylines.author([paragraph.text[end:]], labels)
        signed = replace(
            signed,
            author=signed.author or author,
            publisher=signed.publisher or outlet,
            published=signed.published or day,
        )
        if length < end:
            spans.append(Span(paragraph.span.start + length, paragraph.span.start + end))
    return tuple(sorted(set(spans))), signed


def _meta_lines(found: article.Article, page: list[tuple[Paragraph, Kind]]) -> list[str]:
    """The lines that can tell who wrote the article and when: before it (nearest first), inside, after."""
    kinds = {p.span: kind for p, kind in page}
    before = [p.text for p in reversed(found.before) if kinds[p.span] is not Kind.PROSE and p.width <= _META_LINE]
    around = {p.span for p in found.before + found.after}
    inside = [p.text for p, kind in page if kind is Kind.META and p.span not in around]
    return before + inside + [p.text for p in found.after[:3] if kinds[p.span] is Kind.META]


def _language(text: str, body: tuple[Span, ...]) -> str:
    letters = [c for span in body for c in span.of(text) if c.isalpha()]
    hangul = sum("가" <= c <= "힣" for c in letters)
    return "ko" if letters and hangul >= _KOREAN_SHARE * len(letters) else "en"


def slug(name: str) -> str:
    """A file's stem as an id: lower case, letters and digits of any script, runs of the rest as one hyphen."""
    return re.sub(r"[\W_]+", "-", decoding.normalised(name).lower()).strip("-") or "document"
