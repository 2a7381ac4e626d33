from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from biograph import exports
from biograph.cli import main
from biograph.errors import DatasetError, NotFoundError
from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS
from biograph.exports.format import of_store
from biograph.store import Store

NEWS = Path(__file__).parents[1] / "news.trig"
SINGLE = [name for name, form in exports.FORMATS.items() if form.file_name]
SEVERAL = [name for name in exports.FORMATS if name not in SINGLE]


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.read(NEWS)


def text(store: Store, name: str, **options: Any) -> str:
    """A format's one file."""
    return b"".join(exports.stream(store, name, **options)).decode()


@pytest.mark.parametrize("name", SINGLE)
def test_the_same_bytes_each_time_in_file_and_text(store: Store, name: str, tmp_path: Path) -> None:
    other = Store.memory(reversed(list(store.quads())))
    (file,) = exports.export(store, name, tmp_path / "deep" / "er" / "file")
    assert file == tmp_path / "deep" / "er" / "file"
    assert file.read_bytes() == text(other, name).encode()
    assert [*file.parent.iterdir()] == [file]


def test_a_folder_gets_the_usual_name(store: Store, tmp_path: Path) -> None:
    assert exports.export(store, "gexf", tmp_path) == [tmp_path / "graph.gexf"]


def test_what_was_there_stays_when_writing_fails(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "graph.gexf"
    file.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatasetError, match=r"graph\.gexf: cannot be written: No space left"):
        exports.export(store, "gexf", file)
    assert file.read_text("utf-8") == "old"
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize("name", ["csv", "turtle"])
def test_a_target_that_cannot_be_is_one_line(store: Store, name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(DatasetError, match="cannot be written") as caught:
        exports.export(store, name, tmp_path / "file" / "below")
    assert "\n" not in str(caught.value)


def test_unknown_formats_and_folders_as_one_stream_are_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"turtle, trig.*csv"):
        exports.export(store, "xlsx", tmp_path)
    for name in SEVERAL:
        with pytest.raises(DatasetError, match="give a folder"):
            exports.stream(store, name)


@pytest.mark.parametrize("name", exports.FORMATS)
def test_the_files_streamed_are_those_written(store: Store, name: str, tmp_path: Path) -> None:
    streamed = {name: b"".join(content) for name, content in exports.files(store, name)}
    written = exports.export(store, name, tmp_path)
    assert {str(file.relative_to(tmp_path)): file.read_bytes() for file in written} == streamed
    assert exports.FORMATS[name].file_name in (None, *streamed)


def test_a_file_whose_making_fails_stays_as_it_was(store: Store, tmp_path: Path, monkeypatch: Any) -> None:
    def broken(_: Store) -> Iterator[str]:
        yield "half"
        raise DatasetError("broken")

    (tmp_path / "dataset.x").write_text("old", "utf-8")
    monkeypatch.setitem(exports.FORMATS, "x", of_store("", "", "dataset.x", broken))
    with pytest.raises(DatasetError, match="broken"):
        exports.export(store, "x", tmp_path)
    assert [file.read_text("utf-8") for file in tmp_path.iterdir()] == ["old"]


def test_a_large_export_comes_in_pieces_while_it_is_made(store: Store, monkeypatch: Any) -> None:
    made: list[int] = []

    def endless(_: Store) -> Iterator[str]:
        for number in count():
            made.append(number)
            yield "가" * 1000

    monkeypatch.setitem(exports.FORMATS, "x", of_store("", "", "dataset.x", endless))
    content = exports.stream(store, "x")
    assert made == []
    first = next(content)
    assert set(first.decode()) == {"가"}
    assert len(made) < 100


def test_the_command_tells_few_files_by_name_and_many_by_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("csv", "obsidian"):
        with pytest.raises(SystemExit) as ended:
            main(("export", name, "--data", str(NEWS), "-o", str(tmp_path / name)))
        assert ended.value.code == 0
    *tables, vault = capsys.readouterr().out.splitlines()
    assert tables == [str(tmp_path / "csv" / f"{name}.csv") for name in ("nodes", "edges", "documents")]
    files = [file for file in (tmp_path / "obsidian").rglob("*") if file.is_file()]
    assert vault == f"{len(files)} files in {tmp_path / 'obsidian'}"


def test_the_documentation_names_every_format_and_attribute() -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    assert [name for name in (*exports.FORMATS, *NODE_FIELDS, *EDGE_FIELDS) if f"`{name}`" not in text] == []
