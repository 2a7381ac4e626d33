"""Which media type an Accept header means."""

from __future__ import annotations

import pytest

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'biograph[serve]'")

from biograph.serve.negotiation import choose

OFFERED = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*, text/csv;q=0.1", "text/html"),
        ("text/html, */*;q=0.8", "text/html"),
        ("text/csv;q=0.5, text/html;q=0.50", "text/csv"),
        ("text/csv;q=0.5;header=present, text/html;q=0.4", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("image/png", None),
        ("*/*;q=0", None),
        (";;q=,,", None),
    ],
)
def test_the_best_of_what_there_is(accept: str, wanted: str | None) -> None:
    assert choose(accept, OFFERED) == wanted
