"""How fast the server answers, and whether a runaway query or a new dataset disturbs anybody: `serve.py [ARTICLES]`.

A synthetic dataset of so many articles (by default 714, some 180,000 quads) is served on a free port by a process of
its own. Look-ups (`SELECT` of all that is said of one entity, each time another) come over 32 connections from `wrk`
(Debian's package of that name) where it is installed, else from an asyncio client, which is slower itself. Memory is
that of the server's whole process tree: the sum of what each process has resident, which counts what they share
several times, and the proportional share (PSS), which does not.
"""

from __future__ import annotations

import asyncio
import http.client
import itertools
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil
import synthetic

from biograph.store import Store

CONNECTIONS, SECONDS, LIMIT = 32, 10, 5
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
# A sort of very many rows takes memory as well as time.
GREEDY = "SELECT * { ?a ?b ?c . ?d ?b ?e } ORDER BY ?e"
WRK = """
local paths, n = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function() n = n %% #paths + 1; return wrk.format("GET", paths[n]) end
"""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server of this folder, and its process."""
    code = "from biograph.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--data", str(folder), "--port", "0", "--timeout", str(LIMIT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout
        yield started.stdout.readline().split()[0], psutil.Process(started.pid)
        started.terminate()


def ask(url: str, query: str) -> float:
    """The seconds that a query takes, from the connection to the last byte."""
    start = time.monotonic()
    get(url, f"/sparql?query={quote(query)}")
    return time.monotonic() - start


def get(url: str, path: str) -> tuple[int, bytes]:
    """The status and the body of an answer."""
    line = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    try:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def look_ups(store: Store) -> list[str]:
    """A path for each of 2,000 entities."""
    found = store.select("SELECT DISTINCT ?e { ?e skos:prefLabel ?n } ORDER BY ?e LIMIT 2000")
    queries = (f"SELECT ?p ?o {{ <{row['e']}> ?p ?o }}" for row in found)
    return [f"/sparql?query={quote(query)}" for query in queries]


def by_wrk(url: str, paths: list[str], folder: Path) -> str:
    listed, script = folder / "paths.txt", folder / "paths.lua"
    listed.write_text("\n".join(paths), encoding="utf-8")
    script.write_text(WRK % listed, encoding="utf-8")
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s", str(script), url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {name: re.search(rf"{name}:?\s+(\S+)", said) for name in ("Requests/sec", "50%", "99%")}
    failed = re.search(r"(Non-2xx.*|Socket errors.*)", said)
    rate, median, worst = (match[1] if match else "?" for match in found.values())
    return f"{rate} a second, p50 {median}, p99 {worst}{f', {failed[1]}' if failed else ''} (wrk)"


async def by_asyncio(url: str, paths: list[str]) -> str:
    host, port = urlsplit(url).hostname, urlsplit(url).port
    taken: list[float] = []
    until, turns = time.monotonic() + SECONDS, itertools.cycle(paths)

    async def client() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        while time.monotonic() < until:
            start = time.monotonic()
            writer.write(f"GET {next(turns)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = re.search(r"content-length: (\d+)", head)
            assert " 200 " in head.splitlines()[0]
            assert length
            await reader.readexactly(int(length[1]))
            taken.append(time.monotonic() - start)
        writer.close()

    await asyncio.gather(*(client() for _ in range(CONNECTIONS)))
    return f"{len(taken) / SECONDS:.0f} a second, p50 {share(taken, 50)}, p99 {share(taken, 99)} (asyncio client)"


def share(taken: list[float], percent: int) -> str:
    """A percentile of seconds, in milliseconds."""
    return f"{1000 * statistics.quantiles(taken, n=100)[percent - 1]:.1f} ms"


def memory(of: psutil.Process) -> tuple[int, int]:
    """What a process and all below it have resident, in bytes: the plain sum, and the proportional share."""
    resident = proportional = 0
    for process in (of, *of.children(recursive=True)):
        try:
            found = process.memory_full_info()
        except psutil.Error:  # it has just ended
            continue
        resident, proportional = resident + found.rss, proportional + getattr(found, "pss", 0)
    return resident, proportional


def while_running(work: Callable[[], object], meanwhile: Callable[[], object]) -> None:
    """Do one thing again and again until another, in a thread, is done."""
    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        meanwhile()
    thread.join()


def runaway(url: str, query: str, process: psutil.Process) -> str:
    ended: list[float] = []
    others: list[float] = []
    most = [0, 0]

    def meanwhile() -> None:
        others.append(ask(url, "ASK { ?s a bg:Company }"))
        if len(others) % 10 == 0:
            most[:] = map(max, most, memory(process))
        time.sleep(0.01)

    while_running(lambda: ended.append(ask(url, query)), meanwhile)
    return (
        f"ended after {ended[0]:.1f} s (limit {LIMIT} s), p95 of {len(others)} ASK of others {share(others, 95)}, "
        f"memory of the tree at most {most[0] >> 20} MB resident, {most[1] >> 20} MB proportional"
    )


def changing(url: str, paths: list[str], folder: Path, store: Store) -> str:
    """Requests dropped while three new generations are taken."""
    dropped, count = [], itertools.count()
    ended = threading.Event()

    def client() -> None:
        for path in itertools.cycle(paths):
            if ended.is_set():
                return
            next(count)
            try:
                if get(url, path)[0] != 200:
                    dropped.append(path)
            except OSError:
                dropped.append(path)

    clients = [threading.Thread(target=client) for _ in range(8)]
    for one in clients:
        one.start()
    start = time.monotonic()
    for generation in (2, 3, 4):
        store.write(folder)
        while json.loads(get(url, "/health")[1])["generation"] < generation:
            time.sleep(0.05)
    seconds = time.monotonic() - start
    ended.set()
    for one in clients:
        one.join()
    return f"3 new generations in {seconds:.1f} s, {next(count)} requests meanwhile, {len(dropped)} dropped"


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 714
    store = Store.memory(synthetic.quads(articles))
    paths = look_ups(store)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store.write(folder)
        with serving(folder) as (url, process):
            resident, proportional = memory(process)
            print(f"{len(store):,} quads; at rest {resident >> 20} MB resident, {proportional >> 20} MB proportional")
            measured = by_wrk(url, paths, folder) if shutil.which("wrk") else asyncio.run(by_asyncio(url, paths))
            print(f"look-ups over {CONNECTIONS} connections: {measured}")
            print(f"a query that counts without end: {runaway(url, RUNAWAY, process)}")
            print(f"a query that sorts without end: {runaway(url, GREEDY, process)}")
            print(changing(url, paths, folder, store))


if __name__ == "__main__":
    main()
