"""One address gives the others, by what engines are known to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from biograph.errors import DatasetError
from biograph.remote import Endpoint, is_address


@pytest.mark.parametrize(
    ("query", "server", "update", "graphs"),
    [
        ("http://h:7878/query", "Oxigraph/0.5.13", "http://h:7878/update", "http://h:7878/store"),
        ("http://h:7878/sparql", "Oxigraph/0.5.13", "http://h:7878/update", "http://h:7878/store"),
        ("https://h/a/query", "Oxigraph/0.5.13", "https://h/a/update", "https://h/a/store"),
        ("http://h/sparql", "Virtuoso/07.20", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("http://h/sparql-auth", "Virtuoso/07.20", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ("http://h/ds/query", "Apache Jena Fuseki", "http://h/ds/update", "http://h/ds/data"),
        ("http://h/ds/sparql", "Fuseki (5.1)", "http://h/ds/update", "http://h/ds/data"),
        (
            "http://h/repositories/bio",
            "GraphDB/10",
            "http://h/repositories/bio/statements",
            "http://h/repositories/bio/rdf-graphs/service",
        ),
        ("http://h/api/bio", "", "http://h/api/bio", ""),
        ("http://h/sparql?key=1", "nginx", "http://h/sparql?key=1", ""),
    ],
)
def test_the_other_addresses_follow_from_the_engine(query: str, server: str, update: str, graphs: str) -> None:
    found = Endpoint.parse(query, environment={}).of_server(server)
    assert (found.query, found.update, found.graphs) == (query, update, graphs)


def test_addresses_that_are_given_stay() -> None:
    given = Endpoint.parse("http://h/query", update="http://h/u", graphs="http://h/g", environment={})
    assert replace(given.of_server("Oxigraph"), parameters=()) == given


def test_the_password_of_the_address_wins_and_is_never_shown() -> None:
    environment = {"BIOGRAPH_STORE_USER": "her", "BIOGRAPH_STORE_PASSWORD": "hers"}
    own = Endpoint.parse("https://me:p%40ss@h:1/sparql", environment=environment)
    assert (own.query, own.user, own.password) == ("https://h:1/sparql", "me", "p@ss")
    assert "p@ss" not in f"{own!r} {own}"
    told = Endpoint.parse("https://[::1]:1/sparql#x", environment=environment)
    assert (told.query, told.user, told.password) == ("https://[::1]:1/sparql", "her", "hers")


@pytest.mark.parametrize(
    "text", ["", "output", "ftp://h/x", "http://", "http://h:port/", "http://[x/", "file:///etc/passwd"]
)
def test_what_is_no_address_of_the_web_is_refused(text: str) -> None:
    with pytest.raises(DatasetError, match="no address of the web"):
        Endpoint.parse(text)


def test_paths_are_told_from_addresses() -> None:
    assert is_address("HTTPS://h/sparql")
    assert not any(map(is_address, ("output", "C:\\data", "http", "httpd/x", "./http://x")))
