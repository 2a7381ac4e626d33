"""Another field's ontology, as docs/extraction.md walks through it, from a folder to a fact."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from biograph.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "another-field"
# What the field does not have: names, frames, and the properties that these frames state.
LEFT_OUT = shutil.ignore_patterns("*.tsv", "ko", "en.toml")
PROPERTY = re.compile(r"^bg:\w+ a owl:ObjectProperty[^;]*;(?:(?!^bg:).)*?domainIncludes.*?\.\n", re.M | re.S)
NEWS = """홍가람, 한빛유나이티드로 간다

한빛유나이티드는 12일 홍가람 선수를 영입했다고 밝혔다. 김두루 선수는 내년에 누리FC와 계약을 맺을 예정이다.
미국 보스턴의 가람제약 나래솔 대표가 경기를 지켜봤다.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped ontology without its field, and the example in its place."""
    target = tmp_path_factory.mktemp("field") / "football"
    shutil.copytree(ROOT / "ontology", target, ignore=lambda at, names: LEFT_OUT(at, names) if _of_field(at) else set())
    terms = target / "biograph.ttl"
    terms.write_text(PROPERTY.sub("", terms.read_text("utf-8")), "utf-8")
    shutil.copytree(EXAMPLE, target, dirs_exist_ok=True)
    return target


def _of_field(at: str) -> bool:
    return Path(at).name in ("names", "frames")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert not end.value.code
    return capsys.readouterr().out


def test_its_frames_keep_their_slots(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(run(capsys, "ontology", "check", "--ontology", str(folder), "--json"))
    assert found["problems"] == []
    assert found["frames"] == {"ko": 5, "en": 1}


def test_a_sentence_of_the_field_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "홍가람 선수가 한빛유나이티드와 재계약을 체결했다."
    found = json.loads(run(capsys, "ontology", "test", sentence, "--ontology", str(folder), "--json"))
    (fact,) = found["facts"]
    assert (fact["subject"], fact["predicate"], fact["object"]) == ("홍가람", "playsFor", "한빛유나이티드")


def test_news_of_the_field_becomes_a_dataset(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news.txt").write_text(NEWS, "utf-8")
    run(capsys, "build", "news.txt", "--ontology", str(folder))
    assert run(capsys, "check", "--ontology", str(folder)).startswith("conforms")
    asked = "SELECT DISTINCT ?who ?club { ?w bg:playsFor ?c . ?w skos:prefLabel ?who . ?c skos:prefLabel ?club }"
    assert "홍가람,한빛유나이티드" in run(capsys, "query", asked, "--format", "csv")
    planned = run(capsys, "query", "planned", "--format", "csv")
    assert "김두루" in planned
    assert "누리FC" in planned


def test_the_walk_through_names_every_file_of_the_example() -> None:
    page = (ROOT / "docs" / "extraction.md").read_text("utf-8")
    for path in EXAMPLE.rglob("*"):
        if path.is_file():
            assert f"`{path.relative_to(EXAMPLE)}`" in page
