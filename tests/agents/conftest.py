"""Agents that ask the two invented articles of `news.trig`, in Korean and in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NEWS = Path(__file__).parents[1] / "news.trig"


@pytest.fixture(scope="session")
def agent() -> Iterator[Any]:
    agent_client = pytest.importorskip("agent_client", reason="pip install 'biograph[mcp]'", exc_type=ImportError)
    with agent_client.in_memory(NEWS) as found:
        yield found


@pytest.fixture(scope="session")
def english() -> Iterator[Any]:
    agent_client = pytest.importorskip("agent_client", reason="pip install 'biograph[mcp]'", exc_type=ImportError)
    with agent_client.in_memory(NEWS, "en") as found:
        yield found
