"""What the tests of the formats share: two invented articles, and facts whose texts mean something to every syntax."""

from __future__ import annotations

import json
import os
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

    Skips the test where Node.js or a package, installed globally or in NODE_PATH, is absent.
    """

    def run(script: str, packages: tuple[str, ...], *arguments: str) -> Any:
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            pytest.skip("Node.js is not installed")
        path = os.environ.get("NODE_PATH") or subprocess.check_output([npm, "root", "-g"], text=True).strip()
        environment = {**os.environ, "NODE_PATH": path}
        for package in packages:
            if subprocess.run(
                [node, "-p", f"require.resolve({package!r})"], env=environment, capture_output=True
            ).returncode:
                pytest.skip(f"{package} is not installed: npm install -g {package}")
        found = subprocess.run([node, "-e", script, *arguments], env=environment, capture_output=True, text=True)
        assert found.returncode == 0, found.stderr
        return json.loads(found.stdout)

    return run
