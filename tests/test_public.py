"""What is public: the names of `biograph`, and nothing else."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import biograph

PUBLIC = """
    BiographError BrokerRow Built Corpus Document Entity Evidence Extraction Mention Ontology Pool Projection Question
    Ranking Span Statement Status Store
    build corpus extract_from frame from_html from_text load_ontology project rank_brokers read
"""


def test_public_names() -> None:
    """A name is added or taken away knowingly: this list, the changelog, and the module change together."""
    assert biograph.__all__ == sorted(PUBLIC.split(), key=lambda name: (name[0].islower(), name))
    assert dir(biograph) == sorted(biograph.__all__)


@pytest.mark.parametrize("name", PUBLIC.split())
def test_each_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(biograph, name).__doc__


def test_type_checkers_see_the_same() -> None:
    tree = ast.parse(Path(biograph.__file__).read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    homes = {
        alias.asname or alias.name: f"{(node.module or '').removeprefix('biograph.')}.{alias.name}"
        for node in imports
        if node.module and node.module.startswith("biograph.")
        for alias in node.names
    }
    assert homes == biograph._HOMES


def test_no_public_name_is_a_module() -> None:
    """Importing such a module would put it in the name's place."""
    modules = {module.name for module in pkgutil.iter_modules(biograph.__path__)}
    assert not modules & set(biograph.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        importlib.import_module("biograph").nonsense  # noqa: B018


def test_importing_costs_nothing() -> None:
    code = "import sys, biograph; print([m for m in sys.modules if m.startswith('biograph.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
