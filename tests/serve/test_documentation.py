"""docs/serve.md names every route, each answers, and the limits are those of the code."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from biograph.cli.serving import serve
from biograph.serve import connection, reading
from biograph.sparql.asking import Limits

from .conftest import Served

PAGE = (Path(__file__).parents[2] / "docs" / "serve.md").read_text("utf-8")
NEEDED = {"/search": {"q": "가교"}, "/data": {"default": ""}}  # an address without these asks for nothing
HIDDEN = {"/sparql/", "/.well-known/void", "/{folder}/{name}"}


def test_every_route_is_named(served: Served) -> None:
    app = served.application
    paths = {route.path.replace("{path:path}", "{path}") for route in app.routes} - HIDDEN
    assert set(re.findall(r"^\| `(/[^`]*)` \|", PAGE, re.MULTILINE)) == paths


def test_limits_are_as_written() -> None:
    written = dict(re.findall(r"^\| `(--[a-z-]+)` \| (\d+) \|", PAGE, re.MULTILINE))
    defaults = {option.opts[0]: option.default for option in serve.params}
    assert written == {name: f"{defaults[name]:g}" for name in written}
    assert set(written) == {"--timeout", "--memory", "--max-rows"}
    assert f"never more than {Limits().bytes >> 20} MB" in PAGE
    assert f"is over {reading.LARGEST >> 20} MB" in PAGE
    assert f"{connection.HEAD_SECONDS} s for the head of a request, of {connection.HEAD_BYTES >> 10} KB" in PAGE
    assert f"reads nothing for {connection.READ_SECONDS} s" in PAGE


def test_every_option_is_explained() -> None:
    shown = {option.opts[0] for option in serve.params} - {"--port", "--data", "--ontology", "--help"}
    assert all(f"{name}`" in PAGE or f"{name} " in PAGE for name in shown)


def test_the_requests_that_are_shown_are_answered(served: Served) -> None:
    shown = re.findall(r"^\$ (curl .*)$", PAGE, re.MULTILINE)
    assert shown
    for command in shown:
        answer = curl(command.replace("localhost:8321", served.url.removeprefix("http://")).replace("KABIC", "GBA"))
        assert "가교바이오협회" in answer, command


@pytest.mark.parametrize("path", re.findall(r"^\| `(/[^`]*)` \|", PAGE, re.MULTILINE))
def test_every_address_gives_something(served: Served, path: str) -> None:
    names = {"/queries/{name}": "bridges", "/downloads/{name}": "names.tsv"}
    answer = served.get(path.format(name=names.get(path), path="Association/가교바이오협회"), params=NEEDED.get(path))
    assert answer.status_code == 200, answer.text
    assert answer.content


def curl(command: str) -> str:
    """What a command of the page prints."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    arguments = [*shlex.split(command), "--silent", "--fail"]
    return subprocess.run(arguments, capture_output=True, text=True, timeout=60).stdout
