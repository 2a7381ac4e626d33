"""Named queries, terms, search, graphs, downloads, catalogues and the first page, over HTTP."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
import rdflib
from rdflib import DCAT, RDF, SKOS, Literal, URIRef
from rdflib.namespace import VOID

from biograph import exports, query
from biograph.sparql.asking import TRIPLES, Limits, Reply
from biograph.store import Store
from biograph.vocabulary import BASE, BG, load

from .conftest import DOCUMENT, KASEI, NEWS, Served, serving, write_dataset

RDFLIB = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own reader of JSON-LD warns of itself


def test_named_queries_are_listed_with_what_they_take(served: Served) -> None:
    listed = served.get("/queries").json()
    assert [one["name"] for one in listed] == [one.name for one in query.named(load())]
    about = next(one for one in listed if one["name"] == "about")
    assert about["titles"]["ko"]
    name = about["parameters"][0]
    assert (name["name"], name["default"], name["entity"]) == ("name", None, True)
    assert set(name["descriptions"]) >= {"ko", "en"}


def test_a_named_query_is_asked_by_its_parameters_which_are_bound(served: Served) -> None:
    found = served.get("/queries/about", "application/json", params={"name": "gba"}).json()
    assert {row["object"]["value"] for row in found["results"]["bindings"]} >= {"미국", "한국"}
    assert "name" not in found["head"]["vars"]
    assert served.get("/queries/about", params={"name": '" } #'}).status_code == 404
    assert served.get("/queries/about", "text/csv", params={"name": "gba"}).text.startswith("subject,")


def test_a_name_that_nobody_bears_is_not_found_and_the_nearest_are_named(served: Served) -> None:
    answer = served.get("/queries/about", params={"name": "hanbeat bio"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    told = answer.json()
    assert (told["title"], told["hint"]) == ("no entity named 'hanbeat bio'", "nearest: Hanbit Bio, Harbor Reagents")
    assert "hint" not in served.get("/queries/about?name=zzyzx").json()


def test_of_somebody_known_nothing_may_be_said(tmp_path: Path) -> None:
    silent = URIRef(f"{BASE}Company/고요")
    news = Store.read(NEWS)
    news.add([(silent, RDF.type, BG.Company, DOCUMENT), (silent, SKOS.prefLabel, Literal("고요", "ko"), DOCUMENT)])
    news.write(tmp_path)
    with serving(tmp_path) as running:
        answer = running.get("/queries/about", params={"name": "고요"})
        assert (answer.status_code, answer.json()["results"]["bindings"]) == (200, [])


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/queries/abuot", 404, "about"),
        ("/queries/about", 400, "name must be given"),
        ("/queries/about?name=x&nmae=y", 400, "no such parameter: nmae"),
        ("/queries/about?name=x&name=y", 400, "2 times"),
    ],
)
def test_what_is_wrong_with_a_named_query_is_said(served: Served, path: str, status: int, said: str) -> None:
    answer = served.get(path)
    assert answer.status_code == status
    assert said in answer.text


def test_terms_are_those_of_the_ontology_with_labels_in_both_languages(served: Served) -> None:
    content = served.get("/terms").json()
    assert content["base"] == BASE
    assert content["prefixes"]["bg"] == str(BG)
    by_name = {term["name"]: term for term in content["terms"]}
    assert by_name["bg:partnersWith"]["kind"] == "property"
    assert set(by_name["bg:partnersWith"]["labels"]) == {"ko", "en"}
    assert by_name["bg:partnersWith"]["domain"]
    assert {by_name[f"bg:{name}"]["kind"] for name in ("Company", "asserted", "amount")} == {
        "class",
        "status",
        "qualifier",
    }


def test_search_answers_as_the_contract_says(served: Served) -> None:
    (found,) = served.get("/search", params={"q": "ㅎㅂㅂ", "language": "en"}).json()
    assert found == {
        "iri": f"{BASE}Company/한빛바이오",
        "id": "Company/한빛바이오",
        "name": "Hanbit Bio",
        "type": "Company",
        "label_of_type": load().label("Company", "en"),
        "aliases": ["한빛바이오"],
        "href": "/id/Company/%ED%95%9C%EB%B9%9B%EB%B0%94%EC%9D%B4%EC%98%A4",
    }
    assert len(served.get("/search", params={"q": "바이오", "limit": "1"}).json()) == 1
    for odd in ({}, {"q": ""}, {"q": "x" * 5000}, {"q": "\x00"}, {"q": "가" * 90, "limit": "-1"}):
        assert served.get("/search", params=odd).json() == []


@RDFLIB
@pytest.mark.parametrize("media_type", TRIPLES.values())
def test_a_graph_is_read_as_the_graph_store_protocol_says(served: Served, media_type: str) -> None:
    answer = served.get("/data", media_type, params={"graph": KASEI.format(1)})
    assert answer.headers["content-type"].startswith(media_type)
    assert len(rdflib.Graph().parse(data=answer.content, format=media_type)) == 1


def test_the_default_graph_is_the_union_of_all(served: Served) -> None:
    union = rdflib.Graph().parse(data=served.get("/data?default").text)
    assert len(union) == len({quad[:3] for quad in Store.read(served.folder).quads()})


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", f"/data?graph={KASEI.format(1)}", 200),
        ("GET", "/data?graph=http://example.org/none", 404),
        ("GET", "/data", 400),
        ("GET", f"/data?default&graph={KASEI.format(1)}", 400),
        ("GET", "/data?graph=relative", 400),
        ("PUT", f"/data?graph={KASEI.format(1)}", 405),
        ("POST", "/data?default", 405),
        ("DELETE", f"/data?graph={KASEI.format(1)}", 405),
        ("PATCH", "/data?default", 405),
    ],
)
def test_graphs_are_only_read(served: Served, method: str, path: str, status: int) -> None:
    answer = served.client.request(method, path)
    assert answer.status_code == status
    assert status != 405 or "GET" in answer.headers["allow"]
    assert method != "HEAD" or answer.content == b""


def test_a_graph_in_no_form_that_is_wanted_is_not_acceptable(served: Served) -> None:
    assert served.get("/data?default", "text/csv").status_code == 406


def test_a_part_of_a_graph_does_not_pass_for_the_graph(served: Served, monkeypatch) -> None:
    with serving(served.folder, limits=Limits(rows=1, bytes=100)) as small:
        assert len(small.get("/data?default").content) > 1000
    cut = Reply("CONSTRUCT", "text/turtle", b"", 1, "time")
    monkeypatch.setattr(served.service.pool, "ask", lambda *_, **__: cut)
    answer = served.get("/data?default")
    assert answer.status_code == 503
    assert "/downloads/" in answer.json()["hint"]


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_is_to_be_had_as_a_file(served: Served, name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    format = exports.FORMATS[name]
    file = format.file_name or f"{name}.zip"
    answer = served.get(f"/downloads/{file}")
    assert answer.status_code == 200, answer.text
    assert f'filename="{file}"' in answer.headers["content-disposition"]
    store = Store.read(served.folder)
    if format.file_name:
        assert answer.content == b"".join(exports.stream(store, name))
        return
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in exports.export(store, name, tmp_path)
    }
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert {info: archive.read(info) for info in archive.namelist()} == written


def test_a_download_is_made_once_and_named_on_a_page(served: Served) -> None:
    first = served.get("/downloads/dataset.nq")
    assert served.get("/downloads/dataset.nq", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert served.client.head("/downloads/dataset.nq").headers["content-length"] == str(len(first.content))
    assert "dataset.nq" in served.get("/downloads/", "text/html").text
    assert "dataset.nq" in served.get("/downloads/dataset.xyz").json()["hint"]


def test_the_page_that_was_built_is_shown_and_an_older_one_is_not(tmp_path: Path, monkeypatch) -> None:
    write_dataset(tmp_path)
    html, fresh = tmp_path / "graph.html", tmp_path / "fresh.html"
    fresh.write_text("<p>made</p>", encoding="utf-8")

    async def made(*_: object) -> Path:
        return fresh

    monkeypatch.setattr("biograph.serve.made.file", made)
    with serving(tmp_path) as running:
        html.write_text("<p>built</p>", encoding="utf-8")
        shown = running.get("/graph.html", "text/html")
        assert shown.text == "<p>built</p>"
        assert "frame-ancestors" in shown.headers["content-security-policy"]
        assert "default-src" not in shown.headers["content-security-policy"]
        os.utime(html, (0, 0))
        assert running.get("/graph.html", "text/html").text == "<p>made</p>"


@pytest.mark.slow
def test_without_a_page_one_is_made(served: Served) -> None:
    shown = served.get("/graph.html?language=en", "text/html")
    assert shown.status_code == 200
    assert "Content-Security-Policy" in shown.text
    assert "한빛바이오" in shown.text


@RDFLIB
@pytest.mark.parametrize("path", ["/void", "/.well-known/void"])
def test_catalogues_learn_what_the_dataset_holds_and_where(served: Served, path: str) -> None:
    for media_type in TRIPLES.values():
        graph = rdflib.Graph().parse(data=served.get(path, media_type).content, format=media_type)
        (data,) = graph.subjects(RDF.type, VOID.Dataset)
        assert (data, RDF.type, DCAT.Dataset) in graph
        assert (data, VOID.sparqlEndpoint, URIRef(f"{served.url}/sparql")) in graph
        assert int(graph.value(data, VOID.triples)) == len({q[:3] for q in Store.read(served.folder).quads()})
        parts = {
            str(graph.value(part, VOID["class"])): int(graph.value(part, VOID.entities))
            for part in graph.objects(data, VOID.classPartition)
        }
        assert parts[str(BG.Company)] == 2
        assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == len(exports.FORMATS)


def test_every_distribution_that_the_catalogue_names_is_there(served: Served) -> None:
    graph = rdflib.Graph().parse(data=served.get("/void").text)
    listed = served.get("/downloads/", "text/html").text
    for place in graph.objects(None, DCAT.downloadURL):
        assert str(place).removeprefix(served.url) in listed


def test_behind_a_proxy_addresses_are_those_of_the_world(served: Served) -> None:
    with serving(served.folder, public_url="https://graph.example.org/") as running:
        asked = running.get("/sparql", headers={"host": "graph.example.org"})
        assert "<https://graph.example.org/sparql>" in asked.text
        assert "<https://graph.example.org/downloads/dataset.nq>" in running.get("/void").text


def test_health_tells_what_is_served_since_when(served: Served) -> None:
    found = served.get("/health").json()
    assert found["ok"] is True
    assert found["quads"] == len(Store.read(served.folder))
    assert found["generation"] == 1


def test_the_first_page_counts_and_leads_on(served: Served) -> None:
    html = served.get("/", "text/html").text
    assert "한빛바이오" in html
    assert "다리 놓는 협회" in html
    assert f"<b>{json.loads(served.get('/health').text)['quads']:,}</b>" in html


@pytest.mark.parametrize(
    "path", ["/", "/terms", "/queries", "/search?q=x", "/void", "/health", "/downloads/", "/robots.txt", "/query"]
)
def test_every_route_has_a_head_and_takes_no_writing(served: Served, path: str) -> None:
    head = served.client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert served.client.put(path).status_code == 405


@pytest.mark.parametrize(
    "path", ["/nothing", "/static/../__init__.py", "/static/query.html", "/assets/x.css", "/static/%2e%2e%2fpages.py"]
)
def test_what_is_not_there_is_not_found(served: Served, path: str) -> None:
    assert served.get(path).status_code == 404
    assert served.get(path, "text/html").headers["content-type"].startswith("text/html")
