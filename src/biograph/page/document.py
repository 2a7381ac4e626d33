"""The HTML file around the data: template, style and script, sealed by a Content-Security-Policy of hashes."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Mapping
from importlib import resources
from string import Template

from biograph.page import sections
from biograph.page.label import plain


def assemble(content: Mapping[str, object], *, language: str, title: str) -> str:
    """The page of a content, by the names of its sections (see docs/page.md)."""
    style, script = _asset("viewer.css"), _asset("viewer.js")
    return Template(_asset("template.html")).substitute(
        language=html.escape(language),
        title=html.escape(plain(title)),
        policy=policy(script=script, style=style),
        style=style,
        script=script,
        sections=sections.embed(content),
    )


def policy(*, script: str, style: str) -> str:
    """A Content-Security-Policy that admits this inline script and style, images as data, and nothing else.

    `trusted-types 'none'` makes the browser refuse every attempt to parse a string as markup.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(source: str) -> str:
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _asset(name: str) -> str:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
