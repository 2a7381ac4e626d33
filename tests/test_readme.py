"""The README's commands and code run and print what it shows; `python tests/test_readme.py [GOLD]` refreshes it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from biograph.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONSOLE = re.compile(r"(?<=```console\n).*?(?=```\n)", re.DOTALL)
PYTHON = re.compile(r"(?<=```python\n).*?(?=```\n)", re.DOTALL)
SCORES = re.compile(r"<!-- scores -->.*<!-- /scores -->", re.DOTALL)
COLUMNS = "100"


def run(command: str) -> str:
    """What a `biograph …` command prints, its errors included."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
        main(shlex.split(command)[1:])
    return out.getvalue()


def steps(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown: str, printed: str) -> bool:
    """Whether a command printed what is shown; a line of three dots stands for any lines."""
    pattern = re.escape(shown).replace(re.escape("...\n"), r"(?:.*\n)*")
    return re.fullmatch(pattern, printed) is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working directory that the README's blocks share, from first to last."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("readme"))
        patch.setenv("COLUMNS", COLUMNS)
        yield Path.cwd()


def test_commands_print_what_is_shown(folder: Path) -> None:
    blocks = CONSOLE.findall(README.read_text("utf-8"))
    assert blocks
    for command, shown in (step for block in blocks for step in steps(block)):
        printed = run(command)
        assert matches(shown, printed), f"$ {command}\n{printed}"


def test_code_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not (folder / "output").exists():
        run("biograph demo")
    blocks = PYTHON.findall(README.read_text("utf-8"))
    assert blocks
    for block in blocks:
        exec(compile(block, str(README), "exec"), {})
        assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("name", ["dataset.trig", "brokers.csv", "report.md", "report.html"])
def test_the_committed_result_is_the_demo_s(folder: Path, name: str) -> None:
    """The page is left out: the last digits of its coordinates may differ between processors."""
    if not (folder / "output").exists():
        run("biograph demo")
    assert (folder / "output" / name).read_bytes() == (ROOT / "output" / name).read_bytes()


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_integration_runs_the_second_command() -> None:
    shell = re.findall(r"(?<=```sh\n).*?(?=```\n)", README.read_text("utf-8"), re.DOTALL)
    assert len(shell) == 2
    assert shell[1].strip() in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def refresh(gold: Path | None) -> None:
    """Write into the README what its commands print now, and the scores if there is a folder of gold articles.

    Outputs that are shortened (a line of three dots) are left alone.
    """

    def printed(block: re.Match[str]) -> str:
        return "".join(
            f"$ {command}\n{shown if '...' in shown.splitlines() else run(command)}"
            + ("\n" if shown.endswith("\n\n") else "")
            for command, shown in steps(block[0])
        )

    text = README.read_text("utf-8")
    os.environ["COLUMNS"] = COLUMNS
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        text = CONSOLE.sub(printed, text)
        os.chdir(ROOT)
    if gold:
        sys.path.insert(0, str(ROOT / "benchmarks"))
        from scores import table

        lines = "\n".join(table(gold, totals_only=True))
        text = SCORES.sub(f"<!-- scores -->\n{lines}\n<!-- /scores -->", text)
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    refresh(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None)
