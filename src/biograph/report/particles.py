"""Which of two Korean particles follows a word: 은 or 는, 을 or 를, 이 or 가, by whether its sound ends closed."""

from __future__ import annotations

_CLOSED_DIGITS = "013678"  # 영 일 삼 육 칠 팔
_CLOSED_INITIALS = "LMNR"  # 엘 엠 엔 아르 or 알, as letters of an acronym are read
_CLOSED_LETTERS = "bglmnp"  # at the end of a word written in Latin letters; a rule of thumb


def particle(word: str, forms: str) -> str:
    """One of two forms, given as `은/는`: the first after a closed sound. Brackets and marks at the end are unheard.

    >>> [particle(word, "을/를") for word in ("산업협회", "보건산업진흥원", "FDA", "Boston", "보스턴(3)")]
    ['를', '을', '를', '을', '을']
    """
    closed, open_ = forms.split("/")
    heard = "".join(c for c in word if c.isalnum())
    return closed if heard and _is_closed(heard) else open_


def _is_closed(heard: str) -> bool:
    last = heard[-1]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 > 0
    if last.isupper():
        return last in _CLOSED_INITIALS
    return last in _CLOSED_DIGITS + _CLOSED_LETTERS
