"""Chromium for the browser tests, and a small corpus by hand.

The corpus: two documents, both languages, one body under two names, one fact that is only planned.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from biograph import dataset, identity
from biograph.identity import Merge
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status
from biograph.store import Store
from biograph.vocabulary import load

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
KOREAN = (
    "한빛바이오협회(HBA)는 미국 보스턴에 있다. 협회는 가람제약과 협력한다. 가람제약은 내년에 나래랩을 인수할 계획이다."
)
ENGLISH = "HBA is a bridge to the United States. Garam Pharma <b>denied</b> that it owns Narae Lab."


def _mentions(text: str, *names: str) -> tuple[Mention, ...]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return tuple(Mention(span, span.of(text)) for span in spans)


def _sentence(document: Document, start: str) -> tuple[Evidence, ...]:
    at = document.text.index(start)
    return (Evidence.cut(document, Span(at, document.text.index(".", at) + 1)),)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep compiled frames in a folder of their own, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIOGRAPH_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def extractions() -> list[Extraction]:
    """What the two documents contribute, ids not yet resolved."""
    ko = Document(
        "ko", KOREAN, "ko", (Span(0, len(KOREAN)),), "한빛, 보스턴에", "2024-05-02", "김가온", "가람신문", "ko.txt"
    )
    en = Document("en", ENGLISH, "en", (Span(0, len(ENGLISH)),), "A bridge", "2024-05", source="https://example.org/en")
    here, there = "Association/한빛바이오협회", "Association/hba"
    garam, narae = "Company/가람제약", "Company/나래랩"
    korean = (
        Entity(here, "Association", "한빛바이오협회", ("HBA",), _mentions(KOREAN, "한빛바이오협회", "HBA")),
        Entity("City/보스턴", "City", "보스턴", (), _mentions(KOREAN, "보스턴"), country="US"),
        Entity("Country/미국", "Country", "미국", (), _mentions(KOREAN, "미국"), country="US"),
        Entity(garam, "Company", "가람제약", (), _mentions(KOREAN, "가람제약")),
        Entity(narae, "Company", "나래랩", (), _mentions(KOREAN, "나래랩")),
    )
    english = (
        Entity(there, "Association", "HBA", (), _mentions(ENGLISH, "HBA")),
        Entity(
            "Country/unitedstates", "Country", "United States", (), _mentions(ENGLISH, "United States"), country="US"
        ),
    )
    return [
        Extraction(
            ko,
            korean,
            (
                Statement(
                    here, "locatedIn", "City/보스턴", _sentence(ko, "한빛"), confidence=0.9, extractor="locatedIn/1"
                ),
                Statement(here, "partnersWith", garam, _sentence(ko, "협회는")),
                Statement(
                    garam,
                    "acquires",
                    narae,
                    _sentence(ko, "가람제약은"),
                    Status.PLANNED,
                    (("date", "2025"),),
                    speaker=garam,
                ),
            ),
        ),
        Extraction(en, english, (Statement(there, "bridges", "Country/unitedstates", _sentence(en, "HBA")),)),
    ]


@pytest.fixture
def resolved(extractions: list[Extraction]) -> tuple[list[Extraction], list[Merge]]:
    """The same with one id for each thing, and what was merged."""
    return identity.resolve(extractions, load())


@pytest.fixture
def store(resolved: tuple[list[Extraction], list[Merge]]) -> Store:
    """The whole dataset of the two documents."""
    found, merges = resolved
    store = Store.memory(quad for extraction in found for quad in dataset.quads(extraction))
    store.add(dataset.identity_quads(merges))
    store.add(dataset.gazetteer_quads((e for x in found for e in x.entities), load()))
    store.add(dataset.ontology_quads(load()))
    return store


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium fonts-noto-cjk")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as p:
        launched = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield launched
        launched.close()
