"""How Unicode makes Hangul syllables of letters (The Unicode Standard, 3.12): in order of initial, vowel, final."""

from __future__ import annotations

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# Vowels and final consonants as the letters that are typed for them.
VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split()
FINALS = [
    "",
    *"ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(),
]
_PAIRS = str.maketrans(
    {
        "ㄳ": "ㄱㅅ",
        "ㄵ": "ㄴㅈ",
        "ㄶ": "ㄴㅎ",
        "ㄺ": "ㄹㄱ",
        "ㄻ": "ㄹㅁ",
        "ㄼ": "ㄹㅂ",
        "ㄽ": "ㄹㅅ",
        "ㄾ": "ㄹㅌ",
        "ㄿ": "ㄹㅍ",
    }
    | {"ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
)
_FIRST = ord("가")


def syllable(initial: int, vowel: int, final: int) -> str:
    """The syllable of these positions."""
    return chr(_FIRST + (initial * len(VOWELS) + vowel) * len(FINALS) + final)


def parts(character: str) -> tuple[int, int, int] | None:
    """The positions of a syllable's initial, vowel and final; None for any other character."""
    code = ord(character) - _FIRST
    if not 0 <= code < len(INITIALS) * len(VOWELS) * len(FINALS):
        return None
    opened, final = divmod(code, len(FINALS))
    return *divmod(opened, len(VOWELS)), final


def apart(text: str) -> str:
    """The text with consonants that an input method has joined, as ㄱㅅ in ㄳ, one by one again."""
    return text.translate(_PAIRS)
