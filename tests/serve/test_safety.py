"""Who is answered, what keeps browsers from misuse, and clients that are slow, rude or gone."""

from __future__ import annotations

import json
import socket
import threading
import time
from urllib.parse import quote

import pytest

from biograph.serve import connection, reading
from biograph.serve.headers import HEADERS
from biograph.sparql.asking import Limits

from .conftest import Served, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def raw(served: Served, *pieces: bytes, pause: float = 0.0, most: float = 20.0) -> bytes:
    """What the server sends for these bytes, until it closes the connection."""
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=most) as line:
        found = b""
        try:
            for piece in pieces:
                line.sendall(piece)
                time.sleep(pause)
            while part := line.recv(65536):
                found += part
        except (BrokenPipeError, ConnectionResetError):
            pass
        return found


@pytest.mark.parametrize("host", ["localhost", "localhost:80", "127.0.0.1:8321", "[::1]", "[::1]:99", "LOCALHOST"])
def test_this_machine_is_answered(served: Served, host: str) -> None:
    assert served.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8321", "localhost.evil.example", "127.0.0.1.evil.example", "[::1", ""]
)
def test_a_request_under_a_strange_name_is_refused(served: Served, host: str) -> None:
    answer = served.get("/sparql", params={"query": "ASK {}"}, headers={"host": host})
    assert answer.status_code == 421
    assert "--allow-host" in answer.json()["hint"]
    assert served.get("/", "text/html", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("hosts", [b"", b"Host: localhost\r\nHost: evil.example\r\n"], ids=["none", "two"])
def test_a_request_with_no_host_or_a_strange_second_one_is_refused(served: Served, hosts: bytes) -> None:
    asked = b"GET /health HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n"
    assert raw(served, asked).startswith(b"HTTP/1.1 421")


def test_a_name_that_was_allowed_is_answered(served: Served) -> None:
    with serving(served.folder, hosts=("Graph.example.org",)) as running:
        assert running.get("/health", headers={"host": "graph.example.org:8321"}).status_code == 200
        assert running.get("/health", headers={"host": "other.example.org"}).status_code == 421


def test_without_leave_no_other_site_may_read(served: Served) -> None:
    answer = served.get("/sparql?query=ASK{}", headers={"origin": "https://site.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    asked = {"origin": "https://site.example", "access-control-request-method": "POST"}
    assert served.client.options("/sparql", headers=asked).status_code == 405


def test_a_site_with_leave_may_read_and_another_may_not(served: Served) -> None:
    with serving(served.folder, origins=("https://site.example",)) as running:
        answer = running.get("/sparql?query=ASK{}", headers={"origin": "https://site.example"})
        assert answer.headers["access-control-allow-origin"] == "https://site.example"
        assert "Biograph-Cut" in answer.headers["access-control-expose-headers"]
        asked = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}
        allowed = running.client.options("/sparql", headers=asked | {"origin": "https://site.example"})
        assert allowed.status_code == 200
        assert running.client.options("/sparql", headers=asked | {"origin": "https://x.example"}).status_code == 400
        other = running.get("/sparql?query=ASK{}", headers={"origin": "https://x.example"})
        assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    "path",
    ["/", "/sparql?query=ASK{}", "/nothing", "/sparql?query=ASK{", "/query", "/static/query.js", "/id/document/ko"],
)
def test_every_answer_has_the_headers_that_keep_browsers_from_misuse(served: Served, path: str) -> None:
    for accept in ("text/html", "*/*"):
        headers = served.get(path, accept).headers
        for name in HEADERS:
            assert name in headers, name
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "server" not in headers


def test_an_answer_with_an_error_of_ours_tells_nothing_of_the_inside(served: Served, monkeypatch) -> None:
    monkeypatch.setattr(served.service.now, "index", None)
    answer = served.get("/search?q=x", headers={"connection": "close"})
    assert answer.status_code == 500
    assert answer.json()["title"] == "an error of this server"
    assert "Traceback" not in answer.text
    assert "x-content-type-options" in answer.headers


def test_a_body_that_is_too_long_is_refused(served: Served) -> None:
    body = b"x" * (reading.LARGEST + 1)
    answer = served.client.post("/sparql", content=body, headers={"content-type": "application/sparql-query"})
    assert answer.status_code == 413


def test_a_query_that_is_too_long_is_refused_by_what_it_is(served: Served) -> None:
    answer = served.client.post("/sparql", data={"query": "ASK {}" + " " * 200_001})
    assert answer.status_code == 400
    assert "longer than" in answer.json()["title"]
    assert served.get(f"/sparql?query=ASK{{}}{'+' * 20_000}").status_code == 414


def test_a_head_that_is_too_long_is_refused(served: Served) -> None:
    head = b"GET /health HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: " + b"a" * (connection.HEAD_BYTES + 10)
    assert raw(served, head).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "junk",
    [b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"GET / HTTP/1.1\r\nH\xff: x\r\n\r\n", b"GET / HTTP/9\r\n\r\n"],
    ids=["TLS", "no ASCII", "no version"],
)
def test_what_is_not_http_is_refused(served: Served, junk: bytes) -> None:
    assert raw(served, junk).startswith(b"HTTP/1.1 400")


def test_a_client_that_never_finishes_asking_is_cut_off(served: Served, monkeypatch) -> None:
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.3)
    assert raw(served) == b""
    assert raw(served, b"GET /health HTTP/1.1\r\nHost: local", most=5) == b""
    assert raw(served, b"GET ", *[b"/"] * 10, pause=0.1, most=5) == b""


def test_a_client_that_never_finishes_sending_is_told_so(served: Served, monkeypatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", 0.3)
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    assert raw(served, head + b"Content-Length: 100\r\n\r\nASK", most=10).startswith(b"HTTP/1.1 408")


def test_a_client_that_does_not_read_is_given_up(served: Served, monkeypatch) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.3)
    query = quote("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 40000")
    with serving(served.folder, limits=Limits(rows=0, bytes=0)) as running:
        whole = len(running.get(f"/sparql?query={query}").content)
        request = f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        assert 0 < len(raw(running, request, pause=5)) < whole


@pytest.mark.parametrize(
    ("rest", "piece"),
    [
        (b"Content-Length: 1000000\r\n\r\n", b"a"),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: a\r\n"),
        (b"\r\n", b"\r\n"),
    ],
    ids=["body", "chunks", "trailers", "blank lines"],
)
def test_a_client_that_was_answered_and_sends_on_for_ever_is_cut_off(
    served: Served, monkeypatch, rest: bytes, piece: bytes
) -> None:
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.3)
    head = b"GET /health HTTP/1.1\r\nHost: localhost\r\n" + rest
    start = time.monotonic()
    raw(served, head, *[piece] * 100, pause=0.1)
    assert time.monotonic() - start < 5


def test_a_client_that_sends_the_rest_after_its_answer_may_ask_again(served: Served) -> None:
    ask = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
    pieces = ask + b"Content-Length: 200000\r\n\r\n", b"a" * 200_000, ask + b"Connection: close\r\n\r\n"
    assert raw(served, *pieces, pause=0.2).count(b"HTTP/1.1 200") == 2


def test_trailers_are_no_headers(served: Served) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    end = b"5\r\nASK{}\r\n0\r\nContent-Type: application/sparql-query\r\n\r\n"
    assert raw(served, head + end).startswith(b"HTTP/1.1 415")


def test_of_clients_that_do_not_read_the_memory_holds_the_latest(served: Served, monkeypatch) -> None:
    monkeypatch.setattr(connection, "UNREAD_BYTES", 1 << 20)
    query = quote("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 40000")
    with serving(served.folder, limits=Limits(rows=0, bytes=0)) as running:
        whole = len(running.get(f"/sparql?query={query}").content)
        host, port = running.url.removeprefix("http://").split(":")
        request = f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        lines = [socket.create_connection((host, int(port)), timeout=20) for _ in range(2)]
        for line in lines:
            line.sendall(request)
            line.recv(1, socket.MSG_PEEK)
            time.sleep(0.2)
        first, last = (_rest(line) for line in lines)
    assert first < whole <= last


def _rest(line: socket.socket) -> int:
    """The bytes that come until a connection ends."""
    size = 0
    with line:
        try:
            while part := line.recv(1 << 20):
                size += len(part)
        except ConnectionResetError:
            pass
    return size


HEAD = b"Host: localhost\r\nAccept: text/csv, text/turtle\r\n"
ASKED = 'SELECT ?s { ?s skos:prefLabel "한국"@ko }'.encode()
POSTED = b"POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n" % len(ASKED)


def test_an_address_in_hangul_need_not_be_encoded(served: Served) -> None:
    thing = "GET /id/Country/한국 HTTP/1.1\r\n".encode() + HEAD + b"\r\n"
    about = "GET /queries/about?name=가교바이오협회 HTTP/1.1\r\n".encode() + HEAD + b"Connection: close\r\n\r\n"
    found = raw(served, thing, about, pause=0.3)
    assert found.count(b"HTTP/1.1 200 ") == 2
    assert b"\nsubject,predicate,object" in found


def test_what_is_no_utf_8_in_an_address_is_not_found(served: Served) -> None:
    found = raw(served, b"GET /id/\xff\xfe HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n")
    assert found.startswith(b"HTTP/1.1 404 ")


@pytest.mark.parametrize("line", ["GÉT / HTTP/1.1", "GET / HTTP/1.1é", "GET / 한국 HTTP/1.1"])
def test_only_an_address_may_be_in_hangul(served: Served, line: str) -> None:
    assert raw(served, line.encode() + b"\r\n" + HEAD + b"\r\n").startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("parted", [0, 1, len(ASKED) - 10])
def test_a_body_in_hangul_stays_as_it_is(served: Served, parted: int) -> None:
    head = POSTED + HEAD + b"Connection: close\r\n\r\n"
    assert "/id/Country/한국".encode() in raw(served, head + ASKED[:parted], ASKED[parted:], pause=0.2)


def test_connections_that_idle_keep_nobody_out(served: Served) -> None:
    host, port = served.url.removeprefix("http://").split(":")
    idle = [socket.create_connection((host, int(port))) for _ in range(100)]
    try:
        assert served.get("/health").status_code == 200
        assert served.ask("ASK {}").json()["boolean"]
    finally:
        for line in idle:
            line.close()


def test_a_query_that_takes_too_long_is_stopped_and_said_so(served: Served) -> None:
    with serving(served.folder, limits=Limits(seconds=1.5)) as running:
        start = time.monotonic()
        answer = running.ask(ENDLESS)
        assert answer.status_code == 503
        assert "1.5 s" in answer.json()["title"]
        assert time.monotonic() - start < 1.5 + 2 + 1.5  # the machine may be slow


def test_a_runaway_query_keeps_nobody_waiting(served: Served) -> None:
    with serving(served.folder, limits=Limits(seconds=4)) as running:
        running_away = [threading.Thread(target=running.ask, args=(ENDLESS,)) for _ in range(2)]
        for thread in running_away:
            thread.start()
        time.sleep(1.5)
        assert running.ask("ASK {}").json()["boolean"]
        assert running.get("/health").status_code == 200
        assert running_away[0].is_alive()
        for thread in running_away:
            thread.join()


def test_a_client_that_goes_away_ends_its_query(served: Served) -> None:
    with serving(served.folder, limits=Limits(seconds=30)) as running:
        host, port = running.url.removeprefix("http://").split(":")
        for _ in range(3):
            with socket.create_connection((host, int(port))) as line:
                line.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                time.sleep(1.3)
        start = time.monotonic()
        while running.service.running:
            assert time.monotonic() - start < 10
            time.sleep(0.1)


def test_clients_that_went_away_before_their_turn_cost_nobody_else_time(served: Served) -> None:
    with serving(served.folder, limits=Limits(seconds=5)) as running:
        host, port = running.url.removeprefix("http://").split(":")
        for number in range(30):  # each another one, as one that was slow before has no turn
            asked = quote(f"{ENDLESS} # {number}")
            with socket.create_connection((host, int(port))) as line:
                line.sendall(f"GET /sparql?query={asked} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                time.sleep(0.01)
        start = time.monotonic()
        assert running.ask("ASK {}").json()["boolean"]
        assert time.monotonic() - start < 6  # thirty would take fifteen


def test_a_cut_answer_says_so(served: Served) -> None:
    with serving(served.folder, limits=Limits(rows=3)) as running:
        answer = running.ask("SELECT * { ?s ?p ?o }")
        assert answer.headers["biograph-cut"] == "rows"
        assert len(json.loads(answer.text)["results"]["bindings"]) == 3
        assert "biograph-cut" not in running.ask("SELECT * { ?s ?p ?o } LIMIT 3").headers


def test_too_many_at_once_are_told_to_come_back(served: Served, monkeypatch) -> None:
    monkeypatch.setattr("biograph.serve.service._WAITING", 0)
    with serving(served.folder, limits=Limits(seconds=3)) as running:
        held = [threading.Thread(target=running.ask, args=(ENDLESS,)) for _ in range(4)]
        for thread in held:
            thread.start()
        time.sleep(0.5)
        answer = running.ask("ASK {}")
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        for thread in held:
            thread.join()
