"""The pages of `docs/` say what is so; `python tests/test_docs.py` refreshes the counts of annotated articles."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from biograph.cli import main
from biograph.vocabulary import load

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
import annotated
import checks

ROOT = Path(__file__).parents[1]
TRAINING, EXTRACTION = ROOT / "docs" / "training.md", ROOT / "docs" / "extraction.md"
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
