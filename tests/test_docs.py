"""The pages of `docs/` say what is so; `python tests/test_docs.py` refreshes the counts of annotated articles."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from biograph.cli import main
from biograph.store import Store
from biograph.vocabulary import load
from test_readme import CONSOLE, PYTHON, steps

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
import annotated
import checks

ROOT = Path(__file__).parents[1]
TRAINING, EXTRACTION = ROOT / "docs" / "training.md", ROOT / "docs" / "extraction.md"
QUERIES, EXPORTS = ROOT / "docs" / "queries.md", ROOT / "docs" / "exports.md"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "ontology").glob("*/*.md")])
COUNTS = re.compile(r"(<!-- counts: .*? -->\n).*?(?=<!-- /counts -->)", re.DOTALL)


def counted(page: str) -> str:
    """The page with the counts of the articles that are there."""
    return COUNTS.sub(lambda mark: mark[1] + "\n".join(annotated.counts()) + "\n", page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
        assert (page.parent / target).exists(), target


def test_the_counts_are_those_of_the_articles() -> None:
    page = TRAINING.read_text("utf-8")
    assert COUNTS.search(page)
    assert page == counted(page), "python tests/test_docs.py refreshes them"


def test_the_sample_article_is_one() -> None:
    (sample,) = re.findall(r"```text\n(title:.*?)```", TRAINING.read_text("utf-8"), re.DOTALL)
    text, annotation = annotated.parse(sample, "sample")
    assert checks.faults(text, annotation, load()) == []


def test_what_is_missing_is_told_as_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = EXTRACTION.read_text("utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    command = re.findall(r"^\$ biograph (ontology test '.*')$", page, re.MULTILINE)[0]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit):
        main(shlex.split(command))
    assert capsys.readouterr().out.endswith(shown)


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the committed result, and the files that the pages' commands read."""
    shutil.copytree(ROOT / "output", tmp_path / "output")
    (own,) = re.findall(r"```sparql\n(.*?)```", QUERIES.read_text("utf-8"), re.DOTALL)
    (tmp_path / "mine.rq").write_text(own, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The biograph commands of each console block, in order; what builds is shown in the README and run there."""
    for page in (QUERIES, EXPORTS):
        for block in CONSOLE.findall(page.read_text("utf-8")):
            typed = [command.partition(" > ")[0] for command, _ in steps(block)]
            found = tuple(c for c in typed if c.startswith("biograph ") and not c.startswith("biograph build"))
            if found:
                yield page.name, found


@pytest.mark.parametrize(("page", "typed"), [*commands()])
def test_commands_run(page: str, typed: tuple[str, ...], sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in typed:
        with pytest.raises(SystemExit) as ended:
            main(shlex.split(command, comments=True)[1:])
        printed = capsys.readouterr()
        assert ended.value.code in (None, 0), f"{page}: {command}: {printed.err}"
        assert printed.out.strip(), f"{page}: {command} prints nothing"


@pytest.mark.parametrize("page", [QUERIES, EXPORTS], ids=lambda page: page.name)
def test_code_runs(page: Path, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent: list[bytes] = []
    (block,) = PYTHON.findall(page.read_text("utf-8"))
    exec(compile(block, str(page), "exec"), {"send": sent.append})
    assert capsys.readouterr().out or b"".join(sent)


def test_a_city_s_organisations_are_found_as_shown(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["query", "--file", "mine.rq", "--set", "city=보스턴", "--format", "csv"])
    assert "KHIDI 미국지사" in capsys.readouterr().out


def test_a_plan_that_came_true_is_taken_back_as_shown(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts that docs/exports.md shows are those of one status edited in the tests' news."""
    (block,) = (b for b in CONSOLE.findall(EXPORTS.read_text("utf-8")) if "biograph import" in b)
    shown = dict(steps(block))["biograph import mine.trig --repair"]
    news = ROOT / "tests" / "news.trig"
    Store.read(news).write(sample / "output")
    text = news.read_text("utf-8")
    assert text.count("bg:status bg:planned") == 1
    (sample / "mine.trig").write_text(text.replace("bg:status bg:planned", "bg:status bg:asserted"), "utf-8")
    with pytest.raises(SystemExit):
        main(["import", "mine.trig", "--repair"])
    assert capsys.readouterr().out.startswith(shown.removesuffix("…\n"))


def test_scores_of_the_models_are_those_beside_them() -> None:
    models = ROOT / "src" / "biograph" / "models"
    row = next(line for line in TRAINING.read_text("utf-8").splitlines() if line.startswith("| dependency parser"))
    beside = (models / "klue-dp" / "README.md").read_text("utf-8")
    for score in re.findall(r"\d\d\.\d", row.rpartition("|")[0].rpartition("|")[2]):
        assert score in beside
    row = next(line for line in TRAINING.read_text("utf-8").splitlines() if line.startswith("| tagger"))
    everything = re.search(r"^\| all \|.*$", (models / "klue-ner" / "README.md").read_text("utf-8"), re.MULTILINE)
    assert everything
    for score in re.findall(r"0\.\d\d", row):
        assert score in everything[0]


if __name__ == "__main__":
    TRAINING.write_text(counted(TRAINING.read_text("utf-8")), "utf-8")
