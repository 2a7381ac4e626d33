"""The examples in the docstrings hold."""

import doctest
import importlib

import pytest

MODULES = ("betweenness", "chance.ahead", "chance.density", "chance.testing", "holes", "pairs", "removal", "roles")


@pytest.mark.parametrize("name", [*(f"biograph.brokerage.{module}" for module in MODULES), "biograph.wording"])
def test_examples(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried
    assert not failed
