"""Bytes of unknown encoding become text in NFC with LF line ends."""

from __future__ import annotations

import codecs
import re
import unicodedata

from biograph.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
# What pages call EUC-KR is in practice its superset, as browsers assume, too.
_SUPERSETS = {
    "euc-kr": "cp949",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "x-windows-949": "cp949",
    "iso-8859-1": "cp1252",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Scraped text holds a stray control character now and then; a binary file is full of them.
_CONTROL_SHARE = 0.002
# A page with a broken byte or two is still read; the rest of it is right.
_BROKEN_SHARE = 0.001


def text_of(data: bytes, *, where: str, html: bool = False) -> str:
    """The text of a file: byte order mark, else (HTML) the declared charset, else UTF-8, else CP949.

    Raises SourceError where the bytes are empty, binary or in no encoding known here.
    """
    if not data.strip():
        raise SourceError("empty, nothing to read", where=where)
    if data.startswith(b"%PDF"):
        raise SourceError("a PDF file, not text", where=where, hint="save the article as .txt or .html")
    text = _decoded(data, _declared(data) if html else None)
    if text is None:
        raise SourceError("neither UTF-8 nor CP949 nor UTF-16 with a mark", where=where, hint="save it as UTF-8")
    if "\0" in text or len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise SourceError("a binary file, not text", where=where, hint="save the article as .txt or .html")
    text = normalised(text)
    if not text.strip():
        raise SourceError("empty, nothing to read", where=where)
    return text


def normalised(text: str) -> str:
    """Text in NFC with LF line ends and without a byte order mark: the form that offsets index."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    if not found:
        return None
    name = found[1].decode("ascii", "ignore").lower()
    try:
        return codecs.lookup(_SUPERSETS.get(name, name)).name
    except LookupError:
        return None


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    for encoding in filter(None, (declared, "utf-8", "cp949")):
        if (text := _strict(data, encoding)) is not None:
            return text
    if declared is None:
        return None
    text = data.decode(declared, "replace")
    return text if text.count("\ufffd") <= _BROKEN_SHARE * len(text) + 1 else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None
