"""Writing that a reader never sees half done."""

import os
from pathlib import Path

import pytest

from biograph.errors import DatasetError
from biograph.files import expect_writable, write


@pytest.mark.parametrize("content", ["가교\r\n", "가교\r\n".encode()], ids=["text", "bytes"])
def test_writes_text_and_bytes_as_they_are_in_new_folders(tmp_path: Path, content: str | bytes) -> None:
    file = tmp_path / "new" / "folder" / "file"
    assert write(file, content) == file
    assert file.read_bytes() == "가교\r\n".encode()
    assert [*file.parent.iterdir()] == [file]


def test_a_failure_leaves_the_old_file_and_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path / "file", "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatasetError, match="file: cannot be written: No space left on device"):
        write(file, "new")
    assert file.read_text() == "old"
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = write(tmp_path / "file", "old")
    with pytest.raises(DatasetError, match="choose another place"):
        write(file / "below", "new")


def test_whether_a_folder_could_be_written_is_known_before_and_leaves_nothing(tmp_path: Path) -> None:
    expect_writable(tmp_path / "new" / "folder")
    assert [*tmp_path.iterdir()] == []
    file = write(tmp_path / "file", "old")
    for place in (file, file / "below"):
        with pytest.raises(DatasetError, match="cannot be written: file is a file"):
            expect_writable(place)


def test_a_locked_folder_is_known_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever is root may write everywhere
    with pytest.raises(DatasetError, match="Permission denied"):
        expect_writable(tmp_path / "new")
