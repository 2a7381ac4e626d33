"""Compiled frames that are kept: the same as compiled ones, and never in the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from biograph.extract.korean.clause.frames import cache, compiling
from biograph.extract.korean.clause.frames.frames import Frame
from biograph.vocabulary import default_directory

TABLE = """
examples = ["{S:한빛바이오}는 {O:가람제약}을 <buy>."]
planned = ["{S:한빛바이오}는 {O:가람제약}의 <share>을 산다."]
"""
LOST = 'examples = ["{S:한빛바이오}는 {O:가람제약}을 <nothing>."]\n'
WORDS = '[nouns]\nshare = ["지분", "주식"]\n[verbs]\nbuy = ["인수한다", "사들인다"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small ontology folder, and a cache of its own."""
    monkeypatch.setenv("BIOGRAPH_CACHE", str(tmp_path / "cache"))
    frames = tmp_path / "ontology" / "frames" / "ko"
    frames.mkdir(parents=True)
    shutil.copytree(default_directory() / "grammar", tmp_path / "ontology" / "grammar")
    shutil.copy(default_directory() / "biograph.ttl", tmp_path / "ontology")
    (frames / "words.toml").write_text(WORDS, encoding="utf-8")
    (frames / "acquires.toml").write_text(TABLE, encoding="utf-8")
    (frames / "investsIn.toml").write_text(LOST, encoding="utf-8")
    return tmp_path / "ontology"


class Counted:
    """The compiler, and how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, directory: Path) -> tuple[list[Frame], list[str]]:
        self.times += 1
        return compiling.compile_all(directory)


def kept(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_what_is_read_back_is_what_was_compiled(folder: Path) -> None:
    compiler = Counted()
    fresh = cache.compiled(folder, compiler)
    again = cache.compiled(folder, compiler)
    assert compiler.times == 1
    assert again == fresh == compiling.compile_all(folder)
    frames, problems = again
    assert {frame.stem for frame in frames} >= {"인수하", "사들이"}
    assert len(problems) == 1
    for one, other in zip(frames, fresh[0], strict=True):
        assert (one.weight, one.shape, one.noun, type(one.status)) == (
            other.weight,
            other.shape,
            other.noun,
            type(other.status),
        )


@pytest.mark.parametrize(
    "table", ["frames/ko/acquires.toml", "frames/ko/words.toml", "grammar/ko.toml", "biograph.ttl"]
)
def test_a_changed_table_is_compiled_anew(folder: Path, table: str) -> None:
    compiler = Counted()
    cache.compiled(folder, compiler)
    with (folder / table).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    cache.compiled(folder, compiler)
    assert compiler.times == 2


def test_another_analyser_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = Counted()
    cache.compiled(folder, compiler)
    monkeypatch.setattr(cache.korean, "version", lambda: "another")
    cache.compiled(folder, compiler)
    assert compiler.times == 2


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"0\n{}", None], ids=repr)
def test_a_damaged_file_is_replaced(folder: Path, tmp_path: Path, content: bytes | None) -> None:
    compiler = Counted()
    fresh = cache.compiled(folder, compiler)
    path = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9] if content is None else content)
    assert cache.compiled(folder, compiler) == fresh
    assert compiler.times == 2
    assert kept(tmp_path).read_bytes() == whole


def test_nothing_can_be_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BIOGRAPH_CACHE", str(tmp_path / "file"))
    compiler = Counted()
    assert cache.compiled(folder, compiler) == cache.compiled(folder, compiler)
    assert compiler.times == 2


def test_the_cache_lies_below_the_users(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIOGRAPH_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    cache.compiled(folder, compiling.compile_all)
    assert [path.name for path in (tmp_path / "caches").iterdir()] == ["biograph"]
