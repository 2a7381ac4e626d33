"""The words of the brokers table, of `why` and of the report, in Korean and English, from `wording.json`."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from biograph.errors import NotFoundError

Wording = dict[str, Any]
LANGUAGES = ("ko", "en")


@cache
def _all() -> dict[str, Wording]:
    text: dict[str, Wording] = json.loads(resources.files("biograph").joinpath("wording.json").read_text("utf-8"))
    return text


def wording(language: str) -> Wording:
    """All texts of a language, ko or en. Raises NotFoundError for another one."""
    if language not in _all():
        raise NotFoundError(f"no texts in the language {language!r}", hint=" or ".join(sorted(_all())))
    return _all()[language]


def number(value: float | None) -> str:
    """A figure for people: whole numbers bare, others with two decimals, tiny ones with one digit, none as a dash.

    >>> number(4.0), number(1 / 3), number(0.001), number(None)
    ('4', '0.33', '0.001', '–')
    """
    if value is None:
        return "–"
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.2f}" if abs(value) >= 0.01 else f"{value:.1g}"
