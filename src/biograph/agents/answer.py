"""What a tool hands back: text for the model, and the same as values that a schema describes."""

from __future__ import annotations

from typing import Any

from mcp.types import CallToolResult, TextContent
from pydantic import TypeAdapter

_MOST = 40_000  # characters of any answer; tools keep well below, unless names or quotes are monstrous


def answer(text: str, value: Any) -> CallToolResult:
    """A tool's result from its text and a dataclass of `values`."""
    if len(text) > _MOST:
        kept, _, _ = text[:_MOST].rpartition("\n")
        text = f"{kept}\nCUT: the answer is too long; ask with a smaller limit\n"
    values = TypeAdapter(type(value)).dump_python(value, mode="json")
    return CallToolResult(content=[TextContent(text=text)], structured_content=values)
