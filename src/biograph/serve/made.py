"""Files that are made of the dataset at the first demand, beside the server, and kept while the dataset stays."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from http import HTTPStatus
from pathlib import Path

import anyio

from biograph.errors import DatasetError
from biograph.serve.reading import RequestError
from biograph.serve.service import Service

log = logging.getLogger(__name__)


async def file(service: Service, what: str, name: str, language: str) -> Path:
    """The file of a name that `making` makes. Raises DatasetError where that fails."""
    now = service.now
    if now.folder is None:
        now.folder = tempfile.TemporaryDirectory(prefix="biograph-")
    path = Path(now.folder.name) / language / name

    async def make() -> Path:
        async with service.making:
            await _made(service, what, language, path)
        return path

    return await now.kept.get(f"{language}/{name}", make)


async def _made(service: Service, what: str, language: str, path: Path) -> None:
    settings, stamp = service.settings, service.pool.stamp
    path.parent.mkdir(exist_ok=True)
    ontology = str(settings.ontology.directory.absolute())
    known = os.pathsep.join(place for place in sys.path if place)  # what this process can import, it can, too
    command = [sys.executable, "-P", "-m", "biograph.serve.making", what, str(settings.data.absolute()), language]
    done = await anyio.run_process(
        [*command, ontology, str(path)],
        stdin=service.lifeline,
        check=False,
        env=os.environ | {"PYTHONPATH": known},
        start_new_session=True,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or [f"exit code {done.returncode}"]
        log.warning("%s is not made: %s", what, said[-1])
        raise DatasetError(f"{what} cannot be made", hint="see the log of the server")  # which tells of its files
    if service.pool.stamp != stamp:
        path.unlink(missing_ok=True)
        changed = "the dataset has changed meanwhile"
        raise RequestError(HTTPStatus.SERVICE_UNAVAILABLE, changed, hint="try again", headers={"retry-after": "2"})
