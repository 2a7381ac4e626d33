"""`biograph serve` at the terminal."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from .conftest import write_dataset

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes fork")
SERVE = [sys.executable, "-c", "import sys; from biograph.cli import main; main(sys.argv[1:])", "serve"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serving")
    write_dataset(folder)
    return folder


def refused(*arguments: str) -> str:
    done = subprocess.run([*SERVE, *arguments], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_answers_and_ends_quietly_with_all_processes(
    folder: Path, ending: signal.Signals
) -> None:
    started = subprocess.Popen(
        [*SERVE, "--data", str(folder), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    address = re.match(r"http://127\.0\.0\.1:\d+", started.stdout.readline())[0]
    with urllib.request.urlopen(f"{address}/sparql?query=ASK%7B%7D", timeout=30) as answer:
        assert b"true" in answer.read()
    children = _children(started.pid)
    started.send_signal(ending)
    out, err = started.communicate(timeout=30)
    assert (out, err) == ("", "")
    assert started.returncode in (0, 130, -ending)
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def test_what_cannot_be_served_is_said_in_one_line(folder: Path, tmp_path: Path) -> None:
    assert "no dataset here" in refused("--data", str(tmp_path), "--port", "0")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "--port" in refused("--data", str(folder), "--port", str(taken.getsockname()[1]))
    assert "--allow-host" in refused("--data", str(folder), "--host", "0.0.0.0")
    assert "has no path" in refused("--data", str(folder), "--public-url", "https://example.org/graph")


def test_without_the_extra_it_says_what_to_install(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError('No module named uvicorn', name='uvicorn')")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([*SERVE, "--data", str(folder)], capture_output=True, text=True, timeout=60, env=environment)
    assert done.stderr == "biograph: biograph serve needs uvicorn (pip install 'biograph[serve]')\n"


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    return [int(child) for child in found]
