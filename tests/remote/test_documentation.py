"""What docs/remote.md shows runs against an engine, and prints what is shown but for the numbers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from biograph.cli import main
from biograph.store import Store
from test_readme import CONSOLE, PYTHON, steps

from .conftest import empty

PAGE = (Path(__file__).parents[2] / "docs" / "remote.md").read_text("utf-8")
NEWS = Path(__file__).parents[1] / "news.trig"
SHOWN = "http://localhost:7878/query"


@pytest.fixture
def engine(oxigraph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty engine; the working directory holds what was built."""
    empty(oxigraph)
    (tmp_path / "output").mkdir()
    Store.read(NEWS).write(tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    return oxigraph


def test_commands_print_what_is_shown(engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = CONSOLE.findall(PAGE)
    for command, shown in steps(block.replace(SHOWN, engine)):
        with pytest.raises(SystemExit) as ended:
            main(shlex.split(command, comments=True)[1:])
        printed = capsys.readouterr()
        assert not ended.value.code, printed.err
        assert printed.out
        if shown:
            assert without_numbers(printed.out) == without_numbers(shown)


def test_code_publishes_asks_and_fetches(engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = PYTHON.findall(PAGE)
    here = {"store": Store.read(NEWS)}
    exec(compile(block.replace(SHOWN, engine), "docs/remote.md", "exec"), here)
    assert "true" in capsys.readouterr().out
    assert list(here["store"].quads()) == list(Store.read(NEWS).quads())


def without_numbers(text: str) -> str:
    return re.sub(r"\d+", "#", text)
