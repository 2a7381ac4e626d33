"""The HTML file around the data: template, style and scripts, sealed by a Content-Security-Policy of hashes."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from importlib import resources
from string import Template
from typing import Any

from biograph.page.label import plain

# Plain scripts that share one scope, in the order in which they are joined.
SCRIPTS = ("model", "dom", "graph", "quotes", "panel", "reader", "table", "search", "main")


def assemble(content: Mapping[str, Any], *, library: str) -> str:
    """The page of a content (see docs/page.md); `library` is the source of vis-network."""
    style = _asset("style.css")
    script = '(() => {\n"use strict";\n' + "\n".join(_asset(f"script/{name}.js") for name in SCRIPTS) + "})();\n"
    return Template(_asset("template.html")).substitute(
        language=html.escape(str(content["language"])),
        title=html.escape(plain(str(content["title"]))),
        policy=policy(scripts=(library, script), styles=(style,)),
        style=style,
        library=library,
        script=script,
        data=embed(content),
        messages=embed(json.loads(_asset("messages.json"))),
    )


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A Content-Security-Policy that admits these inline scripts and styles, images as data, and nothing else.

    `trusted-types 'none'` makes the browser refuse every attempt to parse a string as markup.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def embed(value: object) -> str:
    """JSON that can stand inside a script element: no character in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(source: str) -> str:
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _asset(name: str) -> str:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
