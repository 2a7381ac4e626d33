"""A whole build: what is written, what is reported, and that it comes out the same each time."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from biograph import dataset, pipeline
from biograph.errors import SourceError
from biograph.model import Status
from biograph.pipeline import Built, build
from biograph.store import Store

SAMPLES = Path(pipeline.__file__).parent / "samples"
FILES = ("dataset.trig", "brokers.csv", "graph.html", "report.md", "report.html")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The two sample articles."""
    return build([str(SAMPLES)], tmp_path_factory.mktemp("built"))


def triples(built: Built, status: Status) -> set[tuple[str, str, str]]:
    """The facts of a status, by name."""
    names = {id_: entity.name for id_, entity in built.corpus.entities.items()}
    return {(names[s.subject], s.predicate, names[s.object]) for s in built.corpus.statements if s.status is status}


def test_files(built: Built) -> None:
    assert built.files == tuple(built.output / name for name in FILES)
    assert all(file.stat().st_size for file in built.files)
    assert sorted(p.name for p in built.output.iterdir()) == sorted(FILES), "nothing else is left there"


def test_the_demo_answers_the_founding_question(built: Built) -> None:
    facts = triples(built, Status.ASSERTED)
    assert {o for s, p, o in facts if p == "bridges" and s == "재미한인바이오산업협회"} >= {"한국", "미국"}
    for name in ("report.md", "report.html"):
        assert "재미한인바이오산업협회" in (built.output / name).read_text("utf-8")
    with (built.output / "brokers.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any("재미한인바이오산업협회" in row.values() for row in csv.DictReader(file))


def test_a_plan_is_not_a_fact(built: Built) -> None:
    assert any(predicate == "organizes" for _, predicate, _ in triples(built, Status.PLANNED))
    assert not any("위촉제" in object_ for _, _, object_ in triples(built, Status.ASSERTED))


def test_every_fact_has_its_quote(built: Built) -> None:
    assert built.quotes == built.quotes_found > 0
    assert built.check.conforms
    assert not built.failures
    assert sum(built.statuses.values()) == len(built.corpus.statements)


def test_what_stands_in_the_file_is_what_was_built(built: Built) -> None:
    assert dataset.read(Store.read(built.output)) == built.corpus


def test_same_bytes_whatever_the_order(built: Built, tmp_path: Path) -> None:
    again = build(sorted(map(str, SAMPLES.glob("*.txt")), reverse=True), tmp_path)
    for ours, theirs in zip(again.files, built.files, strict=True):
        assert ours.read_bytes() == theirs.read_bytes(), ours.name


def test_a_bad_source_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("나래바이오는 대전에 있다.\n", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\xff" * 2000)
    found = build([str(tmp_path), "missing.txt"], tmp_path / "out")
    assert sorted(failure.where for failure in found.failures) == ["bad.txt", "missing.txt"]
    assert list(found.corpus.documents) == ["good"]


def test_nothing_to_build_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        build([str(tmp_path / "missing.txt")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["내일은 비가 오고 바람이 세게 불겠다.", "서울은 비가 오고 대전은 맑다."])
def test_an_article_that_states_nothing_is_built(tmp_path: Path, text: str) -> None:
    (tmp_path / "weather.txt").write_text(text, "utf-8")
    found = build([str(tmp_path / "weather.txt")], tmp_path / "out")
    assert found.statuses == {}
    assert all(file.is_file() for file in found.files)


def test_progress_tells_each_article(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build([str(SAMPLES)], tmp_path, progress=lambda what, done=0, total=0: told.append((what, done, total)))
    assert [step[1:] for step in told[:2]] == [(1, 2), (2, 2)]
    assert all(what for what, _, _ in told)
