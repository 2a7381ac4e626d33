"""The page on which people write queries."""

from __future__ import annotations

import secrets
from importlib import resources
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse

from biograph.serve.pages import language


async def show(request: Request) -> HTMLResponse:
    """The page; its script may set styles by a nonce, and talk to this server alone."""
    nonce = secrets.token_urlsafe(16)
    shell = resources.files(__package__).joinpath("static", "query.html").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {"content-security-policy": policy, "vary": "Accept, Accept-Language", "cache-control": "no-store"}
    return HTMLResponse(Template(shell).substitute(language=language(request), nonce=nonce), headers=headers)
