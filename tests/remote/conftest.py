"""Two real engines, started on free ports in folders of their own; a test is skipped where one is not installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from biograph.remote import Endpoint, Remote

STARTED_WITHIN = 60  # seconds
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
[SPARQL]
ResultSetMaxRows = 1000
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _expect_open(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"did not start: {log.read_text('utf-8', 'replace')[-500:]}")


def _serve(command: list[str], port: int, folder: Path) -> Iterator[None]:
    log = folder / "out.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        _expect_open(port, process, log)
        yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("no oxigraph server here: pip install oxigraph")
    port = free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    for _ in _serve(command, port, tmp_path_factory.mktemp("oxigraph")):
        yield f"http://127.0.0.1:{port}/query"


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no Virtuoso here: apt-get install virtuoso-opensource")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=free_port(), http=http), "utf-8")
    command = [program, "-f", "+configfile", "virtuoso.ini"]
    for _ in _serve(command, http, folder):
        yield f"http://dba:dba@127.0.0.1:{http}/sparql"


@pytest.fixture(params=["oxigraph", "virtuoso"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an engine that holds nothing of ours."""
    found: str = request.getfixturevalue(request.param)
    empty(found)
    return found


def empty(address: str) -> None:
    """Drop all graphs but those that an engine keeps for itself."""
    remote = connect(address)
    for row in remote.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"):
        if not row["g"].startswith(("http://www.openlinksw.com/", "http://localhost:", "http://www.w3.org/")):
            remote.drop(row["g"])


def connect(address: str) -> Remote:
    return Remote(Endpoint.parse(address))
