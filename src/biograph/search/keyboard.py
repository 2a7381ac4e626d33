"""What was meant where the keyboard was set to the other script (the Dubeolsik layout, KS X 5002)."""

from __future__ import annotations

import re
import unicodedata

from biograph.search.hangul import FINALS, INITIALS, VOWELS, apart, parts, syllable

_KEYS = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
_KEY_OF = dict(zip(_LETTERS, _KEYS, strict=True))
# A capital that has no letter of its own is typed as the small one: caps lock.
_LETTER_OF = {key.upper(): letter for letter, key in _KEY_OF.items()} | {v: k for k, v in _KEY_OF.items()}


def _longest(letters: list[str]) -> str:
    return "|".join(sorted(filter(None, letters), key=len, reverse=True))


# A consonant before a vowel is no final one: it begins the next syllable.
_SYLLABLE = re.compile(f"([{INITIALS}])({_longest(VOWELS)})((?:{_longest(FINALS)})(?![ㅏ-ㅣ]))?")


def retyped(query: str) -> str | None:
    """The query as the other script gives it, None where it holds nothing to retype."""
    composed = unicodedata.normalize("NFC", query)
    if re.search("[ㄱ-ㅣ가-힣]", composed):
        return "".join(_KEY_OF.get(letter, letter) for c in apart(composed) for letter in _typed(c))
    if re.search("[a-zA-Z]", composed):
        return _SYLLABLE.sub(_syllable, "".join(_LETTER_OF.get(key, key) for key in composed))
    return None


def _syllable(found: re.Match[str]) -> str:
    return syllable(INITIALS.index(found[1]), VOWELS.index(found[2]), FINALS.index(found[3] or ""))


def _typed(character: str) -> str:
    """The letters that are typed for a character; for a vowel that stands alone, too: ㅘ is ㅗㅏ."""
    if found := parts(character):
        initial, vowel, final = found
        return INITIALS[initial] + VOWELS[vowel] + FINALS[final]
    return VOWELS[ord(character) - ord("ㅏ")] if "ㅏ" <= character <= "ㅣ" else character
