"""Files, folders and standard input, read in sorted order; a bad one is reported and the rest goes on."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from biograph.errors import SourceError
from biograph.model import Document
from biograph.sources.decoding import text_of
from biograph.sources.documents import from_html, from_text, slug
from biograph.vocabulary import Ontology

_HTML = (".html", ".htm")
_SUFFIXES = (".txt", *_HTML)
_STDIN = "-"
# An article takes some kilobytes; a whole book about one megabyte.
_LARGEST_MB = 5
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class _File:
    name: str  # relative to the folder that the user named
    path: Path


def read(paths: Iterable[str], *, ontology: Ontology | None = None) -> Iterator[Document | SourceError]:
    """The documents in files, folders (all levels) and `-` (standard input), sorted by name.

    What cannot be read yields its SourceError in place. A document's id is its file's stem; where several files share
    a stem each id gets the first eight digits of its text's SHA-256, too. The furniture tables are those of
    `ontology`, by default the packaged ones.
    """
    files: set[_File] = set()
    standard_input = False
    for path in paths:
        standard_input |= path == _STDIN
        try:
            files.update(_files(path))
        except SourceError as error:
            yield error
    shared = {id_ for id_, times in Counter(slug(file.path.stem) for file in files).items() if times > 1}
    seen: dict[str, str] = {}
    for file in sorted(files):
        yield _once(_read_file(file, shared, ontology), seen)
    if standard_input:
        yield _once(_read_stdin(ontology), seen)


def _files(path: str) -> list[_File]:
    if path == _STDIN:
        return []
    place = Path(path)
    if place.is_file():
        if place.suffix.lower() not in _SUFFIXES:
            raise SourceError("not a .txt or .html file", where=path, hint="rename it, or pipe it in as -")
        return [_File(place.name, place.resolve())]
    if not place.is_dir():
        raise SourceError("no such file or folder", where=path, hint="check the path")
    found = [_File(p.relative_to(place).as_posix(), p.resolve()) for p in place.rglob("*") if _is_article(p, place)]
    if not found:
        raise SourceError("no .txt or .html file here", where=path)
    return found


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in _SUFFIXES and path.is_file()


def _read_file(file: _File, shared: set[str], ontology: Ontology | None) -> Document | SourceError:
    try:
        size = file.path.stat().st_size
        if size > _LARGEST_MB * 1_000_000:
            raise SourceError(_too_large(size), where=file.name)
        data, html = file.path.read_bytes(), file.path.suffix.lower() in _HTML
        document = _document(data, html, slug(file.path.stem), file.name, ontology)
    except OSError as error:
        return SourceError(f"cannot be read: {error.strerror or error}", where=file.name)
    except SourceError as error:
        return error
    return _hashed(document) if document.id in shared else document


def _read_stdin(ontology: Ontology | None) -> Document | SourceError:
    data = sys.stdin.buffer.read(_LARGEST_MB * 1_000_000 + 1)
    try:
        if len(data) > _LARGEST_MB * 1_000_000:
            raise SourceError(_too_large(len(data)), where=_STDIN)
        return _hashed(_document(data, _looks_like_html(data), "stdin", _STDIN, ontology))
    except SourceError as error:
        return error


def _document(data: bytes, html: bool, id_: str, source: str, ontology: Ontology | None) -> Document:
    if html:
        return from_html(data, id=id_, source=source, ontology=ontology)
    return from_text(text_of(data, where=source), id=id_, source=source, ontology=ontology)


def _looks_like_html(data: bytes) -> bool:
    """Whether bytes open with markup; UTF-16 shows its letters once the zero bytes are gone."""
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and bool(_MARKUP.search(head))


def _hashed(document: Document) -> Document:
    return replace(document, id=f"{document.id}-{document.sha256[:8]}")


def _once(found: Document | SourceError, seen: dict[str, str]) -> Document | SourceError:
    """The document, or an error where another one already stands for the same name and text."""
    if isinstance(found, SourceError):
        return found
    first = seen.setdefault(found.id, found.source or "")
    if first == (found.source or ""):
        return found
    return SourceError(f"the same text as {first}, read once", where=found.source or "")


def _too_large(size: int) -> str:
    return f"larger than {_LARGEST_MB} MB ({size / 1_000_000:.1f} MB)"
