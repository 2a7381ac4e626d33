"""Files, folders and standard input: ids, order, encodings and errors."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest

from biograph import sources
from biograph.errors import SourceError
from biograph.model import Document

ARTICLE = "나래바이오, 부산에 연구소\n\n나래바이오가 부산에 연구소를 열었다고 3일 밝혔다.\n"


def _documents(*paths: object) -> list[Document]:
    found = list(sources.read(map(str, paths)))
    assert not [item for item in found if isinstance(item, SourceError)]
    return [item for item in found if isinstance(item, Document)]


def _error(*paths: object) -> str:
    (found,) = sources.read(map(str, paths))
    assert isinstance(found, SourceError)
    assert "\n" not in str(found)
    return str(found)


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE.replace("\n", "\r\n").encode(encoding))
    (document,) = _documents(tmp_path / "a.txt")
    assert document.text == ARTICLE


def test_text_is_nfc(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(unicodedata.normalize("NFD", ARTICLE), encoding="utf-8")
    assert _documents(tmp_path)[0].text == ARTICLE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"PK\x03\x04\0\0\0\0abc", "binary"),
        (b"%PDF-1.7 text", "PDF"),
        (b"\xff\xfea", "UTF-8"),
        (b"a" * 5_000_001, "5 MB"),
    ],
    ids=["nothing", "blanks", "mark alone", "image", "archive", "PDF", "half a character", "too long"],
)
def test_what_is_no_text_is_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    message = _error(tmp_path)
    assert reason in message
    assert "a.txt" in message
    assert str(tmp_path) not in message


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt"):
        (tmp_path / name).write_text(name + ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    found = list(sources.read([str(tmp_path)]))
    assert [item.id if isinstance(item, Document) else type(item) for item in found] == ["a", SourceError, "c"]


def test_folders_are_read_at_all_levels_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.HTM", "a.txt", ".hidden/x.txt", "b/.y.txt", "b/z.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<p>{name} {ARTICLE}</p>", encoding="utf-8")
    assert [d.source for d in _documents(tmp_path)] == ["a.txt", "b/1.HTM", "b/2.txt"]


def test_ids_are_stems_and_collisions_get_a_hash(tmp_path: Path) -> None:
    for name in ("x/News 1.txt", "y/news_1.txt", "y/보스턴.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name} {ARTICLE}", encoding="utf-8")
    documents = _documents(tmp_path)
    assert [d.id for d in documents] == [f"news-1-{d.sha256[:8]}" for d in documents[:2]] + ["보스턴"]
    assert len({d.id for d in documents}) == 3


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert len(_documents(tmp_path / "a.txt", tmp_path)) == 1


def test_a_copy_under_the_same_name_is_reported(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    first, second = sources.read([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(second, SourceError)
    assert "same text as x/a.txt" in str(second)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, ARTICLE.encode("cp949"))
    (document,) = _documents("-")
    assert document.text == ARTICLE
    assert document.id == f"stdin-{document.sha256[:8]}"
    assert document.source == "-"


def test_html_on_standard_input_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, f"\n<!DOCTYPE html><body><p>{ARTICLE}</p></body>".encode())
    assert "<p>" not in _documents("-")[0].text


def test_errors_say_what_to_try(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("x")
    assert "no such file or folder" in _error("nowhere")
    assert "no .txt or .html file here" in _error(tmp_path)
    assert "not a .txt or .html file" in _error(tmp_path / "a.docx")
