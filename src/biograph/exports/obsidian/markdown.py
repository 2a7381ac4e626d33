"""Markdown as Obsidian reads it: text that is only text, links between notes, and properties."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from biograph.exports.facts import Value, first_day, one_line

MARK = "biograph"  # the property that tells our own notes from a user's
_SYNTAX = re.compile(r"[\\`*_{}\[\]<>#|~^=$%&]")
_AT_START = re.compile(r"^([-+]|\d+(?=[.)]))")  # would begin a list or a rule
_NOT_IN_LINK = re.compile(r"[\\`*_\[\]<>#|~^=$%&]")


def text(value: str) -> str:
    """A text of one line in which nothing is markup, a tag, a comment or a link."""
    escaped = _SYNTAX.sub(lambda found: "\\" + found[0], one_line(value))
    return _AT_START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], escaped)


def link(note: str, shown: str) -> str:
    """A link to a note by its name; what it shows cannot escape characters of syntax, which are left out."""
    label = " ".join(_NOT_IN_LINK.sub(" ", one_line(shown)).split())
    return f"[[{note}]]" if label in ("", note) else f"[[{note}|{label}]]"


def tag(name: str) -> str:
    """A name as a tag: letters, digits and hyphens."""
    return re.sub(r"[^\w/]+", "-", name)


def properties(values: Mapping[str, Value]) -> str:
    """The front matter of a note: YAML, with texts as in JSON, which YAML contains; what is empty is left out."""
    lines = [f"{name}: {_yaml(value)}" for name, value in values.items() if value not in ("", ())]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: Value) -> str:
    if isinstance(value, str) and value and first_day(value) == value:
        return value  # a date
    clean = (
        one_line(value) if isinstance(value, str) else [*map(one_line, value)] if isinstance(value, tuple) else value
    )
    return json.dumps(clean, ensure_ascii=False)
