"""Pages for people, from templates in which every text is data, never markup."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
LANGUAGES = ("ko", "en")
_YEAR = 365 * 24 * 60 * 60  # seconds


def language(request: Request) -> str:
    """The language of a page: the one that the address asks for, else the reader's."""
    asked = request.query_params.get("language")
    return asked if asked in LANGUAGES else readers_language(request)


def readers_language(request: Request) -> str:
    """The language chosen before, else the browser's first of ours, else the server's."""
    if (chosen := request.cookies.get("language")) in LANGUAGES:
        return str(chosen)
    wanted = (part.split(";")[0].strip().lower() for part in request.headers.get("accept-language", "").split(","))
    found = next((tag.split("-")[0] for tag in wanted if tag.split("-")[0] in LANGUAGES), None)
    return found or str(request.app.state.service.settings.language)


def page(
    request: Request, name: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **content: Any
) -> HTMLResponse:
    """A page from the template of a name."""
    tongue = language(request)
    said = {"content-security-policy": POLICY, "vary": "Accept, Accept-Language, Cookie", **(headers or {})}
    template = _templates().get_template(f"{name}.html")
    html = template.render(language=tongue, t=_words()[tongue], request=request, **content)
    answer = HTMLResponse(html, status, said)
    if request.query_params.get("language") == tongue:
        # The query page's script sets it, too.
        answer.set_cookie("language", tongue, max_age=_YEAR, samesite="lax")
    return answer


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("biograph.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["figure"] = lambda number: f"{number:,}"
    return found
