"""docs/serve.md names every route, and its limits are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from biograph.cli.serving import serve
from biograph.serve import connection, reading
from biograph.sparql.asking import Limits

from .conftest import Served

PAGE = (Path(__file__).parents[2] / "docs" / "serve.md").read_text("utf-8")
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
