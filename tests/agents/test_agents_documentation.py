"""docs/mcp.md names every tool with its arguments, and clients can be configured as it shows."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

from biograph.cli import cli

PAGE = (Path(__file__).parents[2] / "docs" / "mcp.md").read_text("utf-8")


def test_every_tool_has_its_arguments(agent: Any) -> None:
    shown = dict(re.findall(r"^\| `(\w+)` \|.*\|([^|]*)\|$", PAGE, re.MULTILINE))
    tools = {tool.name: list(tool.input_schema["properties"]) for tool in agent.do("list_tools").tools}
    assert {name: re.findall(r"`(\w+)`", arguments) for name, arguments in shown.items()} == tools


def test_clients_start_a_command_that_there_is() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    found = json.loads(block)["mcpServers"]["biograph"]
    (typed,) = re.findall(r"^claude mcp add biograph -- (.*)$", PAGE, re.MULTILINE)
    assert [found["command"], *found["args"]] == shlex.split(typed)
    group, *arguments = found["args"]
    context = cli.commands[group].make_context(group, arguments)
    assert context.params["data"] == Path("/path/to/output")
