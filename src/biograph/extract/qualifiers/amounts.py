"""Sums of money in Korean and English text, as whole numbers of an ISO 4217 currency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from biograph.extract.qualifiers.scanning import matches
from biograph.model import Span

_KOREAN_SCALES = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 10**3, "백": 10**2}
_ENGLISH_SCALES = {
    "trillion": 10**12, "tn": 10**12, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "million": 10**6, "mn": 10**6, "mln": 10**6, "m": 10**6, "thousand": 10**3, "k": 10**3,
}  # fmt: skip
_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD",
    "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "￦": "KRW", "¥": "JPY",
}  # fmt: skip
_KOREAN_CURRENCIES = {
    "미국달러": "USD", "캐나다달러": "CAD", "호주달러": "AUD", "홍콩달러": "HKD", "싱가포르달러": "SGD",
    "대만달러": "TWD",
    "달러": "USD", "불": "USD", "유로": "EUR", "유로화": "EUR", "엔": "JPY", "엔화": "JPY",
    "위안": "CNY", "위안화": "CNY",
    "파운드": "GBP", "스위스프랑": "CHF", "프랑": "CHF", "크로네": "DKK", "크로나": "SEK", "루피": "INR", "원": "KRW",
}  # fmt: skip
_ENGLISH_CURRENCIES = {
    "u.s. dollars": "USD", "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "won": "KRW",
    "korean won": "KRW", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "pounds": "GBP", "pounds sterling": "GBP",
    "swiss francs": "CHF", "danish kroner": "DKK", "swedish kronor": "SEK", "rupees": "INR",
}  # fmt: skip
_CODES = ("USD", "EUR", "KRW", "JPY", "CNY", "RMB", "GBP", "CHF", "CAD", "AUD", "HKD", "SGD", "TWD", "DKK", "SEK")
_ISO = {"RMB": "CNY"}
_COUNTRIES = ("미국", "캐나다", "호주", "홍콩", "싱가포르", "대만", "스위스")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# Possessive, so that a long run of digits is read once.
_DIGITS = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?"
_START = r"(?<![\d.,])(?<!\d[-~∼〜])"
_GROUP = rf"(?:{_DIGITS})\s?(?:[천백]\s?)?[조억만]|(?:{_DIGITS})\s?[천백]|(?:{_DIGITS})"
_KOREAN_NUMBER = rf"(?:{_GROUP})(?:\s?(?:{_GROUP})){{0,3}}"
_ENGLISH_NUMBER = rf"(?:{_DIGITS})(?:[\s-]?(?:{_either(_ENGLISH_SCALES)})\b)?"
_RANGE = rf"(?:(?:{_DIGITS})\s?(?:[천백]?[조억만])?\s?[-–~∼〜]\s?)?"
_SIGN, _CODE = rf"(?:{_either(_SIGNS)})", rf"(?:{_either(_CODES)})"

_KOREAN = re.compile(
    rf"{_START}{_RANGE}(?P<number>{_KOREAN_NUMBER})\s?(?:여\s?)?"
    rf"(?P<currency>(?:(?:{_either(_COUNTRIES)})\s)?(?:{_either(_KOREAN_CURRENCIES)}))"
    # 원 and 불 open other nouns, too: 원자, 원료, 불량.
    r"(?!(?<=[원불])(?:자|료|칙|인|고|래|천|점|장|형|생|유|량|법|안))"
)
_SIGNED_KOREAN = re.compile(rf"(?P<currency>{_SIGN})\s?(?=[\d.,]+\s?[조억만천백])(?P<number>{_KOREAN_NUMBER})")
_SIGNED = re.compile(rf"(?P<currency>{_SIGN}|\b{_CODE}\s?)\s?{_RANGE}(?P<number>{_ENGLISH_NUMBER})", re.IGNORECASE)
_NAMED = re.compile(
    rf"{_START}{_RANGE}(?P<number>{_ENGLISH_NUMBER})[\s-](?P<currency>(?:{_either(_ENGLISH_CURRENCIES)}|{_CODE})\b)",
    re.IGNORECASE,
)
# The patterns by what they start with.
_NUMBERS, _DIGIT = (_KOREAN, _NAMED), re.compile(r"\d(?<!\d.)")
_SIGNED_NUMBERS, _FIRST = (_SIGNED_KOREAN, _SIGNED), re.compile(r"[A-Za-z$＄€£₩￦¥]")
_BRACKET = re.compile(
    r"\s?[(（\[]\s?(?:약|한화|우리 돈|원화|about|around|roughly|approximately|or|some|~|≈|=)?\s?(?:약\s?)?$"
)
_UNIT_PRICE = re.compile(r"(?:주당|한 주에|1주에|1인당|인당|건당|개당|병당|시간당|(?<![\d가-힣])월)\s?(?:약\s?)?$")
_PER = re.compile(r"\s(?:per|an?|apiece|each)\b(?!\s(?:year-long|total|upfront|result))")


def amounts(text: str, span: Span) -> tuple[tuple[Span, str], ...]:
    """The sums of money inside a span, in order: where each stands and `NUMBER CURRENCY`, as in `280000000 USD`.

    A sum in brackets right behind another is its conversion and left out; so are prices of a unit (`주당 5만원`,
    `$12 a share`) and sums that are no whole number.
    """
    found: list[tuple[Span, str]] = []
    behind = span.start
    for start, end, value in _candidates(text, span):
        if start < behind:
            continue
        behind = end
        converted = bool(found) and bool(_BRACKET.fullmatch(text[found[-1][0].end : start]))
        if value and not converted:
            found.append((Span(start, end), value))
    return tuple(found)


def _candidates(text: str, span: Span) -> list[tuple[int, int, str | None]]:
    """Every reading, the earliest and then longest first; without a value where it is a price or has a fraction."""
    readings = [
        (match.start(), match.end(), None if _is_price(text, match) else _value(match))
        for patterns, starts in ((_NUMBERS, _DIGIT), (_SIGNED_NUMBERS, _FIRST))
        for places in [[m.start() for m in starts.finditer(text, span.start, span.end)]]
        for pattern in patterns
        for match in matches(pattern, text, places, span.end)
    ]
    return sorted(readings, key=lambda r: (r[0], -r[1], r[2] or ""))


def _is_price(text: str, match: re.Match[str]) -> bool:
    return bool(_UNIT_PRICE.search(text[: match.start()][-12:])) or bool(_PER.match(text, match.end()))


def _value(match: re.Match[str]) -> str | None:
    korean = re.search(r"[조억만천백]", match["number"])
    number = _korean_number(match["number"]) if korean else _english_number(match["number"])
    if number <= 0 or number != number.to_integral_value():
        return None
    return f"{int(number)} {_currency(match['currency'])}"


def _korean_number(text: str) -> Decimal:
    """`12억5500만` = 12 × 10⁸ + 5500 × 10⁴; 천 and 백 before a larger unit multiply with it, as in `5천만`."""
    total = Decimal(0)
    for digits, small, large in re.findall(rf"({_DIGITS})\s?([천백])?\s?([조억만])?", text):
        scale = _KOREAN_SCALES.get(small, 1) * _KOREAN_SCALES.get(large, 1)
        total += Decimal(digits.replace(",", "")) * scale
    return total


def _english_number(text: str) -> Decimal:
    digits = re.match(_DIGITS, text)
    assert digits is not None
    scale = text[digits.end() :].strip(" -").lower()
    return Decimal(digits[0].replace(",", "")) * _ENGLISH_SCALES.get(scale, 1)


def _currency(text: str) -> str:
    name = text.strip()
    code = name.upper()
    korean = _KOREAN_CURRENCIES.get(re.sub(r"\s", "", name))
    return _SIGNS.get(code) or korean or _ENGLISH_CURRENCIES.get(name.lower()) or _ISO.get(code, code)
