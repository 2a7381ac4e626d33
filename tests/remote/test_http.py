"""What a server may do wrong, and the one line that a user reads of it."""

from __future__ import annotations

import base64
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from biograph import remote
from biograph.errors import BiographError, DatasetError, QueryError
from biograph.remote import Endpoint, Remote
from biograph.remote.http import Client
from biograph.sparql.asking import Request

from .conftest import free_port

JSON = "application/sparql-results+json"
NOTHING = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
Act = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server that does what it is told, and keeps what it was asked."""

    def __init__(self) -> None:
        self.act: Act = lambda handler: answer(handler, NOTHING)
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outer.asked.append((self.command, self.path, dict(self.headers)))
                outer.act(self)

            do_GET = do_POST = do_PUT = handle_any  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/sparql"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("biograph.remote.http._PAUSES", (0.01, 0.01))
    for name in ("BIOGRAPH_STORE_USER", "BIOGRAPH_STORE_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    told = {"Content-Type": JSON, "Content-Length": str(len(body))}
    for name, value in (told | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def endless(piece: bytes, pause: float = 0.0) -> Act:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(2_000):
                handler.wfile.write(piece)
                time.sleep(pause)
        except OSError:  # they went away
            pass

    return act


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda h: answer(h, b"", 401), r"asks who you are \(set BIOGRAPH_STORE_USER"),
        (lambda h: answer(h, b"", 403), "refuses this user"),
        (lambda h: answer(h, b"", 404), r"answers 404 \(is that where it answers queries"),
        (lambda h: answer(h, b"boom\nat line 2", 500, Content_Type="text/plain"), r"answers 500: boom \(see its log"),
        (lambda h: answer(h, b"\x1b[31mred\x07", 500, Content_Type="text/plain"), r"answers 500: [^\x1b\x07]*red"),
        (lambda h: answer(h, b"<html><p>oh", 500, Content_Type="text/html"), r"answers 500 \(see its log"),
        (lambda h: answer(h, b"bad\nquery", 400, Content_Type="text/plain"), "the engine refuses it: bad$"),
        (lambda h: answer(h, b"<html>hello", Content_Type="text/html"), "no SPARQL engine answers here"),
        (lambda h: answer(h, b"[]"), "no SPARQL engine answers here"),
        (lambda h: answer(h, b"[" * 100_000), "no SPARQL engine answers here"),
        (lambda h: answer(h, b"", 302, Location="file:///etc/passwd"), "has moved to file:///etc/passwd"),
        (lambda h: answer(h, b"", 307, Location="http://elsewhere.example/"), "redirects are not followed"),
        (lambda h: answer(h, NOTHING, Content_Length="999"), "breaks off in the middle"),
        (lambda h: answer(h, b"not gzip", Content_Encoding="gzip"), "breaks off in the middle"),
        (endless(b"x" * 65_536), "answers more than 1 MB"),
        (endless(b" ", 0.01), "took more than 1 s to answer"),
        (lambda h: time.sleep(1.2), "says nothing for 1 s"),
    ],
)
def test_what_goes_wrong_is_one_line(server: Server, act: Act, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("biograph.remote.http.LARGEST", 1 << 20)
    monkeypatch.setattr("biograph.remote.http.SILENCE", 1.0)
    monkeypatch.setattr("biograph.remote.http.IN_ALL", 1.0)
    server.act = act
    with pytest.raises(BiographError, match=message) as caught:
        remote.read(server.address)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


def test_nobody_there_is_one_line() -> None:
    with pytest.raises(DatasetError, match=r"cannot be reached \(is it running"):
        remote.read(f"http://127.0.0.1:{free_port()}/sparql")
    with pytest.raises(DatasetError, match="cannot be reached"):
        remote.read("http://no-such-host.invalid/sparql")


def test_a_certificate_that_does_not_hold_is_refused(server: Server) -> None:
    with pytest.raises(DatasetError, match="its certificate does not hold"):
        remote.read(server.address.replace("http:", "https:"))


def test_reads_are_tried_again_and_writes_are_not(server: Server) -> None:
    states = iter([503, 200, 503, 200])
    server.act = lambda handler: answer(handler, NOTHING, next(states))
    client = Client()
    assert client.read("POST", server.address, data=b"").body == NOTHING
    with pytest.raises(DatasetError, match="answers 503"):
        client.write("PUT", server.address, data=b"x")
    assert len(server.asked) == 3


def test_what_comes_compressed_is_unpacked_and_counted_unpacked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.act = lambda handler: answer(handler, gzip.compress(b"x" * 2_000_000), Content_Encoding="gzip")
    assert Client().read("GET", server.address).body == b"x" * 2_000_000
    monkeypatch.setattr("biograph.remote.http.LARGEST", 1 << 20)
    with pytest.raises(DatasetError, match="more than 1 MB"):
        Client().read("GET", server.address)


def test_a_password_is_sent_only_where_it_is_asked_for(server: Server) -> None:
    def basic(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("Authorization") == "Basic " + base64.b64encode("나:비밀".encode()).decode()
        answer(handler, NOTHING, 200 if known else 401, WWW_Authenticate='Basic realm="x"')

    assert Client("나", "비밀").read("GET", server.address).status == 200
    assert "Authorization" not in server.asked[-1][2]
    server.act = basic
    client = Client("나", "비밀")
    client.write("PUT", server.address, data=b"x")
    assert [method for method, *_ in server.asked[1:]] == ["GET", "GET", "PUT"]
    client.write("PUT", server.address, data=b"x")
    assert len(server.asked) == 5
    with pytest.raises(DatasetError, match="refuses this user") as caught:
        Client("나", "secret").read("GET", server.address)
    assert "secret" not in str(caught.value)


def test_a_password_in_netrc_is_not_looked_up(server: Server, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    Client().read("GET", server.address)
    assert "Authorization" not in server.asked[-1][2]


def test_a_password_over_plain_http_to_elsewhere_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    Client("me", "secret")._credentials("Basic", "http://engine.example/sparql")
    assert "engine.example unencrypted" in caplog.text
    assert "secret" not in caplog.text
    caplog.clear()
    Client("me", "secret")._credentials("Basic", "https://engine.example/sparql")
    assert not caplog.text


@pytest.mark.parametrize("challenge", ["Digest", 'Digest realm="x"', 'Digest nonce="x"'])
def test_a_challenge_that_is_none_is_told(server: Server, challenge: str) -> None:
    server.act = lambda handler: answer(handler, b"", 401, WWW_Authenticate=challenge)
    with pytest.raises(DatasetError, match="not as HTTP does"):
        Client("me", "secret").read("GET", server.address)


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        "{}",
        '{"results":{"bindings":[{"s":1}]},"head":{"vars":["s"]}}',
        '{"head":{"vars":["s"]}}',
        "null",
    ],
)
def test_an_answer_that_is_none_is_told(server: Server, body: str) -> None:
    engine = Remote(Endpoint.parse(server.address))
    server.act = lambda handler: answer(handler, body.encode())
    with pytest.raises(DatasetError, match="not what SPARQL says"):
        engine.ask(Request("SELECT ?s { ?s ?p ?o }"))


def test_triples_with_a_text_that_no_parser_holds_are_told(server: Server) -> None:
    engine = Remote(Endpoint.parse(server.address))
    body = b'<http://a/s> <http://a/p> "' + b"x" * (17 << 20) + b'" .'
    server.act = lambda handler: answer(handler, body, Content_Type="application/n-triples")
    with pytest.raises(DatasetError, match="not what SPARQL says"):
        engine.ask(Request("CONSTRUCT WHERE { ?s ?p ?o }", triples="application/n-triples"))


def test_a_bad_query_stops_before_the_engine_sees_it(server: Server) -> None:
    engine = Remote(Endpoint.parse(server.address))
    for text in ("", "DELETE WHERE { ?s ?p ?o }", "DEFINE input:x 1 SELECT * {}", "SELECT (SERVICE"):
        with pytest.raises(QueryError):
            engine.ask(Request(text))
    assert len(server.asked) == 1
