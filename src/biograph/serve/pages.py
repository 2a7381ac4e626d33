"""Pages for people, from templates in which every text is data, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
POLICY += "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
LANGUAGES = ("ko", "en")


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
    said = {"content-security-policy": POLICY, "vary": "Accept, Accept-Language", **(headers or {})}
    html = _templates().get_template(f"{name}.html").render(language=language(request), request=request, **content)
    return HTMLResponse(html, status, said)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("biograph.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
