"""Names of countries from the Unicode CLDR, and the one door to Babel, which carries it."""

from __future__ import annotations

from babel import Locale

LANGUAGES = ("ko", "en")


def names(code: str) -> dict[str, str]:
    """The Korean and English name of a country by its ISO 3166-1 alpha-2 code; empty where there is none."""
    found = {language: Locale(language).territories.get(code) for language in LANGUAGES}
    return {language: name for language, name in found.items() if name}
