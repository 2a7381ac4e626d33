"""Whatever is accepted, the engine asks nobody: queries that hide SERVICE in every way, run beside an open port."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biograph.errors import QueryError
from biograph.sparql import vet

# The engine in a process of its own, which it may take down. One query a line, as JSON.
ENGINE = """
import json, sys
import pyoxigraph as ox
store, iri = ox.Store(), ox.NamedNode("http://s")
objects = [iri, ox.Literal("o"), ox.Literal(1), ox.NamedNode("http://x/a"), ox.NamedNode("http://x/a.b")]
store.extend(ox.Quad(iri, iri, o) for o in objects)
for line in sys.stdin:
    try:
        found = store.query(json.loads(line))
        print(bool(found) if isinstance(found, ox.QueryBoolean) else len(list(found)), flush=True)
    except (SyntaxError, OSError, RuntimeError, ValueError) as error:
        print(type(error).__name__, flush=True)
"""
Engine = Callable[[str], str]


class Port:
    """An open port that counts who calls, and hangs up."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.callers = 0
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        with suppress(OSError):  # closed
            while True:
                self._socket.accept()[0].close()
                self.callers += 1

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def port() -> Iterator[Port]:
    port = Port()
    yield port
    port.close()


@pytest.fixture
def engine() -> Iterator[Engine]:
    command = [sys.executable, "-c", ENGINE]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with process as child:
        assert child.stdin
        assert child.stdout
        to, back = child.stdin, child.stdout

        def ask(query: str) -> str:
            to.write(json.dumps(query) + "\n")
            to.flush()
            return back.readline()

        yield ask
        to.close()


def test_the_engine_alone_would_ask(port: Port, engine: Engine) -> None:
    """Else the next test could not fail."""
    engine(f"SELECT * {{ SERVICE SILENT <{port.address}> {{ ?a ?b ?c }} }}")
    assert port.callers


# Queries are made of what the engine accepts, so glued together and so quoted that another reader may lose its way.
JUNK = st.lists(st.sampled_from([*">'\"#<)(} aß", "'''", "SERVICE", "\\\\", "\\'", '\\"', "\\u0027"]), max_size=4).map(
    "".join
)
BETWEEN = st.sampled_from(["", "", "", " ", "\n", "\r"]) | st.builds("#{}{}".format, JUNK, st.sampled_from("\n\r"))
STRINGS = st.sampled_from(["'", '"', "'''", '"""']).flatmap(lambda quote: JUNK.map(lambda junk: quote + junk + quote))
ADDRESSES = st.sampled_from(
    ["<x:'>", "<http://x/'>", "<x:#'>", "<http://x/#>", "<x:(>", "<x:a>", "x:a.b", "x:a", "x:%41.b.c"]
)
SIMPLE = STRINGS | ADDRESSES | st.sampled_from(["?o", "?s", "1", "1.", "true", "'a'@en", "'1'^^<x:'>"])
OPERANDS = SIMPLE | st.builds("STR({}{})".format, BETWEEN, SIMPLE) | st.builds("({}{})".format, SIMPLE, BETWEEN)
COMPARISONS = st.sampled_from(["<", "<", "<=", "!=", "+"])
COMPARED = st.builds("{}{}{}{}{}".format, SIMPLE, BETWEEN, COMPARISONS, BETWEEN, OPERANDS)
PATTERNS = (
    st.builds("FILTER({}{}||1=1)".format, COMPARED, BETWEEN)
    | st.builds("BIND({}{} AS ?b)".format, COMPARED, BETWEEN)
    | st.builds("VALUES ?v{{{}{}}}".format, BETWEEN, SIMPLE)
    | st.builds("?s ?p{}?o{}.".format, BETWEEN, BETWEEN)
    | st.builds("?s ?p {}{}.".format, SIMPLE, BETWEEN)
)
SERVICES = st.builds(
    "{}{}{}{}{{?x ?y ?z}}".format,
    st.sampled_from(["SERVICE", "service", "SERVICE SILENT", "SERVICE#\n", "S\\u0045RVICE"]),
    BETWEEN,
    st.sampled_from(["<HERE>", "e:x", ":x", " e:x"]),
    BETWEEN,
)
ENDS = st.sampled_from(["", "#'", "#''", "#'''", '#"', '#"""', "#>", "#'>"])


@st.composite
def smuggling(draw: st.DrawFn) -> str:
    before, after = (draw(st.builds("{}{}".format, PATTERNS, BETWEEN) | BETWEEN) for _ in range(2))
    head = "PREFIX e: <HERE> PREFIX : <HERE> PREFIX x: <http://x/>"
    return f"{head}SELECT * {{{draw(BETWEEN)}{before}{draw(SERVICES)}{after}}}{draw(ENDS)}"


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(smuggling())
def test_what_is_accepted_asks_nobody(port: Port, engine: Engine, query: str) -> None:
    query = query.replace("HERE", port.address)
    try:
        vet(query)
    except QueryError:
        return
    assert engine(query), "the engine lives on"
    assert port.callers == 0
