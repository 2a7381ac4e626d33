"""Clients that others wrote ask the server and understand its answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from rdflib import Graph, Literal
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from .conftest import Served

CLIENTS = Path(__file__).parent / "clients"
NAMES = "SELECT ?s ?n { ?s skos:prefLabel ?n } ORDER BY ?n ?s"
DECLARED = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


def names(served: Served) -> list[str]:
    return [row["n"]["value"] for row in served.ask(NAMES).json()["results"]["bindings"]]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml"])
def test_sparqlwrapper(served: Served, method: str, form: str) -> None:
    wrapper = pytest.importorskip(
        "SPARQLWrapper", reason="SPARQLWrapper is not installed: pip install 'biograph[test]'"
    )
    client = (
        wrapper.SPARQLWrapper2(f"{served.url}/sparql")
        if form == "json"
        else wrapper.SPARQLWrapper(f"{served.url}/sparql")
    )
    client.setMethod(method)
    client.setQuery(DECLARED + NAMES)
    if form == "json":
        found = [row["n"].value for row in client.query().bindings]
    else:
        client.setReturnFormat(wrapper.XML)
        nodes = client.query().convert().getElementsByTagName("literal")
        found = [node.firstChild.data for node in nodes]
    assert found == names(served)


def test_sparqlwrapper_raises_what_the_server_says(served: Served) -> None:
    wrapper = pytest.importorskip(
        "SPARQLWrapper", reason="SPARQLWrapper is not installed: pip install 'biograph[test]'"
    )
    client = wrapper.SPARQLWrapper(f"{served.url}/sparql")
    client.setQuery("SELECT * {")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed, match="not SPARQL at the end of the line"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv"])
def test_rdflib_sparqlstore(served: Served, method: str, form: str) -> None:
    graph = Graph(SPARQLStore(f"{served.url}/sparql", method=method, returnFormat=form))
    assert [str(row.n) for row in graph.query(DECLARED + NAMES)] == names(served)
    if form != "csv":
        assert graph.query('ASK { ?s ?p "한빛바이오"@ko }').askAnswer
        assert (None, None, Literal("한빛바이오", lang="ko")) in graph


def test_sparql_http_client(served: Served) -> None:
    if not shutil.which("node") or not (CLIENTS / "node_modules").is_dir():
        pytest.skip("sparql-http-client is not here: npm ci, in tests/serve/clients")
    done = subprocess.run(
        ["node", CLIENTS / "ask.mjs", f"{served.url}/sparql"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"names": names(served), "truth": True, "quads": 2, "refused": 400}


def curl(*arguments: str) -> str:
    if not shutil.which("curl"):
        pytest.skip("no curl here: apt-get install curl")
    return subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, check=True, timeout=60).stdout


def test_curl_by_get_and_by_post(served: Served) -> None:
    url, query = f"{served.url}/sparql", 'SELECT ?s { ?s skos:prefLabel "한빛바이오"@ko }'
    csv = ["-H", "Accept: text/csv"]
    answers = {
        curl("-G", url, "--data-urlencode", f"query={query}", *csv),
        curl(url, "--data-urlencode", f"query={query}", *csv),
        curl(url, "-H", "Content-Type: application/sparql-query", "--data-binary", query, *csv),
    }
    assert answers == {"s\nhttps://w3id.org/biograph/id/Company/한빛바이오\n"}


def test_curl_opens_an_address_in_hangul_as_it_is_typed(served: Served) -> None:
    turtle = curl(f"{served.url}/id/Company/한빛바이오", "-H", "Accept: text/turtle")
    assert "한빛바이오" in turtle
    assert '"uri"' in curl(f"{served.url}/queries/about?name=한빛바이오")


def test_curl_continues_a_download(served: Served, tmp_path: Path) -> None:
    whole = curl(f"{served.url}/downloads/dataset.nq")
    part = tmp_path / "part.nq"
    part.write_text(whole[: len(whole) // 2 - 3], encoding="utf-8")
    curl("-C", "-", "-o", str(part), f"{served.url}/downloads/dataset.nq")
    assert part.read_text("utf-8") == whole
