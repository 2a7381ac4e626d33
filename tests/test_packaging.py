"""What is shipped: whose work it is, how large the models are, and what must be installed to run."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODELS = ROOT / "src" / "biograph" / "models"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOTICE = (ROOT / "NOTICE").read_text("utf-8")


def test_models_stay_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) < 20_000_000


@pytest.mark.parametrize("folder", sorted(p.name for p in MODELS.iterdir() if p.name.startswith("klue")))
def test_models_of_others_sentences_carry_their_licence(folder: str) -> None:
    licence = (MODELS / folder / "LICENSE").read_text("utf-8")
    assert "Attribution-ShareAlike 4.0 International" in licence
    assert "Park et al. 2021" in licence
    assert "CC BY-SA 4.0" in (MODELS / folder / "README.md").read_text("utf-8")
    assert f"src/biograph/models/{folder}" in NOTICE


def test_every_licence_is_named_and_shipped() -> None:
    assert PROJECT["license"].split(" AND ") == ["Apache-2.0", "CC-BY-SA-4.0", "CC-BY-4.0", "Unicode-3.0"]
    shipped = {path for pattern in PROJECT["license-files"] for path in ROOT.glob(pattern)}
    assert shipped >= {ROOT / "LICENSE", ROOT / "NOTICE", *MODELS.glob("*/LICENSE")}


def test_tables_made_from_others_data_are_attributed() -> None:
    for path in sorted((ROOT / "ontology" / "names").glob("*.tsv")):
        comments = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        if "sws.geonames.org" in path.read_text("utf-8") or any("CLDR" in line for line in comments):
            assert path.name in NOTICE


# What belongs to an extra, with the file that imports it; elsewhere in the program none of it may be imported.
EXTRAS = {"serve": "serve", "agents": "mcp", "exports/parquet.py": "parquet", "query/frames.py": "pandas"}


def imported(*paths: Path) -> set[str]:
    """The top-level modules that files import."""
    found = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"biograph"}


def required(requirements: list[str]) -> set[str]:
    return {re.split(r"[\s<>=!~;\[]", name)[0].replace("-", "_") for name in requirements}


def test_what_is_imported_is_required() -> None:
    """What only an extra or training needs is no dependency of the program."""
    source, needed = ROOT / "src" / "biograph", required(PROJECT["dependencies"])
    extras = {extra: required(names) for extra, names in PROJECT["optional-dependencies"].items()}
    rooms = {source / path: extra for path, extra in EXTRAS.items()}
    for path in source.rglob("*.py"):
        extra = next((extra for room, extra in rooms.items() if room in (path, *path.parents)), None)
        assert imported(path) <= needed | (extras[extra] if extra else set()), path
    training = list((ROOT / "training").rglob("*.py"))
    assert imported(*training) - {path.stem for path in training} <= needed | extras["train"]
