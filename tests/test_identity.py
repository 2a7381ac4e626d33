"""One id for one thing, none shared by two."""

from __future__ import annotations

import random
import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.identity import Merge, resolve
from biograph.model import Document, Entity, Evidence, Extraction, Span, Statement, Status, entity_id
from biograph.vocabulary import Ontology, load

CASES = tomllib.loads((Path(__file__).parent / "identity_cases.toml").read_text("utf-8"))["case"]
ENTITY = re.compile(r"(?P<type>\w+): (?P<name>[^=@]+?)(?: = (?P<aliases>[^@]+?))?(?: @(?P<country>\w\w))?")

TABLE = """\
type	ko	en	aliases	code
Country	한국	South Korea	대한민국|Korea	KR
Country	미국	United States	USA|US	US
Association	해솔바이오협회	Haesol Bio Association	HSBA
"""


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """The ontology with a few known names of the tests' own."""
    folder = tmp_path_factory.mktemp("ontology")
    shutil.copytree(load().directory / "identity", folder / "identity")
    (folder / "names").mkdir()
    (folder / "names" / "names.tsv").write_text(TABLE, "utf-8")
    return replace(load(), directory=folder)


def entity(line: str) -> Entity:
    found = ENTITY.fullmatch(line)
    assert found, line
    type_, name, aliases, country = found.group("type", "name", "aliases", "country")
    return Entity(
        entity_id(type_, name), type_, name, tuple((aliases or "").split(" | ")) if aliases else (), (), (), country
    )


def extraction(number: int, lines: list[str]) -> Extraction:
    document = Document(f"d{number}", "그렇다.", "ko", (Span(0, 4),))
    entities = [entity(line) for line in lines if " > " not in line]
    ids = {e.name: e.id for e in entities}
    facts = [line.split(" > ") for line in lines if " > " in line]
    evidence = (Evidence.cut(document, Span(0, 4)),)
    return Extraction(document, tuple(entities), tuple(Statement(ids[s], p, ids[o], evidence) for s, p, o in facts))


def things(extractions: list[Extraction]) -> dict[str, str]:
    return {e.id: e.name for x in extractions for e in x.entities}


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_case(case: dict[str, list[str]], ontology: Ontology) -> None:
    documents = [extraction(i, lines) for i, lines in enumerate(case["documents"])]
    resolved, _ = resolve(documents, ontology)
    assert sorted(things(resolved).values()) == sorted(case["things"])
    again, merges = resolve(resolved, ontology)
    assert (again, merges) == (resolved, []), "a second time changes nothing"


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_order_of_documents_and_entities_does_not_matter(case: dict[str, list[str]], ontology: Ontology) -> None:
    documents = [extraction(i, lines) for i, lines in enumerate(case["documents"])]
    resolved, merges = resolve(documents, ontology)
    shuffled = [Extraction(x.document, x.entities[::-1], x.statements[::-1]) for x in documents[::-1]]
    random.Random(7).shuffle(shuffled)
    other, other_merges = resolve(shuffled, ontology)
    assert other_merges == merges
    assert {x.document.id: (set(x.entities), x.statements) for x in other} == {
        x.document.id: (set(x.entities), x.statements) for x in resolved
    }


LETTERS = st.sampled_from("ABCDE")
RANDOM_ENTITIES = st.builds(
    lambda type_, name, aliases, country: (
        f"{type_}: {name}" + (f" = {' | '.join(sorted(aliases))}" if aliases else "") + country
    ),
    st.sampled_from(["Company", "Investor", "City", "Person"]),
    LETTERS,
    st.sets(LETTERS, max_size=2),
    st.sampled_from(["", "", " @US", " @KR"]),
)
CORPORA = st.lists(
    st.lists(RANDOM_ENTITIES, max_size=3, unique_by=lambda line: line.split(" = ")[0].split(" @")[0]), max_size=5
)


@settings(deadline=None, max_examples=200)
@given(corpus=CORPORA, shuffler=st.randoms(use_true_random=False))
def test_any_corpus_resolves_the_same_in_any_order(
    ontology: Ontology, corpus: list[list[str]], shuffler: random.Random
) -> None:
    documents = [extraction(i, lines) for i, lines in enumerate(corpus)]
    shuffled = list(documents)
    shuffler.shuffle(shuffled)
    resolved, merges = resolve(documents, ontology)
    other, other_merges = resolve(shuffled, ontology)
    assert other_merges == merges
    assert sorted(other, key=lambda x: x.document.id) == sorted(resolved, key=lambda x: x.document.id)


@settings(deadline=None, max_examples=50)
@given(names=st.sets(st.text("가나다라마바사아", min_size=3, max_size=6), min_size=2, max_size=20))
def test_distinct_names_stay_distinct(ontology: Ontology, names: set[str]) -> None:
    documents = [extraction(i, [f"Association: {name}협회"]) for i, name in enumerate(sorted(names))]
    resolved, merges = resolve(documents, ontology)
    assert len(things(resolved)) == len(names)
    assert merges == []


def test_facts_move_to_the_kept_ids_and_meet(ontology: Ontology) -> None:
    documents = [
        extraction(
            0, ["Association: 한빛바이오협회 = HBA", "Company: 가람제약", "한빛바이오협회 > partnersWith > 가람제약"]
        ),
        extraction(1, ["Association: HBA", "Company: (주)가람제약", "(주)가람제약 > partnersWith > HBA"]),
    ]
    resolved, merges = resolve(documents, ontology)
    assert resolved[0].statements[0].id == resolved[1].statements[0].id
    assert merges == [
        Merge(
            "Association/한빛바이오협회", "Association/hba", "a text calls “한빛바이오협회” “HBA”, too", "d0", "stated"
        ),
        Merge(
            "Company/가람제약",
            "Company/주가람제약",
            "“가람제약” and “(주)가람제약”: the names differ in form only",
            None,
            "rule",
        ),
    ]
    assert set(resolved[1].entities[0].aliases) | set(resolved[1].entities[1].aliases) == {"HBA", "(주)가람제약"}


def test_a_fact_about_one_thing_and_itself_goes(ontology: Ontology) -> None:
    documents = [extraction(0, ["Company: 가람", "Company: (주)가람", "가람 > partnersWith > (주)가람"])]
    resolved, _ = resolve(documents, ontology)
    assert (len(resolved[0].entities), resolved[0].statements) == (1, ())


def test_status_and_evidence_survive(ontology: Ontology) -> None:
    one = extraction(0, ["Company: 가람", "Company: 나람", "가람 > acquires > 나람"])
    planned = Statement("Company/가람", "acquires", "Company/나람", one.statements[0].evidence, Status.PLANNED)
    resolved, _ = resolve([Extraction(one.document, one.entities, (*one.statements, planned))], ontology)
    assert {s.status for s in resolved[0].statements} == {Status.ASSERTED, Status.PLANNED}
