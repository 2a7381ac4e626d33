"""Pages for people, from templates in which every text is data, never markup."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
LANGUAGES = ("ko", "en")
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)  # what a link may open: no script, no file


def language(request: Request) -> str:
    """The language of a page: that of the parameter `language`, else the browser's first of ours, else the server's."""
    if (asked := request.query_params.get("language")) in LANGUAGES:
        return str(asked)
    wanted = (part.split(";")[0].strip().lower() for part in request.headers.get("accept-language", "").split(","))
    found = next((tag.split("-")[0] for tag in wanted if tag.split("-")[0] in LANGUAGES), None)
    return found or str(request.app.state.service.settings.language)


def page(
    request: Request, name: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **content: Any
) -> HTMLResponse:
    """A page from the template of a name."""
    tongue = language(request)
    said = {"content-security-policy": POLICY, "vary": "Accept, Accept-Language", **(headers or {})}
    template = _templates().get_template(f"{name}.html")
    html = template.render(language=tongue, t=_words()[tongue], request=request, **content)
    return HTMLResponse(html, status, said)


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
    found.filters["urlpath"] = lambda path: quote(path, safe="/#:~")  # may end in the part of a page
    found.filters["address"] = lambda text: text if _ADDRESS.fullmatch(text) else ""
    found.filters["figure"] = lambda number: f"{number:,}"
    return found
