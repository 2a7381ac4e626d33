"""A word as a pattern over folded names: initial letters stand for syllables, the last syllable may be unfinished."""

from __future__ import annotations

import re
import unicodedata

from biograph.search.hangul import FINALS, INITIALS, VOWELS, apart, parts, syllable

_SIMPLE = re.compile(r"[\x00-\x7f가-힣]*")  # most names: nothing to spell out
_LETTERS = re.compile("[ㄱ-ㆎ]+|[^ㄱ-ㆎ]+")
_LAST_VOWEL, _LAST_FINAL = len(VOWELS) - 1, len(FINALS) - 1


def folded(text: str) -> str:
    """What of a text counts in a search: letters and figures without case or marks, words apart by one blank.

    Full-width and bracketed forms are spelled out, accents dropped; single Hangul letters stay single.
    """
    lower = text.lower()
    if not _SIMPLE.fullmatch(lower):
        lower = "".join(_spelled(run) for run in _LETTERS.findall(lower))
    return " ".join("".join(c if c.isalnum() else " " for c in lower).split())


def pattern(word: str, last: bool) -> str:
    """The source of a regular expression for a folded word; `last` where the reader may still be typing it.

    Blanks do not matter: neither those of the query nor those of the name.
    """
    *finished, end = list(apart(word))
    return " ?".join([*map(_finished, finished), _unfinished(end) if last else _finished(end)])


def _spelled(run: str) -> str:
    if "ㄱ" <= run[0] <= "ㆎ":
        return run  # compatibility decomposition would let them join into syllables
    bare = "".join(c for c in unicodedata.normalize("NFKD", run) if not unicodedata.combining(c))
    composed = unicodedata.normalize("NFC", bare)
    return "".join(INITIALS[ord(c) - 0x1100] if "\u1100" <= c <= "\u1112" else c for c in composed)


def _finished(letter: str) -> str:
    initial = INITIALS.find(letter)
    return letter if initial < 0 else _among(letter, syllable(initial, 0, 0), _last(initial, _LAST_VOWEL))


def _unfinished(letter: str) -> str:
    """A syllable whose vowel or final may still grow, or whose final consonant may yet begin the next one."""
    found = parts(letter)
    if found is None:
        return _finished(letter)
    initial, vowel, final = found
    if not final:
        return _among("", letter, _last(initial, _grown(VOWELS, vowel)[-1]))
    typed = FINALS[final]
    before = syllable(initial, vowel, FINALS.index(typed[:-1]))
    same = "".join(syllable(initial, vowel, n) for n in _grown(FINALS, final))
    return f"(?:[{same}]|{before} ?{_finished(typed[-1])})"


def _last(initial: int, vowel: int) -> str:
    return syllable(initial, vowel, _LAST_FINAL)


def _grown(letters: list[str], n: int) -> list[int]:
    """The positions of what begins with the letters typed: ㅗ may become ㅘ. In the list these stand together."""
    return [m for m, other in enumerate(letters) if other.startswith(letters[n])]


def _among(letters: str, first: str, last: str) -> str:
    """One of these letters, or one from the first to the last."""
    return f"[{letters}{first}-{last}]"
