"""The page on which people write queries."""

from __future__ import annotations

import secrets
from importlib import resources
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse

from biograph.serve.pages import readers_language


async def show(request: Request) -> HTMLResponse:
    """The page; its script may set styles by a nonce, and talk to this server alone."""
    nonce = secrets.token_urlsafe(16)
    shell = resources.files(__package__).joinpath("static", "query.html").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "content-security-policy": policy,
        "vary": "Accept, Accept-Language, Cookie",
        "cache-control": "no-store",
    }
    tongue = readers_language(request)  # `language` in the address is a value of the named query
    return HTMLResponse(Template(shell).substitute(language=tongue, nonce=nonce), headers=headers)
