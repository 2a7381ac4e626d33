"""Annotated articles and what reads them: every line is read or told, and every article is one that can be scored."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from biograph import evaluate
from biograph.vocabulary import load

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
import annotated
import checks

ARTICLES = sorted(path for folder in annotated.FOLDERS for path in folder.glob("*.art"))
MALFORMED = tomllib.loads((Path(__file__).parent / "malformed.toml").read_text("utf-8"))["case"]
ARTICLE = """\
title: 한빛바이오, 보스턴에 연구소 연다
published: 2024-03-12
---
s1| [[c1 한빛바이오]], [[p1 보스턴]]에 연구소 연다

(서울=나래신문) 김두루 기자
s2| [[c1 한빛바이오]]가 [[p1 보스턴]]에 진출한다.
s3| 연구소는 내년에 문을 연다.

---
c1 Company 한빛바이오
p1 City 보스턴
---
s2 c1 expandsInto p1 planned
"""


def test_an_article_becomes_text_and_annotation() -> None:
    text, found = annotated.parse(ARTICLE, "x")
    title = "한빛바이오, 보스턴에 연구소 연다"
    assert (
        text
        == f"{title}\n\n(서울=나래신문) 김두루 기자\n\n한빛바이오가 보스턴에 진출한다. 연구소는 내년에 문을 연다.\n"
    )
    assert (found["id"], found["title"], found["published"], found["author"]) == ("x", title, "2024-03-12", None)
    company, city = found["entities"]
    assert [text[a:b] for a, b in company["mentions"] + city["mentions"]] == ["한빛바이오"] * 2 + ["보스턴"] * 2
    (relation,) = found["relations"]
    assert (relation["subject"], relation["object"], relation["status"]) == ("c1", "p1", "planned")
    start, end = relation["evidence"]
    assert text[start:end] == "한빛바이오가 보스턴에 진출한다."


def test_marks_nest_and_relations_reach_over_sentences() -> None:
    source = ARTICLE.replace("s3| 연구소는", "s3| [[u1 [[c1 한빛바이오]] 연구소]](이하 [[u1 연구소]])는")
    source = source.replace("p1 City", "u1 OrganizationalUnit 한빛바이오 연구소 | short: 연구소\np1 City")
    text, found = annotated.parse(source + 's2-s3 c1 founded u1 implicit date=2024 role="설립자, 대표"\n', "x")
    unit, relation = found["entities"][1], found["relations"][1]
    assert [text[a:b] for a, b in unit["mentions"]] == ["한빛바이오 연구소", "연구소"]
    assert (unit["aliases"], unit["short_forms"]) == ([], ["연구소"])
    assert relation["qualifiers"] == {"date": "2024", "role": "설립자, 대표"}
    assert relation["implicit"]
    assert text[slice(*relation["evidence"])].count(".") == 2


@pytest.mark.parametrize("case", MALFORMED, ids=lambda case: case["what"])
def test_a_malformed_line_is_told_with_its_place(case: dict[str, str]) -> None:
    assert f"{case['line']}\n" in ARTICLE
    source = ARTICLE.replace(f"{case['line']}\n", f"{case['by']}\n", 1)
    with pytest.raises(annotated.MalformedError) as error:
        annotated.parse(source, "x")
    assert str(error.value).startswith(f"x:{case['at']}: " if case["at"] else "x: ")
    assert case["says"] in str(error.value)
    assert not case["at"] or str(error.value).endswith(case["by"].strip())


def test_one_bad_article_costs_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.art").write_text("title: x\n", "utf-8")
    (tmp_path / "good.art").write_text(ARTICLE, "utf-8")
    assert annotated.convert(tmp_path, tmp_path / "made") == 1
    assert "bad.art: bad: four parts" in capsys.readouterr().err
    assert evaluate.read(tmp_path / "made")["good"].id == "good"
    assert (tmp_path / "made" / "good.txt").is_file()


def test_there_are_articles_to_check() -> None:
    assert {path.parent.name for path in ARTICLES} == {"articles", "heldout"}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_article_can_train_and_score(path: Path) -> None:
    text, annotation = annotated.parse(path.read_text("utf-8"), path.stem)
    assert checks.faults(text, annotation, load()) == []
    assert annotation["language"] == "ko"
    assert annotation["relations"]


def test_no_article_is_held_out_and_trained_on() -> None:
    titles = [annotated.parse(path.read_text("utf-8"), path.stem)[1]["title"] for path in ARTICLES]
    assert len(set(titles)) == len(titles)
    stems = [path.stem for path in ARTICLES]
    assert len(set(stems)) == len(stems)
