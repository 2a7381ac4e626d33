"""The dataset in other programs' formats, and the page that shows it, as files."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from biograph import exports
from biograph.errors import NotFoundError
from biograph.exports import Format
from biograph.serve import caching, made
from biograph.serve.pages import language, page
from biograph.serve.service import service
from biograph.store.loading import file_of

_POLICY = "frame-ancestors 'none'"  # the page has a policy of its own, which admits what it holds and nothing else
_ZIP = "application/zip"


async def listing(request: Request) -> Response:
    """What there is to download."""
    files = [(name_of(name, format), format.description) for name, format in exports.FORMATS.items()]
    return page(request, "downloads", files=files)


async def download(request: Request) -> Response:
    """A file with the whole dataset, in the form that its name tells; several files come as a ZIP archive."""
    wanted = request.path_params["name"]
    found = {name_of(name, format): name for name, format in exports.FORMATS.items()}
    if wanted not in found:
        raise NotFoundError(f"no such download: {wanted}", where="address", hint=f"there is {', '.join(found)}")
    format = exports.FORMATS[found[wanted]]
    tag = caching.entity_tag(request, language(request))
    if known := caching.kept(request, tag):
        return known
    path = await made.file(service(request), found[wanted], wanted, language(request))
    media_type = format.media_type if format.file_name else _ZIP
    return FileResponse(path, media_type=media_type, filename=wanted, headers=caching.headers(tag))


async def viewer(request: Request) -> Response:
    """The page that shows the dataset: the one that was built with it, else one made of it now."""
    tag = caching.entity_tag(request, language(request))
    if known := caching.kept(request, tag):
        return known
    here = service(request)
    path = _built(here.settings.data) or await made.file(here, "page", "graph.html", language(request))
    headers = caching.headers(tag) | {"content-security-policy": _POLICY}
    return FileResponse(path, media_type="text/html", headers=headers)


def name_of(name: str, format: Format) -> str:
    """The name under which a format is downloaded."""
    return format.file_name or f"{name}.zip"


def _built(data: Path) -> Path | None:
    """The page in a built folder, where it is not older than the dataset."""
    html = data / "graph.html"
    is_current = data.is_dir() and html.is_file() and html.stat().st_mtime >= file_of(data).stat().st_mtime
    return html if is_current else None
