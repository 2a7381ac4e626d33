"""Compiled frames kept in the user's cache folder: to compile thousands takes seconds, to read them back none."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from biograph.extract.korean.clause.frames.frames import Frame, Slot
from biograph.lang import korean
from biograph.model import Status

log = logging.getLogger(__name__)

# Frames, and a line for each example that makes none.
Compiled = tuple[list[Frame], list[str]]


def compiled(directory: Path, compile_all: Callable[[Path], Compiled]) -> Compiled:
    """What `compile_all` makes of an ontology folder, from the cache where nothing that it depends on has changed.

    It lies in the folder that the environment variable `BIOGRAPH_CACHE` names, else in `biograph` below
    `XDG_CACHE_HOME` or `~/.cache`. One that is missing, stale, damaged or cannot be written is no error.
    """
    try:
        key, path = _key(directory), _path(directory)
        return _read(path, key)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: there is no home
        log.info("frames are compiled: %s", error)
    made = compile_all(directory)
    try:
        _write(_path(directory), _key(directory), made)
    except (OSError, RuntimeError) as error:
        log.info("compiled frames are not kept: %s", error)
    return made


def _path(directory: Path) -> Path:
    """One file for each ontology folder."""
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(os.environ.get("BIOGRAPH_CACHE") or Path(caches) / "biograph")
    return folder / f"frames-{hashlib.sha256(str(directory.resolve()).encode()).hexdigest()[:12]}.json"


def _key(directory: Path) -> str:
    """A hash of all that decides what frames become: properties, tables, the analyser, and how they are compiled."""
    tables = [path for glob in ("*.ttl", "frames/ko/*.toml", "grammar/*.toml") for path in directory.glob(glob)]
    code = [*Path(__file__).parents[1].rglob("*.py"), *Path(korean.__file__).parent.glob("korean*")]
    found = hashlib.sha256(korean.version().encode())
    for path in (*sorted(tables), *sorted(code)):
        found.update(f"\0{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _read(path: Path, key: str) -> Compiled:
    """The frames of a file whose first line proves the rest; raises ValueError where it does not."""
    proof, _, content = path.read_text(encoding="utf-8").partition("\n")
    if proof != _proof(key, content):
        raise ValueError(f"{path} is stale or damaged")
    kept = json.loads(content)
    slots = [Slot(*_frozen(row)) for row in kept["slots"]]
    return [_frame(row, slots) for row in kept["frames"]], kept["problems"]


def _write(path: Path, key: str, made: Compiled) -> None:
    """Aside first, then in place, so that nobody ever reads half a file."""
    frames, problems = made
    slots = {slot: i for i, slot in enumerate(dict.fromkeys(slot for frame in frames for slot in frame.slots))}
    rows = [[*_values(frame), [slots[slot] for slot in frame.slots]] for frame in frames]
    kept = {"slots": [_values(slot) for slot in slots], "frames": rows, "problems": problems}
    content = json.dumps(kept, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}.new")
    try:
        aside.write_text(f"{_proof(key, content)}\n{content}", encoding="utf-8", newline="\n")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _proof(key: str, content: str) -> str:
    return hashlib.sha256(f"{key}\n{content}".encode()).hexdigest()


def _values(value: Slot | Frame) -> list[Any]:
    """What a slot or frame holds, in order, but for the slots of a frame: many frames share them."""
    return [getattr(value, field.name) for field in fields(value) if field.name != "slots"]


def _frame(row: list[Any], slots: list[Slot]) -> Frame:
    *held, where = row
    names = (field.name for field in fields(Frame) if field.name != "slots")
    values = dict(zip(names, _frozen(held), strict=True))
    values["status"] = values["status"] and Status(values["status"])
    return Frame(slots=tuple(slots[i] for i in where), **values)


def _frozen(value: Any) -> Any:
    """A value with tuples for its lists."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
