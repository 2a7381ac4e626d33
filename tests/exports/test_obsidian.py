"""The vault, as other programs read its properties, its text and its links; and what happens to the folder."""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from nasty_texts import NASTY, SHOWN

from biograph import exports
from biograph.errors import DatasetError
from biograph.exports import obsidian
from biograph.exports.obsidian import markdown, naming
from biograph.exports.selection import Selection
from biograph.model import Status
from biograph.vocabulary import load
from small_corpus import corpus

LINK = re.compile(r"(?<!\\)\[\[([^\]|#^]+)(?:\|([^\]]*))?\]\]")


def vault(chosen: Selection) -> dict[str, str]:
    return {name: "".join(content) for name, content in obsidian.write(chosen)}


def properties(note: str) -> dict[str, Any]:
    yaml: Any = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")
    _, front, _ = note.split("---\n", 2)
    return yaml.safe_load(front)


def rendered(text: str) -> str:
    """Text as a Markdown processor shows it, with what it makes into markup."""
    markdown_it: Any = pytest.importorskip(
        "markdown_it", reason="markdown-it-py is not installed: pip install markdown-it-py"
    )
    return markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def test_every_entity_and_document_has_a_note_and_every_link_leads_to_one(news: Selection) -> None:
    notes = vault(news)
    marks = {properties(note)["biograph"]: name for name, note in notes.items()}
    ids = {str(node["id"]) for node in news.facts.nodes}
    assert marks.keys() == ids | {"document/ko", "document/en", "index"}
    assert marks["Company/한빛바이오"] == "기업/한빛바이오.md"
    stems = [Path(name).stem for name in notes]
    assert len(set(stems)) == len(stems)  # a link by name alone is never ambiguous
    targets = {target for note in notes.values() for target, _ in LINK.findall(note)}
    assert targets == set(stems) - {"biograph"}


def test_properties_are_what_the_dataset_says(news: Selection) -> None:
    notes = vault(news)
    company = properties(notes["기업/한빛바이오.md"])
    assert company["aliases"] == ["Hanbit Bio"]
    assert (company["type"], company["country"], company["documents"]) == ("기업", ["KR"], 2)
    document = properties(notes["문서/다리 놓는 협회.md"])
    assert (document["published"], document["publisher"]) == (datetime.date(2024, 3, 2), "가상일보")


def test_an_entitys_note_has_each_fact_with_its_quotes(news: Selection) -> None:
    note = vault(news)["기업/한빛바이오.md"]
    assert "## 와 협력한다\n\n- [[한빛바이오]] → [[하버시약]] (2024-03-01)\n" in note
    assert "  > 한빛바이오는 지난 1일 하버시약과 협약을 맺었다. — [[다리 놓는 협회]]\n" in note
    assert "(부정, [[김가온]])" in note
    facts = [e for e in news.facts.edges if "Company/한빛바이오" in (e["source"], e["target"])]
    assert len(re.findall(r"^- \[\[.*→", note, re.MULTILINE)) == len(facts) == 7
    assert len(re.findall(r"^  > .* — \[\[", note, re.MULTILINE)) == sum(len(fact["quotes"]) for fact in facts) == 8


def test_a_documents_note_has_its_own_quotes_alone_and_its_text(news: Selection) -> None:
    note = vault(news)["문서/Harbor and its friends.md"]
    assert "[[한빛바이오]] — 와 협력한다 → [[하버시약]] (2024-03-01)\n  > Hanbit Bio and Harbor" in note
    assert "지난 1일" not in note
    assert "> [!quote]- 본문\n> Harbor and its friends\n> Hanbit Bio and" in note


def test_only_chosen_facts_are_told_and_words_are_those_of_the_language(news: Selection) -> None:
    note = vault(Selection(news.store, (Status.ASSERTED,), "en", load()))["company/Hanbit Bio.md"]
    assert "## acquires" in note
    assert "invests" not in note


def nasty_vault() -> dict[str, str]:
    """Notes of a corpus in which a name, a title and a text mean something to Markdown."""
    texts = corpus("Company:Alpha partnersWith Association:KABIC role=[[x]]#tag", aliases={"Alpha": (NASTY,)})
    document = texts.documents["d1"]
    object.__setattr__(document, "title", NASTY)
    object.__setattr__(texts.entities["Company/alpha"], "name", NASTY)
    chosen = Selection(None, tuple(Status), "ko", load())  # type: ignore[arg-type]
    chosen.__dict__["corpus"] = texts
    return vault(chosen)


def test_texts_are_neither_markup_nor_links() -> None:
    notes = nasty_vault()
    stems = {Path(name).stem for name in notes}
    for note in notes.values():
        found = properties(note)
        assert found["biograph"]
        assert {target for target, _ in LINK.findall(note)} <= stems
        body = note.split("---\n", 2)[2]
        assert set(re.findall(r"<(\w+)", rendered(body))) <= {"h1", "h2", "ul", "li", "blockquote", "p"}
    company = next(note for note in notes.values() if properties(note)["biograph"] == "Company/alpha")
    assert properties(company)["aliases"] == [SHOWN]
    assert unescape(re.search("<h1>(.*)</h1>", rendered(company))[1]) == SHOWN
    assert r"(\[\[x\]\]\#tag)" in company


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "- a",
        "+ a",
        "* a",
        "1. a",
        "12) a",
        "> a",
        "---",
        "===",
        "| a | b |",
        "`a`",
        "~~a~~",
        "%%a%%",
        "==a==",
        "$a$",
        "![[a]]",
        "^a",
    ],
)
def test_a_text_is_itself_when_rendered(text: str) -> None:
    assert unescape(rendered(markdown.text(text))) == f"<p>{text}</p>\n"
    for pair in ("%%", "==", "[[", "#", "$"):  # Obsidian's own marks, which other processors do not know
        assert pair not in re.sub(r"\\.", "", markdown.text(text))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j#k^l[m]n', "a b c d e f g h i j k l m n"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("console", "console"),
        (" ..hidden. ", "hidden"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
        ("a\u202eb\x00c\u200b", "abc"),
        ("??", ""),
    ],
)
def test_names_are_such_as_every_system_takes(title: str, name: str) -> None:
    assert naming.safe(title) == name


def test_names_are_short_and_whole_characters() -> None:
    assert naming.safe("가" * 100) == "가" * 50
    assert len(naming.safe("x" * 400)) == 150


def test_no_two_names_differ_in_case_alone() -> None:
    titles = {
        "a": ("Boston", "city"),
        "b": ("BOSTON", "cluster"),
        "c": ("boston", "city"),
        "d": ("Boston (city)", "event"),
    }
    titles |= {"e": ("??", "city"), "f": ("!", "city"), "g": ("", "city")}
    names = naming.names(titles)
    assert (names["a"], names["b"], names["f"]) == ("Boston (city)", "BOSTON (cluster)", "!")
    assert len({name.casefold() for name in names.values()}) == len(titles)
    assert all(names.values())


def placed(folder: Path, **notes: str) -> list[Path]:
    def content(text: str) -> Iterable[bytes]:
        return [text.encode()]

    return obsidian.replace(folder, [(f"{name.replace('__', '/')}.md", content(text)) for name, text in notes.items()])


def ours(text: str = "") -> str:
    return markdown.properties({"biograph": "x"}) + text


def test_notes_that_are_ours_are_replaced_and_stale_ones_removed(tmp_path: Path) -> None:
    placed(tmp_path, a__one=ours("old"), b__two=ours("old"))
    assert placed(tmp_path, a__one=ours("new")) == [tmp_path / "a" / "one.md"]
    assert (tmp_path / "a" / "one.md").read_text("utf-8").endswith("new")
    assert not (tmp_path / "b" / "two.md").exists()


@pytest.mark.parametrize(
    "text",
    [
        "mine",
        "---\ntags: [a]\n---\nbiograph: no",
        "---\nbiograph: x",
        "\n---\nbiograph: x\n---\n",
        "---\nx: '\nbiograph'\n---\n",
    ],
)
def test_a_users_notes_are_never_touched(tmp_path: Path, text: str) -> None:
    placed(tmp_path, a__one=ours())
    mine = tmp_path / "a" / "mine.md"
    mine.write_text(text, "utf-8")
    (tmp_path / "a" / "latin.md").write_bytes(b"---\nbiograph: \xff\n---\n")
    placed(tmp_path, b__two=ours())
    assert mine.read_text("utf-8") == text
    assert sorted(file.name for file in tmp_path.rglob("*.md")) == ["latin.md", "mine.md", "two.md"]
    with pytest.raises(DatasetError, match=r"mine\.md: there is a note of this name") as caught:
        placed(tmp_path, c__three=ours(), a__mine=ours())
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "c").exists()  # nothing at all was written
    assert mine.read_text("utf-8") == text


def test_a_users_properties_on_our_notes_keep_them_ours(tmp_path: Path) -> None:
    placed(tmp_path, one=ours())
    (tmp_path / "one.md").write_text('---\nrating: 5\nbiograph: "x"\n---\n', "utf-8")
    placed(tmp_path, one=ours("new"))
    assert (tmp_path / "one.md").read_text("utf-8").endswith("new")


def test_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    trash = tmp_path / ".trash" / "one.md"
    trash.parent.mkdir()
    trash.write_text(ours(), "utf-8")
    placed(tmp_path, two=ours())
    assert trash.exists()


def test_a_note_renamed_in_case_alone_is_not_removed(tmp_path: Path) -> None:
    placed(tmp_path, One=ours("old"))
    os.rename(tmp_path / "One.md", tmp_path / "one.md")  # noqa: PTH104
    placed(tmp_path, One=ours("new"))
    assert (tmp_path / "One.md").read_text("utf-8").endswith("new")
    assert (tmp_path / "one.md").exists()  # one file with the other where case does not count


def test_the_export_can_be_repeated_and_changes_nothing(news: Selection, tmp_path: Path) -> None:
    first = exports.export(news.store, "obsidian", tmp_path)
    before = {file: file.read_bytes() for file in first}
    assert exports.export(news.store, "obsidian", tmp_path) == first
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.md")} == before
    exports.export(news.store, "obsidian", tmp_path, language="en")
    assert len([*tmp_path.rglob("*.md")]) == len(first)  # the Korean notes are gone
