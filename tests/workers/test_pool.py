"""Queries in processes of their own: what each may take, who else may ask meanwhile, and that nothing is left."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Literal
from rdflib.query import Result

from biograph.errors import BusyError, DatasetError, LimitError, NotFoundError, QueryError
from biograph.sparql.asking import TABLES, Limits, Request, Value
from biograph.workers import Pool

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is held, and processes are listed, on Linux alone")
# rdflib 7.6 warns of its own use of names that it deprecates.
RDFLIB_ITSELF = pytest.mark.filterwarnings(r"ignore:\w+(\.\w+)? is deprecated:DeprecationWarning:rdflib")
NUMBERS = 300
FEW = "SELECT ?n { ?s <x:n> ?n } ORDER BY ?n LIMIT 3"
# 300⁴ rows, one after another, all at once to count, and all at once to sort
ENDLESS = "SELECT ?a { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
COUNTED = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
DISTINCT = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
SORTED = "SELECT ?a ?c ?e { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h } ORDER BY ?a ?c ?e"
PLENTY = Limits(seconds=20, memory=1 << 30, rows=10_000_000, bytes=1 << 30)


def write(file: Path, numbers: int = NUMBERS) -> Path:
    lines = [f"<x:s{n}> <x:n> {n} .\n" for n in range(numbers)]
    file.write_text("<x:g> {\n" + "".join(lines) + "}\n", "utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "d.trig")


@pytest.fixture
def pool(file: Path) -> Iterator[Pool]:
    with Pool(file, limits=Limits(seconds=5)) as pool:
        yield pool


def ask(pool: Pool, text: str, limits: Limits | None = None, **values: str) -> str:
    bound = {name: ("literal", value, "", "") for name, value in values.items()}
    return pool.ask(Request(text, bound, table=TABLES["csv"]), limits).body.decode()


def children(pid: int) -> set[int]:
    """The processes that a process has started, and those that these have, by their ids."""
    with subprocess.Popen(["ps", "-eo", "pid=,ppid=,stat="], stdout=subprocess.PIPE, text=True) as listing:
        lines = [line.split() for line in listing.communicate()[0].splitlines()]
    parents = {
        int(child): int(parent) for child, parent, state in lines if state[0] != "Z" and int(child) != listing.pid
    }
    found, new = set[int](), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new}
        found |= new
    return found


def wait_for(is_so: Callable[[], bool]) -> bool:
    for _ in range(100):
        if is_so():
            return True
        time.sleep(0.1)
    return is_so()


def nursery(pool: Pool) -> int:
    return pool._now._nursery._process.pid


def test_a_query_is_answered(pool: Pool) -> None:
    assert ask(pool, FEW) == "n\r\n0\r\n1\r\n2\r\n"
    assert pool.quads == NUMBERS
    assert pool.ask(Request("ASK { <x:s1> <x:n> 1 }")).body == b'{"head":{},"boolean":true}'
    assert pool.ask(Request("CONSTRUCT WHERE { <x:s1> ?p ?o }")).body.endswith(b"\n\n<x:s1> <x:n> 1 .\n")


@pytest.mark.parametrize("query", [COUNTED, DISTINCT])
def test_what_takes_too_long_is_stopped(pool: Pool, query: str) -> None:
    with pytest.raises(LimitError, match=r"longer than 0\.5 s"):
        ask(pool, query, replace(PLENTY, seconds=0.5))
    assert ask(pool, FEW)


@pytest.mark.parametrize(
    ("limits", "cut"),
    [
        (replace(PLENTY, seconds=1), "time"),
        (replace(PLENTY, rows=7), "rows"),
        (replace(PLENTY, bytes=500), "bytes"),
    ],
)
def test_rows_that_come_are_cut_and_say_so(pool: Pool, limits: Limits, cut: str) -> None:
    reply = pool.ask(Request(ENDLESS), limits)
    assert reply.cut == cut
    assert f'"cut":"{cut}"'.encode() in reply.body
    assert reply.rows == 7 or cut != "rows"
    assert len(reply.body) < 600 or cut != "bytes"
    triples = pool.ask(Request("CONSTRUCT { ?a <x:p> ?c } " + ENDLESS.removeprefix("SELECT ?a ")), limits)
    assert triples.cut == cut
    assert triples.body.endswith(f"# cut: {cut}\n".encode())


def test_bytes_are_counted_and_not_characters(pool: Pool) -> None:
    hangul = 'SELECT ?a { ?s ?p ?o BIND("한글이세바이트인글자" AS ?a) }'
    reply = pool.ask(Request(hangul, table=TABLES["csv"]), replace(PLENTY, bytes=400))
    assert (reply.cut, reply.rows) == ("bytes", 400 // len("한글이세바이트인글자\r\n".encode()))


@LINUX
def test_what_takes_too_much_memory_is_stopped(pool: Pool) -> None:
    with pytest.raises(LimitError, match="more than 64 MB"):
        ask(pool, SORTED, replace(PLENTY, memory=64 << 20))
    assert ask(pool, FEW)


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
        "ASK { FILTER(" + "!" * 50_000 + "true) }",
        "ASK { ?s " + "/".join(["<x:p>"] * 15_000) + " ?o }",
        "SELECT * { " + "OPTIONAL{?s ?p ?o}" * 5_000 + " }",
    ],
)
def test_a_query_that_the_engine_dies_of_takes_nobody_along(pool: Pool, query: str) -> None:
    with pytest.raises(LimitError) as caught:
        ask(pool, query)
    assert "\n" not in str(caught.value)
    assert ask(pool, FEW)


def test_ten_kilobytes_of_braces_reach_no_process(pool: Pool) -> None:
    before = children(os.getpid())
    with pytest.raises(QueryError, match="nested more than 200 deep"):
        ask(pool, "ASK " + "{" * 5000 + "}" * 5000)
    assert children(os.getpid()) == before


def test_errors_are_those_of_the_query(pool: Pool) -> None:
    with pytest.raises(QueryError, match="line 1, column 11"):
        ask(pool, "SELECT * {")
    with pytest.raises(NotFoundError, match=r"no graph <x:h> .*<x:g>|nearest|lists them"):
        ask(pool, "ASK FROM <x:h> {}")
    with pytest.raises(QueryError, match="SERVICE is refused"):
        ask(pool, "ASK { SERVICE <http://127.0.0.1:9/> {} }")
    assert ask(pool, "SELECT ?n FROM <x:g> { <x:s9> ?p ?n }") == "n\r\n9\r\n"


@pytest.mark.parametrize(
    "value",
    [
        '" } ; DROP ALL #',
        "\\",
        "'''",
        '"""',
        "}}",
        "?n",
        "<x:g>",
        "\u0000\u2028\n\r\t",
        "가람",
        "😀",
        '"^^<x:y>',
        "{" * 999,
        "SERVICE <x:y> {}",
    ],
)
def test_a_value_is_bound_as_it_is(pool: Pool, value: str) -> None:
    reply = pool.ask(Request("SELECT ?v (STRLEN(?v) AS ?n) {}", {"v": ("literal", value, "", "")}))
    (row,) = json.loads(reply.body)["results"]["bindings"]
    assert (row["v"]["value"], row["n"]["value"]) == (value, str(len(value)))
    assert ask(pool, "SELECT ?s ?n { ?s <x:n> ?n }", n=value) == "s,n\r\n", "it is none of the numbers"


@RDFLIB_ITSELF
@pytest.mark.parametrize("form", TABLES)
def test_answers_are_read_by_others(pool: Pool, form: str) -> None:
    texts = ["가람 😀", 'a"b', "it's", "tab\tend", "line\nend", "back\\slash", "<a & b>", "a,b;c", " a "]
    # rdflib reads these from CSV and TSV as ends of lines, and no text in CSV as nothing
    texts += ["", "return\rend", "한\u2028글"] if form in ("json", "xml") else []
    values = " ".join(f"({n} {Literal(text).n3()} {Literal(text, lang='ko').n3()})" for n, text in enumerate(texts))
    body = pool.ask(Request(f"SELECT * {{ VALUES (?n ?a ?b) {{ {values} }} }} ORDER BY ?n", table=TABLES[form])).body
    found = [(str(row["a"]), str(row["b"])) for row in Result.parse(io.BytesIO(body), format=form)]
    assert found == [(text, text) for text in texts]


@pytest.mark.parametrize(
    "value",
    [
        *(("iri", "no address", "", ""), ("node", "a b", "", ""), ("literal", "a", "k o", "")),
        *(("literal", "a", "", "int"), ("literal", "\ud800", "", "")),
    ],
)
def test_a_value_that_is_none_is_one_line(pool: Pool, value: Value) -> None:
    with pytest.raises(QueryError) as caught:
        pool.ask(Request("SELECT ?v {}", {"v": value}))
    assert type(caught.value) is QueryError
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "request_",
    [
        *(Request("ASK { ?s ?p '\ud800' }"), Request(""), Request("ASK {}", base="no base")),
        *(Request("BASE <http://[> ASK FROM <g> {}"), Request("ASK {}", default_graphs=("g",))),
        *(Request("SELECT ?v {}", {"v v": ("literal", "a", "", "")}), Request("ASK {}", table="text/x")),
        *(Request("SELECT * {}", table="text/x"), Request("CONSTRUCT WHERE { ?s ?p ?o }", triples="text/x")),
    ],
)
def test_a_request_that_is_wrong_is_one_line(pool: Pool, request_: Request) -> None:
    with pytest.raises(QueryError) as caught:
        pool.ask(request_)
    assert type(caught.value) is QueryError
    assert "\n" not in str(caught.value)


def test_who_stops_waiting_by_an_error_leaves_no_answer_behind(pool: Pool) -> None:
    def is_abandoned() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pool.ask(Request(COUNTED), is_abandoned=is_abandoned)
    assert [ask(pool, FEW) for _ in range(3)] == ["n\r\n0\r\n1\r\n2\r\n"] * 3
    assert (pool._slow._value, pool._quick._value) == (2, 2)


def test_the_same_question_has_the_same_bytes(file: Path, pool: Pool) -> None:
    query = "CONSTRUCT { ?s ?p ?o . ?s <x:is> [] } WHERE { ?s ?p ?o FILTER(?o < 5) }"
    requests = [Request(FEW, table=table) for table in TABLES.values()]
    requests += [Request(query.replace(". ?s <x:is> []", "")), Request("SELECT * { ?s ?p ?o } ORDER BY ?o")]
    with Pool(file) as other:
        for request in requests:
            assert len({a_pool.ask(request).body for a_pool in (pool, other, pool)}) == 1


def test_many_may_ask_at_once(pool: Pool) -> None:
    def one(number: int) -> str:
        return ask(pool, f"SELECT ?n {{ <x:s{number % NUMBERS}> <x:n> ?n }}")

    with ThreadPoolExecutor(24) as threads:
        assert list(threads.map(one, range(400))) == [f"n\r\n{number % NUMBERS}\r\n" for number in range(400)]


@pytest.mark.slow
def test_quick_queries_pass_slow_ones_and_a_slow_one_too_many_is_told_so(file: Path) -> None:
    with Pool(file, limits=replace(PLENTY, seconds=4), slow=1) as pool, ThreadPoolExecutor(1) as threads:
        slow = threads.submit(ask, pool, COUNTED)
        assert wait_for(lambda: pool._slow._value == 0), "it goes to the slow lane after a second"
        assert ask(pool, FEW)
        with pytest.raises(BusyError, match="other slow queries are running"):
            ask(pool, COUNTED)
        assert ask(pool, FEW)
        with pytest.raises(LimitError):
            slow.result()
        assert (pool._slow._value, pool._quick._value) == (1, 2), "both lanes are free again"


def test_a_query_that_was_slow_takes_no_quick_ones_place_again(file: Path) -> None:
    with Pool(file, limits=replace(PLENTY, seconds=1.2), quick=1, slow=1) as pool, ThreadPoolExecutor(1) as threads:
        assert not pool.is_slow(Request(COUNTED))
        with pytest.raises(LimitError):
            ask(pool, COUNTED)
        assert pool.is_slow(Request(COUNTED))
        slow = threads.submit(ask, pool, COUNTED)
        assert wait_for(lambda: pool._slow._value == 0)
        assert pool._quick._value == 1
        with pytest.raises(BusyError, match="having been slow before"):
            ask(pool, COUNTED)
        with pytest.raises(LimitError):
            slow.result()
        assert (pool._slow._value, pool._quick._value) == (1, 1), "both lanes are free again"


def test_a_query_that_died_quickly_is_slow_and_one_that_was_answered_quickly_is_not(file: Path) -> None:
    with Pool(file, limits=replace(PLENTY, seconds=0.2)) as pool:
        with pytest.raises(LimitError):
            ask(pool, COUNTED)
        assert pool.is_slow(Request(COUNTED))
        pool._slowness.remember(Request(FEW))
        assert ask(pool, FEW)
        assert not pool.is_slow(Request(FEW))


def test_no_more_slow_queries_are_remembered_than_may_be(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("biograph.workers.lanes._REMEMBERED", 2)
    with Pool(file) as pool:
        for number in range(3):
            pool._slowness.remember(Request(f"ASK {{ ?s ?p {number} }}"))
        assert [pool.is_slow(Request(f"ASK {{ ?s ?p {number} }}")) for number in range(3)] == [False, True, True]


def test_a_query_that_nobody_waits_for_ends(file: Path) -> None:
    looks: list[bool] = []

    def is_abandoned() -> bool:
        looks.append(len(looks) == 2)
        return looks[-1]

    with Pool(file, limits=replace(PLENTY, seconds=10)) as pool:
        ask(pool, FEW)
        with pytest.raises(LimitError):
            pool.ask(Request(COUNTED), is_abandoned=is_abandoned)
        assert looks == [False, False, True], "it ends at once"
        assert wait_for(lambda: len(children(nursery(pool))) == 0), "its process is gone"
        assert ask(pool, FEW)


def test_a_new_generation_is_taken_while_queries_run(file: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with Pool(file, limits=PLENTY) as pool, ThreadPoolExecutor(6) as threads:
        assert pool.renew() is False
        asked = [threads.submit(ask, pool, count) for _ in range(60)]
        old = nursery(pool)
        for numbers in (400, 500):
            write(file.with_suffix(".new"), numbers).replace(file)
            assert pool.renew() is True
            asked += [threads.submit(ask, pool, count) for _ in range(60)]
        assert {future.result() for future in asked} == {f"n\r\n{n}\r\n" for n in (NUMBERS, 400, 500)}
        assert ask(pool, count) == "n\r\n500\r\n"
        assert pool.quads == 500
        assert wait_for(lambda: old not in children(os.getpid())), "the old one ends with its last query"


def test_a_broken_generation_is_not_taken(file: Path, pool: Pool) -> None:
    stamp = pool.stamp
    file.write_text("no RDF", "utf-8")
    with pytest.raises(DatasetError, match="cannot be read as RDF"):
        pool.renew()
    assert ask(pool, FEW)
    assert pool.stamp == stamp
    file.unlink()
    with pytest.raises(DatasetError, match="no dataset here"):
        pool.renew()
    assert ask(pool, FEW)


def test_the_union_may_be_left_out(file: Path) -> None:
    with Pool(file, union=False) as pool:
        assert ask(pool, "SELECT ?n { <x:s1> ?p ?n }") == "n\r\n"
        assert ask(pool, "SELECT ?n { GRAPH ?g { <x:s1> ?p ?n } }") == "n\r\n1\r\n"
        request = Request("SELECT ?n { <x:s1> ?p ?n }", default_graphs=("x:g",), table=TABLES["csv"])
        assert pool.ask(request).body == b"n\r\n1\r\n"


def test_where_the_process_that_forks_is_killed_another_one_takes_over(pool: Pool) -> None:
    ask(pool, FEW)
    for _ in range(2):
        killed = nursery(pool)
        os.kill(killed, signal.SIGKILL)
        with ThreadPoolExecutor(8) as threads:  # more than are idle
            assert set(threads.map(lambda _: ask(pool, FEW), range(16))) == {"n\r\n0\r\n1\r\n2\r\n"}
        assert wait_for(lambda gone=killed: gone not in children(os.getpid()))


def test_nothing_is_left_after_the_end(file: Path) -> None:
    before = children(os.getpid())
    pool = Pool(file, limits=PLENTY)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: ask(pool, FEW), range(8)))
    assert children(os.getpid()) > before
    pool.close()
    assert wait_for(lambda: children(os.getpid()) == before)


def test_a_query_that_comes_after_the_end_starts_nothing(file: Path) -> None:
    before = children(os.getpid())
    pool = Pool(file, limits=PLENTY)
    pool.close()
    with pytest.raises(QueryError, match="closed"):
        ask(pool, FEW)
    assert wait_for(lambda: children(os.getpid()) == before)


@LINUX
def test_nothing_is_left_where_who_asks_is_killed(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from biograph.workers import Pool; from biograph.sparql.asking import *\n"
        "pool = Pool(Path(sys.argv[1])); pool.ask(Request('ASK {}')); print(flush=True)\n"
        "pool.ask(Request(sys.argv[2]), UNLIMITED)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(file), COUNTED], stdout=subprocess.PIPE) as asking:
        assert asking.stdout
        asking.stdout.readline()
        left = children(asking.pid)
        assert len(left) >= 2, "one that holds the data, one that answers"
        asking.kill()
    assert wait_for(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in left))


def test_a_dataset_that_is_none_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no dataset here"):
        Pool(tmp_path)
    (tmp_path / "dataset.trig").write_text("<x:a> <x:b>", "utf-8")
    before = children(os.getpid())
    with pytest.raises(DatasetError, match="cannot be read as RDF"):
        Pool(tmp_path)
    assert wait_for(lambda: children(os.getpid()) == before)


def test_threads_that_start_pools_share_nothing(tmp_path: Path) -> None:
    """A socket that another child had inherited would keep a process alive."""
    found: list[str] = []

    def one(number: int) -> None:
        with Pool(write(tmp_path / f"{number}.trig", number)) as pool:
            found.append(ask(pool, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))

    threads = [threading.Thread(target=one, args=[number]) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == [f"n\r\n{number}\r\n" for number in (1, 2, 3)]


def test_where_the_system_cannot_fork_it_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.fork")
    with pytest.raises(QueryError, match=r"cannot fork .*WSL"):
        Pool(file)
