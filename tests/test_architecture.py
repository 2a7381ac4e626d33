"""One direction of imports, and one door per foreign library."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "biograph"
BASIS = ("model", "errors", "namespaces", "vocabulary")
# Stages in order: each may import the basis and the lines above its own, never one below.
STAGES = (
    ("table", "countries", "files", "wording", "markdown", "progress"),
    ("sources",),
    ("lang",),
    ("extract",),
    ("identity",),
    ("naming",),
    ("dataset",),
    ("sparql", "store"),
    ("workers", "remote"),
    ("query", "shapes", "groups", "network", "resampling", "exports", "search"),
    ("brokerage", "claims", "conflicts", "figures"),
    ("verdict",),
    ("brokers", "why"),
    ("report", "page"),
    ("prediction", "evaluate"),
    ("reading",),
    ("pipeline",),
    ("importing", "serve", "agents"),
    ("cli",),
)
DOORS = {
    "kiwipiepy": "lang.korean",
    "pyoxigraph": "store",
    "pyshacl": "shapes",
    "pyvis": "page.vis",
    "trafilatura": "sources",
    "babel": "countries",
    "requests": "remote.http",
    "starlette": "serve",
    "uvicorn": "serve",
    "mcp": "agents",
    "pandas": "query.frames",
    "numba": "brokerage.compiled",
    "click": "cli",
}


def modules() -> dict[str, Path]:
    """Dotted names below biograph, and their files."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function, but not for type checking alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "biograph":
                yield from (f"biograph.{alias.name}" for alias in node.names)
            else:
                yield node.module


def rank(module: str) -> int:
    top = module.split(".")[0]
    return next(i for i, stage in enumerate(STAGES) if top in stage)


@pytest.mark.parametrize("module", [m for m in modules() if m != "__init__"])
def test_imports_run_one_way(module: str) -> None:
    for name in imports(modules()[module]):
        other = name.removeprefix("biograph.")
        if not name.startswith("biograph.") or other.split(".")[0] == module.split(".")[0]:
            continue
        if module in BASIS:
            assert other in BASIS, f"{module} imports {other}"
        elif other not in BASIS:
            assert rank(other) <= rank(module), f"{module} imports {other}, which comes after it"


def test_every_module_has_a_place() -> None:
    for module in modules():
        if module not in (*BASIS, "__init__"):
            rank(module)


@pytest.mark.parametrize(("library", "door"), DOORS.items())
def test_one_door_per_library(library: str, door: str) -> None:
    users = {m for m, path in modules().items() if any(name.split(".")[0] == library for name in imports(path))}
    assert users, f"nothing uses {library}"
    assert all(user == door or user.startswith(f"{door}.") for user in users), f"{library} is used by {sorted(users)}"


def test_help_loads_nothing_heavy() -> None:
    """Starting must stay quick: the libraries that take long to load wait for the command that needs them."""
    heavy = (
        "kiwipiepy",
        "numpy",
        "rdflib",
        "networkx",
        "pyshacl",
        "pyvis",
        "pyoxigraph",
        "trafilatura",
        "scipy",
        "numba",
    )
    code = f"import sys, biograph.cli; print([m for m in {heavy!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_only_the_command_line_prints() -> None:
    for module, path in modules().items():
        calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        printing = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
        assert not printing or module.startswith("cli"), f"{module} prints"


def test_no_function_is_long() -> None:
    """What cannot be seen at once is not understood at once. Docstrings do not count."""
    for module, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
                length = (node.end_lineno or 0) - first.lineno + 1
                assert length <= 60, f"{module}.{node.name} has {length} lines"
