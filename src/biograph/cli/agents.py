"""The command for agents: mcp."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from biograph.cli import options


@click.command()
@options.local_data
@options.language
def mcp(data: Path, language: str) -> None:
    """Let agents ask the dataset (MCP).

    It speaks the Model Context Protocol on standard input and output, so a client such as Claude, Cursor or VS Code
    starts it; docs/mcp.md says how to add it there. Needs: pip install 'biograph[mcp]'.
    """
    from biograph.errors import BiographError

    try:
        from biograph.agents import server
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith(("mcp", "pydantic", "anyio")):
            raise
        hint = "pip install 'biograph[mcp]'"
        raise BiographError("biograph mcp needs the Model Context Protocol's SDK", hint=hint) from error
    serving = server.make(data, language)
    if sys.stdin.isatty():
        print("biograph: waiting for a client on standard input; docs/mcp.md says how to add one", file=sys.stderr)
    serving.run("stdio")
