"""The examples in the docstrings hold."""

import doctest
import importlib
from pathlib import Path

import pytest

import biograph

SOURCE = Path(biograph.__file__).parent
WITH_EXAMPLES = sorted(path for path in SOURCE.rglob("*.py") if ">>> " in path.read_text("utf-8"))


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_examples(path: Path) -> None:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    failed, tried = doctest.testmod(importlib.import_module(".".join(parts).removesuffix(".__init__")))
    assert tried
    assert not failed
