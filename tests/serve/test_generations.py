"""A new dataset is taken while requests are answered; a broken one is not."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

import pytest
from rdflib import RDF, Literal, URIRef

from biograph.store import Store
from biograph.vocabulary import BASE, BG

from .conftest import Served, serving, write_dataset

NEW = URIRef(f"{BASE}Company/새회사")
LABEL = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
GRAPH = URIRef(f"{BASE}document/ko")


@pytest.fixture
def changing(tmp_path: Path):
    write_dataset(tmp_path)
    with serving(tmp_path) as running:
        yield running


def add_a_company(folder: Path, name: str = "새회사") -> None:
    store = Store.read(folder)
    store.add([(NEW, RDF.type, BG.Company, GRAPH), (NEW, LABEL, Literal(name, lang="ko"), GRAPH)])
    store.write(folder)


def wait_for(running: Served, generation: int) -> None:
    for _ in range(300):
        if running.get("/health").json()["generation"] == generation:
            return
        time.sleep(0.1)
    pytest.fail("the new generation was not taken")


def test_a_new_dataset_is_taken_with_its_names(changing: Served) -> None:
    before = changing.get("/", "text/html").headers["etag"]
    assert changing.get("/search?q=새회").json() == []
    download = changing.get("/downloads/dataset.nq").text
    add_a_company(changing.folder)
    wait_for(changing, 2)
    assert changing.get("/search?q=새회").json()[0]["name"] == "새회사"
    assert changing.get("/id/Company/%EC%83%88%ED%9A%8C%EC%82%AC", "text/html").status_code == 200
    assert changing.ask(f"ASK {{ <{NEW}> ?p ?o }}").json()["boolean"]
    assert changing.get("/", "text/html", headers={"if-none-match": before}).status_code == 200
    assert len(changing.get("/downloads/dataset.nq").text) > len(download)


def test_no_request_is_dropped_while_generations_change(changing: Served) -> None:
    failures: list[str] = []
    ended = threading.Event()
    count = 0

    def ask() -> None:
        nonlocal count
        while not ended.is_set():
            for path in ("/sparql?query=ASK{?s ?p ?o}", "/id/document/ko", "/search?q=바이오", "/health"):
                answer = changing.get(path)
                count += 1
                if answer.status_code != 200:
                    failures.append(answer.text)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for generation in (2, 3, 4):
        add_a_company(changing.folder, f"새회사{generation}")
        wait_for(changing, generation)
    ended.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert count > 20


def test_a_broken_dataset_is_not_taken_and_said_so_once(changing: Served, caplog) -> None:
    good = (changing.folder / "dataset.trig").read_bytes()
    with caplog.at_level(logging.WARNING, "biograph"):
        (changing.folder / "dataset.trig").write_bytes(good + b"\n<http://unended")
        time.sleep(3.5)
    refused = [record for record in caplog.records if "not taken" in record.message]
    assert len(refused) == 1
    assert changing.ask("ASK { ?s ?p ?o }").json()["boolean"]
    assert changing.get("/health").json()["generation"] == 1
    (changing.folder / "dataset.trig").unlink()
    time.sleep(1.5)
    assert changing.ask("ASK { ?s ?p ?o }").json()["boolean"]
    add = good.replace(b"skos:prefLabel", b'skos:altLabel "Neu" ; skos:prefLabel', 1)
    (changing.folder / "dataset.trig").write_bytes(add)
    wait_for(changing, 2)
