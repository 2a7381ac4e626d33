"""What the tests of the formats share: two invented articles, and facts whose texts mean something to every syntax."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nasty_texts import NASTY

from biograph.exports.facts import DOCUMENT_FIELDS, EDGE_FIELDS, NODE_FIELDS, Facts
from biograph.exports.selection import Selection
from biograph.model import Status
from biograph.store import Store
from biograph.vocabulary import load

NEWS = Path(__file__).parents[1] / "news.trig"
READERS = Path(__file__).parent / "readers"


@pytest.fixture(scope="session")
def news() -> Selection:
    """The facts of every status in the two articles, in Korean."""
    return Selection(Store.read(NEWS), tuple(Status), "ko", load())


@pytest.fixture
def nasty() -> Facts:
    """Two nodes, a fact in each direction, and a document, every text of which is NASTY."""
    empty = {str: NASTY, tuple: (NASTY, "=2"), int: 3, float: 0.5}

    def row(fields: dict[str, type], **own: str) -> dict[str, Any]:
        return {name: empty[type_] for name, type_ in fields.items()} | own

    nodes = tuple(row(NODE_FIELDS, id=id_, type="Company") for id_ in ("Company/a", "Company/b"))
    ties = (("e1", "Company/a", "Company/b", "acquires"), ("e2", "Company/b", "Company/a", "memberOf"))
    edges = tuple(
        row(EDGE_FIELDS, id=id_, source=start, target=end, predicate=name, date="2021-10", published="2022-01-02")
        | {"status": "asserted"}
        for id_, start, end, name in ties
    )
    document = row(DOCUMENT_FIELDS, id="d1", published="2022-01-02")
    return Facts(nodes, edges, (document,), ({"source": "d1", "target": "Company/a", "times": 2},))


@pytest.fixture(scope="session")
def node_packages() -> Callable[..., Any]:
    """Runs a script of Node.js that needs packages of npm, and gives what it prints as JSON.

    Skips the test where Node.js or the packages of `readers` are absent.
    """

    def run(script: str, *arguments: str) -> Any:
        if not (node := shutil.which("node")):
            pytest.skip("Node.js is not installed")
        if not (READERS / "node_modules").is_dir():
            pytest.skip("the readers of npm are not here: npm ci, in tests/exports/readers")
        found = subprocess.run([node, "-e", script, *arguments], cwd=READERS, capture_output=True, text=True)
        assert found.returncode == 0, found.stderr
        return json.loads(found.stdout)

    return run
