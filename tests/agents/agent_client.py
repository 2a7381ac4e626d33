"""The SDK's own client, called as plain functions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from anyio.from_thread import start_blocking_portal
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.types import CallToolResult

from biograph.agents import server
from biograph.store import Store

COMMAND = "from biograph.cli import main; main()"


class Agent:
    """A client whose calls block."""

    def __init__(self, portal: Any, client: Client) -> None:
        self._portal, self.client = portal, client

    def call(self, tool: str, /, progress_callback: Any = None, **arguments: Any) -> CallToolResult:
        return self._portal.call(partial(self.client.call_tool, tool, arguments, progress_callback=progress_callback))

    def text(self, tool: str, /, **arguments: Any) -> str:
        """The text of an answer that is no error."""
        found = self.call(tool, **arguments)
        assert not found.is_error, found.content
        return found.content[0].text

    def values(self, tool: str, /, **arguments: Any) -> Any:
        """The values of an answer that is no error; the client has checked them against the schema."""
        found = self.call(tool, **arguments)
        assert not found.is_error, found.content
        return found.structured_content

    def error(self, tool: str, /, **arguments: Any) -> str:
        """The text of an answer that is an error, which has one line."""
        found = self.call(tool, **arguments)
        assert found.is_error, found.content
        (content,) = found.content
        assert "\n" not in content.text
        return content.text

    def do(self, method: str, *arguments: Any) -> Any:
        """The result of another method of the client."""
        return self._portal.call(getattr(self.client, method), *arguments)


@contextmanager
def in_memory(data: Path, language: str = "ko") -> Iterator[Agent]:
    """A client of a server in this process."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server.make(data, language))) as client,
    ):
        yield Agent(portal, client)


@contextmanager
def over_stdio(data: Path, errors: Path) -> Iterator[Agent]:
    """A client of the command, whose standard error goes to a file."""
    parameters = StdioServerParameters(command=sys.executable, args=["-c", COMMAND, "mcp", "--data", str(data)])
    with (
        errors.open("w") as log,
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(stdio_client(parameters, errlog=log))) as client,
    ):
        yield Agent(portal, client)


def run(*arguments: str, stdin: str = "", code: str = COMMAND) -> subprocess.CompletedProcess[str]:
    """The command with arguments, its input given at once."""
    return subprocess.run([sys.executable, "-c", code, *arguments], input=stdin, capture_output=True, text=True)


def saved(store: Store, folder: Path) -> Path:
    """A folder with the dataset of a store."""
    folder.mkdir(exist_ok=True)
    store.write(folder)
    return folder
