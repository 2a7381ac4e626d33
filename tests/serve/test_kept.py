"""What is made at the first demand is made once; what failed is tried again; what is stale is not given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeVar

import anyio
import pytest

from biograph.errors import DatasetError

from .conftest import Served, serving, write_dataset

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'biograph[serve]'")

from biograph.serve import made
from biograph.serve.kept import Kept

T = TypeVar("T")


def run(work: Callable[[], Awaitable[T]]) -> T:
    """What work gives, from a thread of its own: in this one the driver of a browser may keep a loop running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, work).result()


def test_a_thing_is_made_once_however_many_ask_for_it() -> None:
    made: list[int] = []

    async def make() -> int:
        await anyio.sleep(0.01)
        made.append(len(made))
        return made[-1]

    async def ask_many() -> list[int]:
        kept, found = Kept(), []

        async def ask() -> None:
            found.append(await kept.get("thing", make))

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(ask)
        return found

    assert run(ask_many) == [0] * 5
    assert made == [0]


def test_what_cannot_be_made_is_tried_again() -> None:
    turns = iter([ValueError("broken"), "whole"])

    async def make() -> str:
        turn = next(turns)
        if isinstance(turn, ValueError):
            raise turn
        return turn

    async def ask_twice() -> str:
        kept = Kept()
        with pytest.raises(ValueError, match="broken"):
            await kept.get("thing", make)
        return await kept.get("thing", make)

    assert run(ask_twice) == "whole"


def test_a_file_of_a_dataset_that_has_changed_meanwhile_is_not_given(monkeypatch, tmp_path: Path) -> None:
    write_dataset(tmp_path)
    with serving(tmp_path) as running:

        async def slow(*_: object, **__: object) -> CompletedProcess[bytes]:
            write_dataset(tmp_path)
            while running.service.now.number == 1:
                await anyio.sleep(0.05)
            return CompletedProcess([], 0)

        monkeypatch.setattr("biograph.serve.made.anyio.run_process", slow)
        answer = running.get("/downloads/dataset.ttl")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


def test_what_cannot_be_made_is_said_in_one_line(served: Served, monkeypatch) -> None:
    monkeypatch.setattr("biograph.serve.made.sys.executable", "/bin/false")
    answer = served.get("/downloads/dataset.trig?broken")
    assert answer.status_code == 500
    assert answer.json()["title"] == "trig cannot be made"


def test_what_cannot_be_made_tells_nothing_of_the_files_here(tmp_path: Path) -> None:
    write_dataset(tmp_path)
    with serving(tmp_path) as running:
        next(tmp_path.glob("*.trig")).unlink()
        answer = running.get("/downloads/dataset.trig")
    assert answer.status_code == 500
    assert str(tmp_path) not in answer.text


def test_what_makes_files_ends_with_the_server(served: Served) -> None:
    async def make() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(made.file, running.service, "page", "graph.html", "ko")
            await anyio.sleep(0.1)
            running.service.stop()

    with serving(served.folder) as running:
        with pytest.raises(ExceptionGroup) as caught:
            run(make)
        assert caught.group_contains(DatasetError, match="cannot be made")
