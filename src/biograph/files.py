"""Files that readers see whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from biograph.errors import DatasetError


def write(path: Path, content: str | bytes) -> Path:
    """Write aside (text as UTF-8), then put it in place in one step; missing folders are made. Returns the path.

    Raises DatasetError when that fails; a file that was there then stays as it was.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("wb") as out:
                out.write(content.encode() if isinstance(content, str) else content)
                out.flush()
                os.fsync(out.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise DatasetError(
            f"cannot be written: {error.strerror}", where=str(path), hint="choose another place with -o"
        ) from error
    return path
