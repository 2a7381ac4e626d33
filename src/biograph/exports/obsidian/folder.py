"""The folder of a vault: our own notes in it are replaced, a user's are never touched."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from biograph.errors import DatasetError
from biograph.exports.obsidian.markdown import MARK
from biograph.files import write

_FRONT_MATTER = 100  # lines, more than we write and users add


def replace(folder: Path, notes: Iterable[tuple[str, Iterable[bytes]]]) -> list[Path]:
    """Write the notes, remove those of an earlier export that are no longer among them, and return what was written.

    Raises DatasetError, before anything is written, where a note would take the place of a file that is not ours.
    """
    wanted = {folder / name: content for name, content in notes}
    ours = [*_ours(folder)]
    kept = {_folded(file) for file in wanted}
    if foreign := next((file for file in wanted if file.exists() and not _is_ours(file)), None):
        raise DatasetError(
            "there is a note of this name already", where=str(foreign), hint="move it, or choose another folder"
        )
    written = [write(file, content) for file, content in wanted.items()]
    for file in ours:
        if _folded(file) not in kept:
            file.unlink()
    return written


def _ours(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.md")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)  # Obsidian's trash, for one
        if not hidden and _is_ours(file):
            yield file


def _is_ours(file: Path) -> bool:
    """Whether a file's front matter has our mark."""
    try:
        with file.open(encoding="utf-8") as lines:
            head = [line.rstrip("\n") for line in islice(lines, _FRONT_MATTER)]
    except (OSError, UnicodeDecodeError):
        return False
    inner = head[1 : head.index("---", 1)] if head[:1] == ["---"] and "---" in head[1:] else []
    return any(line.startswith(f"{MARK}:") for line in inner)


def _folded(file: Path) -> str:
    """A path as a system sees it that does not tell case apart."""
    return unicodedata.normalize("NFC", str(file).casefold())
