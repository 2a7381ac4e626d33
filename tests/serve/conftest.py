"""A server on a small dataset: the news, and the graphs that the W3C's protocol tests ask about."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, URIRef

from biograph.store import Store
from biograph.vocabulary import load

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'biograph[serve]'")
httpx = pytest.importorskip("httpx", reason="httpx is not installed: pip install 'biograph[test]'")

from biograph.serve import Settings, launch  # noqa: E402
from biograph.serve.service import Service  # noqa: E402

NEWS = Path(__file__).parents[1] / "news.trig"
KASEI = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
DOCUMENT = URIRef("http://xmlns.com/foaf/0.1/Document")


@dataclass
class Served:
    """A running server, a client of it, and the folder of its dataset."""

    url: str
    client: Any
    folder: Path
    service: Service
    application: Any

    def get(self, path: str, accept: str = "", **more: Any) -> Any:
        return self.client.get(path, headers={"accept": accept, **more.pop("headers", {})}, **more)

    def ask(self, query: str, **more: Any) -> Any:
        return self.get("/sparql", params={"query": query}, **more)


def write_dataset(folder: Path) -> None:
    news = Store.read(NEWS)
    news.add(Store.read(load().directory / "biograph.ttl").quads())
    news.add((URIRef(KASEI.format(n)), RDF.type, DOCUMENT, URIRef(KASEI.format(n))) for n in range(4))
    folder.mkdir(exist_ok=True)
    news.write(folder)


@contextmanager
def serving(folder: Path, **settings: Any) -> Iterator[Served]:
    """A server in a thread, on a free port."""
    with launch.listen("127.0.0.1", 0) as listening:
        service = Service(Settings(folder, load(), **settings))
        server = launch.server(service)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        url = launch.address(listening)
        try:
            while not server.started:
                time.sleep(0.01)
            forgetful = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
            with httpx.Client(base_url=url, timeout=30, cookies=forgetful) as client:
                yield Served(url, client, folder, service, server.config.app)
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    write_dataset(folder)
    with serving(folder) as running:
        yield running
