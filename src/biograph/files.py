"""Files that readers see whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from biograph.errors import DatasetError


def write(path: Path, content: str | bytes | Iterable[bytes]) -> Path:
    """Write aside (text as UTF-8), then put it in place in one step; missing folders are made. Returns the path.

    What comes piece by piece is written as it comes. Raises DatasetError when that fails; a file that was there then
    stays as it was, as it does when a piece cannot be made.
    """
    if isinstance(content, str):
        content = content.encode()
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("wb") as out:
                out.writelines([content] if isinstance(content, bytes) else content)
                out.flush()
                os.fsync(out.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error.strerror) from error
    return path


def expect_writable(folder: Path) -> None:
    """Raises DatasetError where it is plain that a folder cannot be written or made; to be asked before long work."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        raise _refused(folder, f"{there.name} is a file")
    if not os.access(there, os.W_OK | os.X_OK):
        raise _refused(folder, "Permission denied")


def _refused(path: Path, why: str | None) -> DatasetError:
    return DatasetError(f"cannot be written: {why}", where=str(path), hint="choose another place with -o")
